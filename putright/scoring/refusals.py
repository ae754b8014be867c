"""Why a call was not written down or scored."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class OnlySenior(Refused):
    def __init__(self) -> None:
        super().__init__(_("The team’s own calls are scored only by a senior manager outside it."))


class ThereAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("This call is there already. Find it in the list."))


class OwnManager(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody is their own line manager. Choose who manages whoever took the call."))
