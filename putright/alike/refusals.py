"""Why two cases were not linked, or not taken apart."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class WithItself(Refused):
    def __init__(self) -> None:
        super().__init__(_("A case cannot be linked with itself. Check the reference."))


class LinkedAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("These cases are linked already. Nothing was changed."))


class NotLinked(Refused):
    def __init__(self) -> None:
        super().__init__(_("These cases are not linked. Somebody may have taken it back already."))
