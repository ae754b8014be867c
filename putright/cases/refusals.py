"""Why something was not done. Each carries a plain sentence in the reader's language."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """An action would not be done; `str()` is the sentence to show. Nothing was changed."""


class WrongStage(Refused):
    def __init__(self) -> None:
        super().__init__(_("The case has moved on since you opened it. Look at where it stands now, then try again."))


class Changed(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody else changed this case while you were working. Your words are kept below."))


class NotThem(Refused):
    """The chosen person is walled from the case. The sentence must not say why: that would reveal the link."""

    def __init__(self) -> None:
        super().__init__(_("That person cannot be chosen. Choose somebody else."))
