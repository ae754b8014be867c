"""Why something about evidence or the standard was not done."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from putright.people.refusals import Refused

from .words import UNFIT

WRONG = {
    "name": gettext_lazy("The file does not say what the standard is called."),
    "ref": gettext_lazy("A number is not in the form 1, 1.1 or 1.1.1."),
    "twice": gettext_lazy("A number stands there twice."),
    "words": gettext_lazy("A part has no words, or too many."),
    "number": gettext_lazy("The file has no parts, or more than 400."),
    "below": gettext_lazy("A part has nothing above it."),
    "toml": gettext_lazy("The file cannot be read as TOML."),
    "columns": gettext_lazy("The file must have the columns ref and en, and may have cy."),
    "large": gettext_lazy("The file is larger than 200 kB, or is not text."),
}


class FileNotRead(Refused):
    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(f"{WRONG[why]} {where}".strip())


class NoSuchElement(Refused):
    def __init__(self) -> None:
        super().__init__(_("The standard has no such element. Choose from the list."))


class SayWhyScore(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write what the score rests on, in a few words."))


class ChooseAnElement(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose at least one element that it speaks for."))


class Ended(Refused):
    def __init__(self) -> None:
        super().__init__(_("It was put away. Nothing was changed."))


class OneSource(Refused):
    def __init__(self) -> None:
        super().__init__(_("Give words, a file or a link: an assessor must have something to look at."))


class FileSealed(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("This file may not be kept here: it is not safe, or of a kind we do not take. Save it as PDF.")
        )


class SayWhenAgreed(Refused):
    def __init__(self) -> None:
        super().__init__(_("Enter the day on which they agreed."))


class Unfit(Refused):
    """`why`: codes of words.UNFIT."""

    def __init__(self, title: str, why: list[str]) -> None:
        self.title, self.why = title, why
        super().__init__(f"“{title}”: " + "; ".join(str(UNFIT[code]) for code in why) + ".")
