"""The one base of every refusal that a screen shows, and this room's own. The base stands in the earliest room, so that
every room can refuse."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """An action would not be done; `str()` is the sentence to show. Nothing was changed."""


class AlreadyOne(Refused):
    def __init__(self) -> None:
        super().__init__(_("These are one person already. Nothing was changed."))


class NotOne(Refused):
    def __init__(self) -> None:
        super().__init__(_("Nobody has said that these two are one person, or it was taken back already. Nothing was changed."))


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Write why, in a few words. It is kept, and others rely on it."))


class NoAddress(Refused):
    def __init__(self) -> None:
        super().__init__(_("We do not know this person’s address, so nothing can be said for everybody who lives there."))


class NoPlan(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is no contact plan to end. Somebody may have ended it already."))


class ReviewPassed(Refused):
    def __init__(self) -> None:
        super().__init__(_("The review must be after today. Choose a later day."))


class TooFew(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose 2 or more: once in a month is not often."))
