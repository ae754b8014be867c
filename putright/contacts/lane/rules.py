"""When the slow lane opens, and how long a turn takes. No Django.

Two hundred people behind one address in an hour (a hospital, a student hall, a prison's chaplaincy) are all served at once:
the lane opens well above that, and only for that address."""

from dataclasses import dataclass
from datetime import datetime, timedelta

HOUR = timedelta(hours=1)
FREE = 300  # sendings from one address in an hour before its lane slows
APART = timedelta(seconds=2)  # between turns of those who only wait
FIRST = timedelta(seconds=10)
LONGEST = timedelta(minutes=2)  # nobody waits longer, whatever goes on behind the same address
WORK = 150_000  # numbers to try at most: about a second on a phone of today


@dataclass(frozen=True)
class Pace:
    """What one address has sent since the hour began, and the last turn that was given out."""

    since: datetime
    sent: int
    turn: datetime | None = None

    @property
    def is_slow(self) -> bool:
        return self.sent > FREE

    def next_turn(self, at: datetime) -> datetime:
        """Turns are a little apart, and never further off than the longest wait."""
        wanted = max(at + FIRST, (self.turn or at) + APART)
        return min(wanted, at + LONGEST)
