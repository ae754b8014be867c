"""Why something was not done. Each carries a plain sentence in the reader's language."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.law.refusals import LawRefused


class Refused(Exception):
    """An action would not be done; `str()` is the sentence to show. Nothing was changed."""


class WrongStage(Refused):
    def __init__(self) -> None:
        super().__init__(_("The case has moved on since you opened it. Look at where it stands now, then try again."))


class Changed(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody else changed this case while you were working. Your words are kept below."))


class WrongSpeaker(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody speaks for this person any more. Go back to the case and look again."))


class NotThem(Refused):
    """The chosen person is walled from the case. The sentence must not say why: that would reveal the link."""

    def __init__(self) -> None:
        super().__init__(_("That person cannot be chosen. Choose somebody else."))


def sentence(refusal: Refused | LawRefused) -> str:
    """What to show the reader, in their language: the law room has its own words and no translation catalogue."""
    if isinstance(refusal, LawRefused):
        return refusal.cy if get_language() == "cy" else refusal.en
    return str(refusal)
