"""Why a figure or a benefit was not written down."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class CannotBe(Refused):
    """More put right than there were, nought months, or an amount below nought: the sentence says which."""


class DeliveredAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has written down already that this was delivered. Nothing was changed."))


class NoEvidence(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say what shows it: a figure, a page or a report that another person could look up."))
