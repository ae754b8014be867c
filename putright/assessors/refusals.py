"""Why something about an assessment was not done."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from putright.excellence.words import UNFIT
from putright.people.refusals import Refused


class NotFit(Refused):
    """`wrong`: (title, codes of excellence.words.UNFIT) of what may not go to an assessor."""

    def __init__(self, wrong: Sequence[tuple[str, Sequence[str]]]) -> None:
        self.wrong = wrong
        said = " ".join(f"“{title}”: {'; '.join(str(UNFIT[code]) for code in why)}." for title, why in wrong[:5])
        self.sentence = _("Some of it may not go to an assessor as it is. Mend it, or leave it out.")
        super().__init__(f"{self.sentence} {said}")


class NothingToShow(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is nothing to freeze yet. Add evidence or scores first."))


class TooBig(Refused):
    def __init__(self) -> None:
        super().__init__(_("The pack would be larger than 60 MB. Leave some files out or make them smaller."))


class TooLongOpen(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose a last day from today to 120 days on."))


class CodeNotKnown(Refused):
    def __init__(self) -> None:
        super().__init__(_("This code does not open anything here. Check it, or ask for a new one."))


class NotJoined(Refused):
    def __init__(self) -> None:
        super().__init__(_("The assessor has not made their own code yet. Without it answers could not be sealed."))


class NobodyChosen(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose at least one person who agreed and was not invited yet."))


class DidNotAgree(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody on this case agreed to be invited, or there is nobody to write to."))


class ReviewedFirst(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only a recommendation that was accepted can be done."))


class SayWhyNot(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why it is not accepted. For one that is, say who does it and by when."))


class Decided(Refused):
    def __init__(self) -> None:
        super().__init__(_("Enter the result and the day it was decided together."))


class TooManyWords(Refused):
    def __init__(self) -> None:
        super().__init__(_("Please use fewer words: there is room for about a page."))
