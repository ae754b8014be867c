"""Counting to the moment something falls due: pauses, extensions, bank holidays, opening hours. Plain Python.

The rules, each of which a person can check on a wall calendar:

- The day it starts is not counted, and working days leave out those not worked. Days are London days.
- While the clock stands still no new day counts: the day somebody stops it still does, the days after that up to and with
  the one it goes on again do not. So a pause within one day changes nothing.
- A month is the days from the day it starts to the same day of that later month (or that month's last day).
- Office hours are counted by the minute while the office is open and the clock is not standing still.
- An extension adds to the number promised, in its own unit, if it was made before the moment it then fell due.

Refuses nothing but working days beyond the calendar (BeyondCalendar): whether a promise may be paused or extended at all
is its own rule, and not asked here."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from putright.law import calendar
from putright.law.calendar import Calendar
from putright.law.refusals import BeyondCalendar

DAY, WORKING_DAY, HOUR = "day", "working_day", "hour"
Opening = Callable[[date], tuple[time, time] | None]  # when the office is open that day; None when it is shut
FOREVER = 20_000  # days an hour's promise is looked for: an office that never opens again keeps no promise


class Still(NamedTuple):
    """A stretch in which the clock stood still, both moments aware; `until` is None while it still does."""

    since: datetime
    until: datetime | None


class More(NamedTuple):
    """An extension: when it was made, and by how many of the promise's own units."""

    at: datetime
    by: int


@dataclass(frozen=True, slots=True)
class Counted:
    """`due_at` as things stand; None while the clock stands still. `left` is what is still to be counted then: days, or
    minutes of opening hours. `taken` holds the extensions that came in time."""

    due_at: datetime | None
    taken: tuple[More, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """How long a promise may take. Days fall due as the last one ends, or when the office `closes` on it.

    Hours need `opening`; for working days `working` replaces the official calendar."""

    unit: str
    number: int
    closes: Callable[[date], time] | None = None
    opening: Opening | None = None
    working: Calendar | None = None


def count(
    length: Length, start: datetime, *, stills: Sequence[Still] = (), more: Sequence[More] = ()
) -> Counted:
    """When so long after `start` falls due. `stills` and `more` in the order they happened, pauses not overlapping."""
    counting, number = _counting(length, start), length.number
    if not stills and not more:
        return Counted(counting(number, ())[0])
    taken: list[More] = []
    for one in more:
        due_at, _ = counting(number, _known_at(stills, one.at))
        if due_at is None or one.at <= due_at:
            taken.append(one)
            number += one.by
    due_at, left = counting(number, stills)
    return Counted(due_at, tuple(taken), left)


Counting = Callable[[int, Sequence[Still]], tuple[datetime | None, int]]


def _counting(length: Length, start: datetime) -> Counting:
    if length.unit == HOUR:
        opening = length.opening
        if opening is None:
            raise ValueError("A promise in hours needs the office's opening hours.")
        return lambda number, stills: _hours(number * 60, start, stills, opening)
    first, working = calendar.day_of(start).toordinal(), length.working or calendar.england_and_wales()
    days = _Days(working.worked if length.unit == WORKING_DAY else None, working)

    def by_days(number: int, stills: Sequence[Still]) -> tuple[datetime | None, int]:
        last, left = _last_day(days, first, number, stills)
        return (None if last is None else _ends(last, length.closes)), left

    return by_days


class _Days(NamedTuple):
    """The days that count, as ordinals in order; None when all do."""

    counted: Sequence[int] | None
    held: Calendar

    def after(self, day: int, number: int) -> int:
        """The day that is `number` counted days later."""
        if self.counted is None:
            return day + number
        place = bisect_right(self.counted, day) + number - 1
        if not 0 <= place < len(self.counted):
            raise BeyondCalendar(self.held.first, self.held.last)
        return self.counted[place]

    def between(self, after: int, last: int) -> int:
        """How many count after one day, up to and with another."""
        if self.counted is None:
            return last - after
        return bisect_right(self.counted, last) - bisect_right(self.counted, after)


def _last_day(days: _Days, first: int, number: int, stills: Sequence[Still]) -> tuple[int | None, int]:
    """The `number`-th counted day after `first`; while the clock stands still None, and how many are left."""
    last = days.after(first, number)
    for still in stills:
        stopped = max(_day(still.since), first)
        if last <= stopped:
            break  # it fell due before
        if still.until is None:
            return None, days.between(stopped, last)
        if lost := days.between(stopped, max(stopped, _day(still.until))):
            last = days.after(last, lost)
    return last, 0


def _day(moment: datetime) -> int:
    return calendar.day_of(moment).toordinal()


def _ends(day: int, closes: Callable[[date], time] | None) -> datetime:
    return _end_of(day) if closes is None else calendar.at(date.fromordinal(day), closes(date.fromordinal(day)))


@lru_cache(maxsize=20_000)
def _end_of(day: int) -> datetime:
    return calendar.end_of_day(date.fromordinal(day))


def _known_at(stills: Sequence[Still], at: datetime) -> list[Still]:
    """The pauses as they stood at a moment: what ended later had not ended yet."""
    return [
        still._replace(until=still.until if still.until and still.until <= at else None)
        for still in stills
        if still.since <= at
    ]


@lru_cache(maxsize=20_000)
def _in_utc(day: date, opens: time, closes: time) -> tuple[datetime, datetime]:
    return calendar.at(day, opens).astimezone(UTC), calendar.at(day, closes).astimezone(UTC)


def _hours(
    minutes: int, start: datetime, stills: Sequence[Still], opening: Opening
) -> tuple[datetime | None, int]:
    """Minutes of opening hours after `start`. The clock runs from each moment it goes on to the next it stops."""
    left, runs_from = timedelta(minutes=minutes), start
    for still in stills:
        due_at, left = _open_for(left, runs_from, max(still.since, runs_from), opening)
        if due_at is not None:
            return due_at, 0
        if still.until is None:
            return None, round(left / timedelta(minutes=1))
        runs_from = max(still.until, runs_from)
    return _open_for(left, runs_from, None, opening)[0], 0


def _open_for(
    left: timedelta, since: datetime, until: datetime | None, opening: Opening
) -> tuple[datetime | None, timedelta]:
    """When so much opening time has gone by, if before `until`; otherwise what is left of it by then."""
    day, since_utc, until_utc = calendar.day_of(since), since.astimezone(UTC), until and until.astimezone(UTC)
    for _ in range(FOREVER):
        if until_utc and calendar.at(day, time.min) >= until_utc:
            return None, left
        if hours := opening(day):
            begins, ends = _in_utc(day, *hours)
            begins, ends = max(begins, since_utc), min(ends, until_utc or ends)
            if ends - begins >= left:
                return calendar.in_london(begins + left), timedelta(0)
            left -= max(timedelta(0), ends - begins)
        day += timedelta(days=1)
    return None, left
