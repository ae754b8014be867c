"""Promises with dates: a period, the day it starts, the moment it falls due, and its working-out in both languages.

The arithmetic is `counting.py`, whatever stopped or extended a clock; here it is put into words. The count starts the day
after. A promise counted from receipt, as all that the law sets are, falls due as the last day ends, at 23:59:59 London
time: a day in law ends at midnight. An office's promise in working days, counted in its own hours, falls due when the
office closes on the last of them. What the law sets is in `STATUTORY`; what an office promises comes in as a value. No
limit bites where exceptional circumstances prevent it (CMR 2020 reg 51(2)): a person decides that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from putright.law import calendar
from putright.law.calendar import Calendar, england_and_wales
from putright.law.counting import DAY, HOUR, WORKING_DAY, Counted, Length, More, Still, count
from putright.law.words import LANGUAGES, long_date, sentence


class Kind(StrEnum):
    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    HOURS = "hours"  # of opening
    END_OF_NEXT_DAY = "end_of_next_day"


class CountsFrom(StrEnum):
    """Whether the office's hours matter: something that arrives while it is shut counts from then, and the last day runs
    to its end; or it counts from when the office next opens, and the last day ends when it closes."""

    RECEIPT = "receipt"
    OFFICE_HOURS = "office_hours"


@dataclass(frozen=True, slots=True)
class Period:
    kind: Kind
    n: int = 1
    source: str = ""
    recalled: bool = False
    inferred: bool = False
    counts_from: CountsFrom = CountsFrom.OFFICE_HOURS

    def __post_init__(self) -> None:
        if self.n < 1:
            raise ValueError("A period is at least one day long.")


@dataclass(frozen=True, slots=True)
class Hours:
    """When the office is open on a working day. `week` holds the days that differ: 0 is Monday."""

    opens: time = time(9)
    closes: time = time(17)
    week: Mapping[int, tuple[time, time]] = field(default_factory=dict)

    def on(self, day: date) -> tuple[time, time]:
        return self.week.get(day.weekday(), (self.opens, self.closes))


@dataclass(frozen=True, slots=True)
class Due:
    at: datetime
    working_out: Mapping[str, tuple[str, ...]]


STATUTORY: Mapping[str, Period] = {
    "iopc-referral": Period(Kind.END_OF_NEXT_DAY, 1, "CMR 2020 reg 4(2)", inferred=True),
    "update": Period(Kind.WEEKS, 4, "CMR 2020 reg 34(2)(a)"),
    "outcome": Period(Kind.WORKING_DAYS, 5, "CMR 2020 reg 34(2)(b)", counts_from=CountsFrom.RECEIPT),
    "review": Period(Kind.DAYS, 28, "CMR 2020 reg 29(2)"),
}
OPEN = Hours()

_Lines = dict[str, list[str]]


def due(period: Period, from_: datetime, *, hours: Hours | None = None, counts_from: CountsFrom | None = None,
        working: Calendar | None = None) -> Due:
    """When a promise made of `period`, starting at the aware moment `from_`, falls due, and how that was worked out.

    Refuses a naive moment, and working days beyond the bank holidays we hold. `counts_from` overrides the period's own;
    it only matters for working days. `working` replaces the official calendar, for a day proclaimed late.
    """
    found = Reckoned(period, from_, hours or OPEN, CountsFrom(counts_from or period.counts_from), working or england_and_wales())
    moment = found.counted().due_at
    if moment is None:
        raise ValueError("An office that never opens again keeps no promise in hours.")
    return Due(moment, found.working_out(moment))


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A promise that began at a moment, with all it is counted by. The count itself is `counting.count`."""

    period: Period
    began: datetime
    hours: Hours
    rule: CountsFrom
    working: Calendar

    def counted(self, stills: Sequence[Still] = (), more: Sequence[More] = ()) -> Counted:
        """When it falls due with its stops and extensions: extended in hours, in working days, or in days."""
        return count(self._length(), self._start(), stills=stills, more=more)

    def working_out(self, due_at: datetime, stills: Sequence[Still] = ()) -> Mapping[str, tuple[str, ...]]:
        """The count in words, in both languages, day by day where not every day counts. For a clock that is running."""
        start = calendar.in_london(self.began)
        lines: _Lines = {language: [] for language in LANGUAGES}
        _say(lines, "starts", day=start.date(), clock=start.time())
        last = calendar.day_of(due_at)
        if self.period.kind is Kind.WORKING_DAYS:
            self._say_received(start, lines)
            _say_days(self.counted_from(), last, self.working, stills, lines)
        elif self.period.kind is Kind.HOURS:
            _say(lines, "hours", number=self.period.n)
        else:
            _say(lines, "every_day_counts", first=calendar.add_days(start, 1))
            for still in stills:
                _say_still(still, last, lines)
            _say(lines, "last_day", number=_counted_days(start.date(), last, stills), last=last)
        self._say_due(due_at, lines)
        _say_source(lines, self.period)
        return {language: tuple(said) for language, said in lines.items()}

    def counted_from(self) -> date:
        """The day that is not counted: it began on it, or in office hours is taken to have."""
        start = calendar.in_london(self.began)
        if self.period.kind is not Kind.WORKING_DAYS or self.rule is CountsFrom.RECEIPT:
            return start.date()
        worked = self.working.is_working_day(start.date()) and start.time() <= self.hours.on(start.date())[1]
        return start.date() if worked else self.working.add_working_days(start, 1)

    def _start(self) -> datetime:
        moved = self.counted_from() != calendar.day_of(self.began)
        return calendar.at(self.counted_from(), time.min) if moved else self.began

    def _length(self) -> Length:
        kind, n = self.period.kind, self.period.n
        if kind is Kind.HOURS:
            return Length(HOUR, n, opening=self._opening)
        if kind is Kind.WORKING_DAYS:
            closes = None if self.rule is CountsFrom.RECEIPT else (lambda day: self.hours.on(day)[1])
            return Length(WORKING_DAY, n, closes=closes, working=self.working)
        started = calendar.day_of(self.began)
        days = {Kind.DAYS: n, Kind.WEEKS: 7 * n, Kind.END_OF_NEXT_DAY: 1}
        return Length(DAY, days[kind] if kind in days else (calendar.add_months(started, n) - started).days)

    def _opening(self, day: date) -> tuple[time, time] | None:
        return self.hours.on(day) if self.working.is_working_day(day) else None

    def _say_received(self, start: datetime, lines: _Lines) -> None:
        """Before opening counts as that day; after closing, or on a day that is not worked, as the next working day."""
        if self.rule is CountsFrom.RECEIPT:
            return
        why, day = self.working.why_not(start.date()), self.counted_from()
        opens, closes = self.hours.on(start.date())
        if why is not None:
            _say(lines, "not_worked", why=why, day=day)
        elif day != start.date():
            _say(lines, "after_closing", clock=closes, day=day)
        elif start.time() < opens:
            _say(lines, "before_opening", clock=opens)

    def _say_due(self, due_at: datetime, lines: _Lines) -> None:
        local = calendar.in_london(due_at)
        if self.period.kind is Kind.HOURS:
            _say(lines, "due_hours", last=local.date(), clock=local.time().replace(second=0))
        elif self.period.kind is Kind.WORKING_DAYS and self.rule is CountsFrom.OFFICE_HOURS:
            _say(lines, "due_when_office_closes", last=local.date(), clock=local.time())
        else:
            _say(lines, "due_end_of_day", last=local.date(), clock=local.time())


def stood_still(day: date, stills: Sequence[Still]) -> bool:
    """Whether the clock stood still that day: not the day it was stopped, but the day it went on."""
    return any(
        calendar.day_of(still.since) < day and (still.until is None or day <= calendar.day_of(still.until)) for still in stills
    )


def _counted_days(start: date, last: date, stills: Sequence[Still]) -> int:
    days = range(start.toordinal() + 1, last.toordinal() + 1)
    return sum(not stood_still(date.fromordinal(day), stills) for day in days)


def _say_days(start: date, last: date, working: Calendar, stills: Sequence[Still], lines: _Lines) -> None:
    """Name each day as counted or left out, and why."""
    number = 0
    for ordinal in range(start.toordinal() + 1, last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        why = working.why_not(day)
        if why is None and stood_still(day, stills):
            why = {language: sentence("promise_still", language) for language in LANGUAGES}
        if why is None:
            number += 1
            _say(lines, "working_day", number=number, day=day)
        else:
            _say(lines, "skipped", day=day, why=why)


def _say_still(still: Still, last: date, lines: _Lines) -> None:
    """The days a stop took from a promise in which every day counts, if it took any."""
    first, until = calendar.add_days(still.since, 1), calendar.day_of(still.until) if still.until else None
    if until and first <= until and first <= last:
        _say(lines, "stood_still", first=first, last=until)


def _say_source(lines: _Lines, period: Period) -> None:
    if period.source:
        _say(lines, "by_law", source=period.source)
    if period.inferred:
        _say(lines, "inferred")
    if period.recalled:
        _say(lines, "recalled")


def _say(lines: _Lines, name: str, **values: object) -> None:
    for language, said in lines.items():
        said.append(sentence(f"promise_{name}", language, **{key: _text(it, language) for key, it in values.items()}))


def _text(value: object, language: str) -> str:
    if isinstance(value, date):
        return long_date(value, language)
    if isinstance(value, time):
        return value.strftime("%H:%M" if not value.second else "%H:%M:%S")
    return str(value[language] if isinstance(value, Mapping) else value)
