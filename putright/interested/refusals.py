"""Why somebody was not written down as kept informed."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class TheirOwn(Refused):
    def __init__(self) -> None:
        super().__init__(_("This is the person who complained. They are kept informed already."))


class Ended(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has ended this already. Nothing was changed."))
