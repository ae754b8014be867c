"""Why something learned was not kept."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class WrongDays(Refused):
    def __init__(self) -> None:
        super().__init__(_("The last day for their answer must not be before the day it was sent."))


class AnsweredAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("An answer is there already. Nothing was changed."))


class SecondPerson(Refused):
    def __init__(self) -> None:
        super().__init__(_("You wrote it. Ask a colleague to sign it."))


class BothLanguages(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write it in both languages: English and Welsh."))


class AsideAlready(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody set it aside already. Nothing was changed."))


class BackTooSoon(Refused):
    def __init__(self) -> None:
        super().__init__(_("Enter the day on which it comes back. It must be in the future, and within a year."))


class TakenBack(Refused):
    def __init__(self) -> None:
        super().__init__(_("It was taken back. Nothing was changed."))


class TakenUp(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody made something of this already. Look at the list."))


class PointsAtSomebody(Refused):
    def __init__(self, words: str) -> None:
        sentence = _("“%(words)s” points at a person or a case, and anybody can read this. Write it without.")
        super().__init__(sentence % {"words": words})
