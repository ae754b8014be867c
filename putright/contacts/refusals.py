"""Why a contact was not written down as asked."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NothingSaid(Refused):
    def __init__(self) -> None:
        super().__init__(_("Tell us what happened. A few words are enough."))


class NoAnswer(Refused):
    def __init__(self) -> None:
        super().__init__(_("To settle it now, write what you told them or did for them."))
