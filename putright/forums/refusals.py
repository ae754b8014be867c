"""Why a concern was not kept, or a step not taken."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NoSuchForum(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose the forum."))


class SayWhat(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write it in a sentence or two."))


class NotYet(Refused):
    """A day that has not come, or an answer before it was brought."""

    def __init__(self) -> None:
        super().__init__(_("That day has not come yet, or it was not brought before that day."))


class DoneAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has written that down already. Nothing was changed."))


class NothingTicked(Refused):
    def __init__(self) -> None:
        super().__init__(_("Tick what was brought to the meeting."))
