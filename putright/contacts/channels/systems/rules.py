"""How fast another system may go, and what it probably meant. No Django.

A contact is never refused for coming too fast: it is taken in the slow lane. Only reading is asked to wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from math import ceil

SEND, STATUS, MEASURES = "contacts:send", "contacts:status", "measures:read"
SCOPES = (SEND, STATUS, MEASURES)
WINDOW = timedelta(minutes=1)
CONTACTS, READS = 60, 120  # a minute, for each token
DEEPEST = 5  # lists and objects within one another; ours need two
LONGEST_NUMBER = 15  # figures of a length anybody means; Python refuses to read thousands of them
BIGGEST = 1_000_000  # bytes: 50,000 letters in the longest way of writing them, and room to spare


@dataclass(frozen=True)
class Pace:
    """How many of `limit` were used in the minute that began at `since`."""

    name: str
    limit: int
    used: int
    since: datetime

    @property
    def is_over(self) -> bool:
        return self.used > self.limit

    def left(self) -> int:
        return max(0, self.limit - self.used)

    def seconds(self, at: datetime) -> int:
        """Until the minute is over: at least one."""
        return max(1, ceil((self.since + WINDOW - at).total_seconds()))

    def headers(self, at: datetime) -> dict[str, str]:
        seconds = int(WINDOW.total_seconds())
        return {
            "RateLimit-Policy": f'"{self.name}";q={self.limit};w={seconds}',
            "RateLimit": f'"{self.name}";r={self.left()};t={self.seconds(at)}',
        }


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like a mistyped one; empty when none is like it."""
    return next(iter(get_close_matches(name[:60].casefold().replace("-", "_"), list(known), 1, 0.6)), "")


def length_said(header: str) -> int | None:
    """The length a request says its body has; None for what is no length."""
    said = header or "0"
    return int(said) if said.isascii() and said.isdigit() and len(said) <= LONGEST_NUMBER else None


def too_deep(value: object, left: int = DEEPEST) -> bool:
    """Are lists and objects within one another deeper than anything of ours? Never goes deeper itself."""
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return left == 0 or any(too_deep(one, left - 1) for one in inner)
