"""Why an attempt was not written down as asked."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NothingOffered(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write what you offered them, in the words you used."))


class AlreadyRecorded(Refused):
    def __init__(self) -> None:
        super().__init__(_("It is already recorded."))
