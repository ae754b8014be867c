"""Why a number or a post was left as it was."""

from django.utils.translation import gettext as _

from putright.people.refusals import Refused


class NoSuchNumber(Refused):
    def __init__(self) -> None:
        super().__init__(_("There is no assumption of that name."))


class OutOfBounds(Refused):
    """A number that cannot be meant: `low` and `high` are in assumed.toml."""

    def __init__(self, low: object, high: object) -> None:
        super().__init__(_("Enter a number from %(low)s to %(high)s.") % {"low": low, "high": high})


class SayWhy(Refused):
    def __init__(self) -> None:
        super().__init__(_("Say why, in a sentence another person would understand."))


class AlreadyClosed(Refused):
    def __init__(self) -> None:
        super().__init__(_("This post was given up. Add a new one."))


class NeedsADay(Refused):
    """Somebody leaves, is coming or learns: without a day nothing can be worked out."""

    def __init__(self) -> None:
        super().__init__(_("Enter the day: without it nobody can be counted."))


class Replaced(Refused):
    def __init__(self) -> None:
        super().__init__(_("Somebody has changed this line meanwhile. Look at the newer one."))


class NotACount(Refused):
    """`line` is the number of the line that could not be read."""

    def __init__(self, line: int) -> None:
        super().__init__(
            _("Line %(line)s is not a half-hour and a number. Write it like this: 2026-03-27 09:30, 12") % {"line": line}
        )
