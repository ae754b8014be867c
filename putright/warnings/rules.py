"""When a month or a week departs from its own past. No Django.

What is expected is the rate a working day of the periods before, times the working days of this one, times what this
month of the year usually does (once two years are known; the fewer were counted, the nearer to no difference). How far a
count lies from that is measured on the scale of square roots, on which chance is about as large for few as for many
(Anscombe 1948), in standard deviations that include what is not known of the expectation itself and any more spread than
chance alone the past has shown. The period just before is left out of the past, so that a rise does not hide itself.

Two rules: one period alone far away (`FAR`), or two together on the same side (`TWICE`). The limits were chosen by
simulation: docs/evidence/warnings.md says how often they are wrong and how small a change they see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

FAR = 2.6  # standard deviations, one period
TWICE = 2.2  # standard deviations, two periods taken together
SHRINK = 30.0  # counts that pull what a month of the year does towards no difference
ALONE, TOGETHER = "alone", "together"
REASON, AREA = "reason", "area"
WHICH = (REASON, AREA)


@dataclass(frozen=True)
class Span:
    """How much of the past is looked at, in periods: at most, at least, and from when on the time of year is."""

    most: int
    fewest: int
    seasons_after: int


MONTHLY = Span(most=36, fewest=12, seasons_after=24)
WEEKLY = Span(most=104, fewest=26, seasons_after=104)


@dataclass(frozen=True)
class Period:
    """A month or a week: its first day, its working days, and how many were counted."""

    begins: date
    days: int
    count: int


@dataclass(frozen=True)
class Judged:
    """A period with its working. `expected`, `low`, `high` are counts; None while too little is known. `fired` is the rule."""

    period: Period
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    away: float = 0.0  # standard deviations above (below: negative) what was expected
    together: float = 0.0  # the same of this period and the one before
    factor: float = 1.0  # what this month of the year usually does
    spread: float = 1.0  # how much more than chance alone the past has moved
    past: int = 0  # periods looked at
    fired: str = ""


def judge(periods: Sequence[Period], span: Span = MONTHLY, last: int | None = None) -> list[Judged]:
    """Each period, or only the `last` few, against those before it, in order. Nothing that came later is used."""
    found: list[Judged] = []
    first = max(0, len(periods) - last) if last else 0
    for place, period in enumerate(periods[first:], first):
        past = [one for one in periods[max(0, place - 1 - span.most) : max(0, place - 1)] if one.days]
        found.append(_judged(period, past, found[-1] if found else None, span))
    return found


def _judged(period: Period, past: Sequence[Period], before: Judged | None, span: Span) -> Judged:
    if len(past) < span.fewest or not period.days or not any(one.count for one in past):
        return Judged(period, past=len(past))
    factors = {month: _factor(past, month) for month in range(1, 13)} if len(past) >= span.seasons_after else {}
    rate = sum(one.count for one in past) / sum(one.days * factors.get(one.begins.month, 1) for one in past)
    factor = factors.get(period.begins.month, 1.0)
    expected = rate * period.days * factor
    spread = _spread(past, rate, factors)
    error = (
        spread
        + expected / sum(one.count for one in past)
        + (expected / _seen(past, period.begins.month) if factors else 0)
    )
    away = _away(period.count, expected) / sqrt(error)
    together = (away + before.away) / sqrt(2) if before and before.expected is not None else 0.0
    fired = ALONE if abs(away) > FAR else TOGETHER if abs(together) > TWICE and away * together > 0 else ""
    low, high = limits(expected, FAR * sqrt(error))
    return Judged(period, expected, low, high, away, together, factor, spread, len(past), fired)


def _away(count: float, expected: float) -> float:
    return 2 * (sqrt(count + 3 / 8) - sqrt(expected + 3 / 8))


def limits(expected: float, width: float) -> tuple[float, float]:
    """The counts that lie `width` away from what was expected, by the same scale of square roots."""
    root = sqrt(expected + 3 / 8)
    return max(0.0, max(0.0, root - width / 2) ** 2 - 3 / 8), (root + width / 2) ** 2 - 3 / 8


def _factor(past: Sequence[Period], month: int) -> float:
    """What this month of the year does against the whole past, drawn towards 1 while few were counted."""
    rate = sum(one.count for one in past) / sum(one.days for one in past)
    same = [one for one in past if one.begins.month == month]
    return (sum(one.count for one in same) + SHRINK) / (sum(one.days for one in same) * rate + SHRINK)


def _seen(past: Sequence[Period], month: int) -> float:
    return SHRINK + sum(one.count for one in past if one.begins.month == month)


def _spread(past: Sequence[Period], rate: float, factors: dict[int, float]) -> float:
    """How much the past moved beside what chance does by itself (1); never less than 1."""
    off = 0.0
    for one in past:
        expected = rate * one.days * factors.get(one.begins.month, 1)
        off += (one.count - expected) ** 2 / expected
    free = len(past) - 1 - (len(factors) / 2 if factors else 0)
    return max(1.0, off / max(1.0, free))


def begun(found: Sequence[Judged]) -> list[Judged]:
    """The warnings that begin: a rule fired, and none did on the same side in the period before."""
    return [
        one for place, one in enumerate(found)
        if one.fired and not (place and found[place - 1].fired and found[place - 1].away * one.away > 0)
    ]  # fmt: skip


def month_after(begins: date) -> date:
    return date(begins.year + begins.month // 12, begins.month % 12 + 1, 1)


def week_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
