"""Why a token was not given, or a sending not taken, as asked."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NoScope(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose at least one thing that this system may do."))


class TooLong(Refused):
    def __init__(self) -> None:
        super().__init__(_("A token works for a year at most, and not for days gone by. Choose another last day."))


class OtherBody(Refused):
    """The same Idempotency-Key came before with other words."""

    def __init__(self) -> None:
        super().__init__(
            _("This Idempotency-Key was used before, with other content. Send new content with a new key.")
        )
