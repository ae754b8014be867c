"""Why something was not done here."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotABody(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is no such body. Choose one from the list."))


class TooManyRows(Refused):
    def __init__(self, most: int) -> None:
        super().__init__(_("This file has more than %(most)s rows. Ask them for a shorter time.") % {"most": most})
