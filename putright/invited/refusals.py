"""Why a setting was not changed."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused

from .rules import Bounds


class OutOfBounds(Refused):
    def __init__(self, bounds: Bounds) -> None:
        between = {"least": bounds.least, "most": bounds.most}
        super().__init__(_("Enter a number from %(least)s to %(most)s.") % between)
