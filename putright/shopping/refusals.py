"""Why a visit was not planned or written down."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class OfThatPlace(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody visits their own place. Choose somebody who works elsewhere."))


class OtherKind(Refused):
    def __init__(self) -> None:
        super().__init__(_("This scenario is not for that kind of place. Choose another."))


class Closed(Refused):
    def __init__(self) -> None:
        super().__init__(_("This place is closed. Nobody visits it after its last day."))


class Ended(Refused):
    def __init__(self) -> None:
        super().__init__(_("This scenario is not used any more. Choose another."))


class BeforePlanned(Refused):
    def __init__(self) -> None:
        super().__init__(_("That is before this visit was planned. Check the day."))


class NotYet(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose today or an earlier day."))
