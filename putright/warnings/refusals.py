"""Why a warning was not set aside."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NoWarning(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is no warning for that month."))


class AsideAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has set this warning aside already."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why it is set aside."))
