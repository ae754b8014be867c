"""Why something was not done with the sample."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotIndependent(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only a senior manager of the commissioner’s office who is not of the team may look at the sample."))


class OwnWork(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody marks their own work. Give this to somebody who had no part in it."))


class NotYours(Refused):
    def __init__(self) -> None:
        super().__init__(_("This is for somebody else. Nothing was changed."))


class Done(Refused):
    def __init__(self) -> None:
        super().__init__(_("This was done already. Nothing was changed."))


class NoSeed(Refused):
    def __init__(self) -> None:
        super().__init__(_("No seed was recorded while that month went on, so nobody can draw it fairly now."))


class SayWhyAgain(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why it is drawn again. The first draw stays beside it."))


class Incomplete(Refused):
    def __init__(self) -> None:
        super().__init__(_("Answer each point of the list."))


class DayIsOver(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose today or a later day."))
