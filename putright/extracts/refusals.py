"""Why a question was not kept or shared."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class TooLong(Refused):
    def __init__(self) -> None:
        super().__init__(_("This question is too long to keep. Choose fewer columns."))


class NotYours(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only the person who kept this question can change it."))


class CannotAsk(Refused):
    def __init__(self) -> None:
        super().__init__(_("They may not ask questions of their own, so it cannot be shared with them."))
