"""Promises with dates: a period, the day it starts, the moment it falls due, and its working-out in both languages.

The count starts the day after. A promise counted from receipt, as all that the law sets are, falls due as the last day
ends, at 23:59:59 London time: a day in law ends at midnight. An office's promise in working days, counted in its own
hours, falls due when the office closes on the last of them. What the law sets is in `STATUTORY`; what an office promises
comes in as a value. No limit bites where exceptional circumstances prevent it (CMR 2020 reg 51(2)): a person decides that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from putright.law import calendar
from putright.law.calendar import Calendar, england_and_wales
from putright.law.words import LANGUAGES, long_date, sentence


class Kind(StrEnum):
    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
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
    "review-answer": Period(Kind.DAYS, 28, "CMR 2020 reg 30(5)"),
}
OPEN = Hours()

_Lines = dict[str, list[str]]


def due(period: Period, from_: datetime, *, hours: Hours | None = None, counts_from: CountsFrom | None = None,
        working: Calendar | None = None) -> Due:
    """When a promise made of `period`, starting at the aware moment `from_`, falls due, and how that was worked out.

    Refuses a naive moment, and working days beyond the bank holidays we hold. `counts_from` overrides the period's own;
    it only matters for working days. `working` replaces the official calendar, for a day proclaimed late.
    """
    start = calendar.in_london(from_)
    lines: _Lines = {language: [] for language in LANGUAGES}
    _say(lines, "starts", day=start.date(), clock=start.time())
    if period.kind is Kind.WORKING_DAYS:
        rule = CountsFrom(counts_from or period.counts_from)
        moment = _working_days(period.n, start, hours or OPEN, rule, working or england_and_wales(), lines)
    else:
        moment = _calendar_days(period, start, lines)
    _say_source(lines, period)
    return Due(moment, {language: tuple(said) for language, said in lines.items()})


def _calendar_days(period: Period, start: datetime, lines: _Lines) -> datetime:
    count = {Kind.DAYS: period.n, Kind.WEEKS: 7 * period.n, Kind.END_OF_NEXT_DAY: 1}[period.kind]
    last = calendar.add_days(start, count)
    _say(lines, "every_day_counts", first=calendar.add_days(start, 1))
    _say(lines, "last_day", number=count, last=last)
    return _end_of(last, lines)


def _working_days(count: int, start: datetime, hours: Hours, rule: CountsFrom, working: Calendar,
                  lines: _Lines) -> datetime:
    counted_on = start.date()
    if rule is CountsFrom.OFFICE_HOURS:
        counted_on = _counts_as_received(start, hours, working, lines)
    last = working.add_working_days(counted_on, count)
    number = 0
    for ordinal in range(counted_on.toordinal() + 1, last.toordinal() + 1):
        number += _say_day(date.fromordinal(ordinal), number + 1, working, lines)
    if rule is CountsFrom.RECEIPT:
        return _end_of(last, lines)
    closes = hours.on(last)[1]
    _say(lines, "due_when_office_closes", last=last, clock=closes)
    return calendar.at(last, closes)


def _end_of(last: date, lines: _Lines) -> datetime:
    moment = calendar.end_of_day(last)
    _say(lines, "due_end_of_day", last=last, clock=moment.time())
    return moment


def _say_day(day: date, number: int, working: Calendar, lines: _Lines) -> bool:
    """Name a day as counted or skipped, and say whether it counted."""
    why = working.why_not(day)
    if why is None:
        _say(lines, "working_day", number=number, day=day)
    else:
        _say(lines, "skipped", day=day, why=why)
    return why is None


def _counts_as_received(start: datetime, hours: Hours, working: Calendar, lines: _Lines) -> date:
    """Before opening counts as that day; after closing, or on a day that is not worked, as the next working day."""
    why = working.why_not(start.date())
    opens, closes = hours.on(start.date())
    if why is None and start.time() <= closes:
        if start.time() < opens:
            _say(lines, "before_opening", clock=opens)
        return start.date()
    counted_on = working.add_working_days(start, 1)
    if why is None:
        _say(lines, "after_closing", clock=closes, day=counted_on)
    else:
        _say(lines, "not_worked", why=why, day=counted_on)
    return counted_on


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
