"""Why something was not sent, answered, read or changed."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotNow(Refused):
    """They are not asked. `why`: a code of invited.rules, or one of ours."""

    def __init__(self, why: str) -> None:
        from .words import WHY_NOT

        self.why = why
        super().__init__(str(WHY_NOT[why]))


class NotOpen(Refused):
    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(_("This survey takes no answer now. Look at the case again."))


class NothingAnswered(Refused):
    def __init__(self) -> None:
        super().__init__(_("Answer at least one question"))


class NotYours(Refused):
    def __init__(self) -> None:
        super().__init__(_("You hold this case, so somebody else reads what they said of it."))


class TypedByYou(Refused):
    def __init__(self) -> None:
        super().__init__(_("You typed this one, or nobody asked for a second look. Somebody else holds it against the paper."))


class ReadAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has read this answer already."))


class SayWhetherAgain(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose whether to look again, and write why."))
