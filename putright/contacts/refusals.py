"""Why a contact was not written down as asked."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NothingSaid(Refused):
    def __init__(self) -> None:
        super().__init__(_("Tell us what happened. A few words are enough."))


class NoAnswer(Refused):
    def __init__(self) -> None:
        super().__init__(_("To settle it now, write what you told them or did for them."))


class TeamIsOpen(Refused):
    def __init__(self) -> None:
        super().__init__(_("The team is open now. Pass the caller to the team, or choose that you pass it on."))


class AlreadyLookedOver(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has looked this over already. Nothing was changed."))


class SayWhyAgain(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why it is opened again, so that whoever takes it knows."))


class NotYourTeam(Refused):
    def __init__(self) -> None:
        super().__init__(_("You can give links in your own team only. Choose that team."))


class TooLong(Refused):
    def __init__(self) -> None:
        super().__init__(_("A link works for a year at most, and not for days gone by. Choose an earlier or a later day."))
