"""Why a promise or the calendar was left as it was."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class SetByLaw(Refused):
    """What statute or regulations set is not the office's to change."""

    def __init__(self) -> None:
        super().__init__(_("The law sets this promise, so the office cannot change it. Ask for another, or leave it."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why, in a sentence another person would understand."))


class NotByYourself(Refused):
    def __init__(self) -> None:
        super().__init__(_("You asked for this yourself. A second person has to look at it and agree."))


class SettledAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has agreed or declined this already. Nothing was changed."))


class CannotBe(Refused):
    """The promise or the day would not fit with the others: the sentence says what is wrong."""
