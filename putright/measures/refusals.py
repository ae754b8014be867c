"""Why a line was not written down."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class CannotBe(Refused):
    """No such figure, an amount below nought, or a target without its way: the sentence says which."""


class SaysNotWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why it changes."))


class SaysNotWhere(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say where the table was published."))
