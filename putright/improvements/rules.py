"""Which step may follow which, and whether a change helped. No Django.

Whether it helped: the rate a working day in whole months before the change against whole months after it. The month of the
change belongs to neither, nor does the month of the warning it came from: that one was noticed because it was high, and what
follows such a month is lower by itself. Counts move more than chance alone, so the interval is widened by how much the
months moved (never made narrower), and by how few months there are (Student's t)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from math import exp, sqrt
from typing import Any

from putright.warnings.rules import Period, month_after

PLANNED, DOING, MADE, CLOSED, DROPPED = "planned", "doing", "made", "closed", "dropped"
STATUSES = (DOING, PLANNED, MADE, CLOSED, DROPPED)  # as the register lists them
NEXT = {
    PLANNED: (PLANNED, DOING, MADE, DROPPED),
    DOING: (DOING, PLANNED, MADE, DROPPED),
    MADE: (MADE, CLOSED, DROPPED),
    CLOSED: (CLOSED, DOING),
    DROPPED: (DROPPED, PLANNED, DOING),
}
FROM = ("warning", "lesson", "recommendation", "board")
HOPES = (-75, -50, -40, -30, -20, -10, 10, 20, 30, 50, 100)  # per cent
MOST, FEWEST = 12, 3  # whole months on either side
SURE = 1.959964  # 95% between the limits
EARLY, UNKNOWN, CHANCE, FEWER, MORE = "early", "unknown", "chance", "fewer", "more"


@dataclass(frozen=True)
class Side:
    """Whole months before or after: how many, the first and last, what was counted, on how many working days."""

    months: int = 0
    first: date | None = None
    last: date | None = None
    count: int = 0
    days: int = 0

    @property
    def rate(self) -> float:
        return self.count / self.days if self.days else 0.0


@dataclass(frozen=True)
class Measured:
    """`change`, `low`, `high` are per cent, below nought for fewer; None while nothing can be said."""

    verdict: str
    before: Side
    after: Side
    change: float | None = None
    low: float | None = None
    high: float | None = None


def measure(periods: Sequence[Period], changed_on: date, noticed: date | None = None) -> Measured:
    """`periods`: whole months that are over, oldest first. `noticed`: the month of the warning it came from."""
    month = changed_on.replace(day=1)
    earlier = [one for one in periods if month_after(one.begins) <= month and one.begins != noticed and one.days]
    since = [one for one in earlier if noticed and one.begins > noticed]
    before = (since if len(since) >= FEWEST else earlier)[-MOST:]
    after = [one for one in periods if one.begins > month and one.days][:MOST]
    sides = side(before), side(after)
    if len(after) < FEWEST:
        return Measured(EARLY, *sides)
    if len(before) < FEWEST or not (sides[0].count or sides[1].count):
        return Measured(UNKNOWN, *sides)
    return _compared(before, after)


def side(periods: Sequence[Period]) -> Side:
    if not periods:
        return Side()
    count, days = sum(one.count for one in periods), sum(one.days for one in periods)
    return Side(len(periods), periods[0].begins, periods[-1].begins, count, days)


def _compared(before: Sequence[Period], after: Sequence[Period]) -> Measured:
    was, now = side(before), side(after)
    free = was.months + now.months - 2
    spread = max(1.0, (_moved(before, was.rate) + _moved(after, now.rate)) / free)
    error = sqrt(spread * (1 / (was.count + 0.5) + 1 / (now.count + 0.5)))
    ratio = (now.count + 0.5) / now.days / ((was.count + 0.5) / was.days)
    wide = exp(student(free) * error)
    low, high = ratio / wide, ratio * wide
    verdict = FEWER if high < 1 else MORE if low > 1 else CHANCE
    return Measured(verdict, was, now, _percent(ratio), _percent(low), _percent(high))


def _moved(periods: Sequence[Period], rate: float) -> float:
    return sum((one.count - rate * one.days) ** 2 / (rate * one.days) for one in periods) if rate else 0.0


def _percent(ratio: float) -> float:
    return 100 * (ratio - 1)


def student(free: int) -> float:
    """The 97.5th part in a hundred of Student's t, from the normal one (Fisher and Cornish; within 1% from 4 on)."""
    z = SURE
    first, second = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / free + second / free**2 + third / free**3


def reached(found: Measured, hoped: int | None) -> bool | None:
    """Whether as much as was hoped for; None where nothing was hoped for, or nothing can be told."""
    if not hoped or found.change is None or found.verdict not in (FEWER, MORE):
        return None
    return found.change <= hoped if hoped < 0 else found.change >= hoped


def kept(found: Measured) -> dict[str, object]:
    """As it is kept in a step: days in ISO form."""
    return asdict(found, dict_factory=lambda pairs: {key: _plain(value) for key, value in pairs})


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def read(given: dict[str, Any]) -> Measured:
    """What `kept` wrote."""
    return Measured(**given | {"before": _side(given["before"]), "after": _side(given["after"])})


def _side(given: dict[str, Any]) -> Side:
    days = {name: date.fromisoformat(given[name]) if given[name] else None for name in ("first", "last")}
    return Side(**given | days)
