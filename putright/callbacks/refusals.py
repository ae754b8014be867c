"""Why nobody was drawn or rung."""

from django.utils.translation import gettext as _

from putright.cases.refusals import Refused


class NotNow(Refused):
    def __init__(self) -> None:
        super().__init__(_("This person may not be rung now. Look at when and how they can be reached safely."))


class NoMore(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody rings this person again: they answered, said no, or did not answer often enough."))


class NoPhone(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say which column has the phone number. Without it nobody can be rung."))


class TooMany(Refused):
    def __init__(self) -> None:
        super().__init__(_("The list has too many rows. Load at most 5,000 at a time."))


class NobodyToRing(Refused):
    """None of our own cases of those days has a victim who may be rung."""

    def __init__(self) -> None:
        super().__init__(_("Nobody in our cases of those days may be rung. Choose other days, or load a list."))


class WrongSpan(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose a first day, and a last day that is not before it and not in the future."))


class WrongKeep(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose from 1 to 730 days."))


class Gone(Refused):
    def __init__(self) -> None:
        super().__init__(_("This list was drawn already. Find it among the lists."))


class WhatWasWrong(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write what is wrong, in their words. Then it can be put right or passed on."))
