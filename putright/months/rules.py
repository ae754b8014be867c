"""Periods, fingerprints, and what differs between two frozen reports. No Django."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from putright.facts.months import Month
from putright.law import calendar

MONTH, QUARTER, YEAR = LENGTHS = (1, 3, 12)
JANUARY, APRIL = 1, 4  # a calendar year, and a police force's
Frozen = Mapping[str, Any]


@dataclass(frozen=True, order=True)
class Period(Month):
    """One, three or twelve months from a month on. A quarter begins in January, April, July or October; a year in April,
    as a police force's does, or in January. Refuses (ValueError) anything else."""

    length: int = MONTH

    def __post_init__(self) -> None:
        super().__post_init__()
        begins = {MONTH: range(1, 13), QUARTER: (1, 4, 7, 10), YEAR: (1, 4)}
        if self.number not in begins.get(self.length, ()):
            raise ValueError(f"No period of {self.length} months begins in month {self.number}.")

    @property
    def last_day(self) -> date:
        last = self.number + self.length - 1
        return Month(self.year + (last - 1) // 12, (last - 1) % 12 + 1).last_day

    @property
    def before(self) -> "Period":
        """The one just before, as long."""
        months = self.year * 12 + self.number - 1 - self.length
        return Period(months // 12, months % 12 + 1, self.length)

    @property
    def year_before(self) -> "Period":
        return Period(self.year - 1, self.number, self.length)


def with_a_past(year: int, number: int, length: int) -> Period:
    """Refuses (ValueError) what is no period, and one at the beginning of our calendar: a report sets it beside earlier ones."""
    made = Period(year, number, length)
    if min(made.before, made.year_before) >= made:
        raise ValueError("Nothing comes before it.")
    return made


def last_over(at: datetime, length: int, begins: int = APRIL) -> Period:
    """The newest month, quarter or year that is over; `begins` is the first month of a year."""
    month = Month.of(at)
    first = {MONTH: month.number, QUARTER: (month.number - 1) // 3 * 3 + 1, YEAR: begins}[length]
    year = month.year - (length == YEAR and month.number < begins)
    return Period(year, first, length).before


def fingerprint(told: object) -> str:
    """SHA-256 of the plainest JSON of it: whoever has the same figures gets the same 64 letters."""
    plain = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def goes_on(period: Period, on: int) -> datetime:
    """The morning on which a board has the report of a period: that day of the month after it."""
    following = Month.of(period.end)
    return calendar.at(date(following.year, following.number, min(on, following.last_day.day)), time(8))


@dataclass(frozen=True)
class Difference:
    """A figure that is not what it was. An empty side: it was not there."""

    key: str
    name: Mapping[str, str]
    was: Mapping[str, str]
    now: Mapping[str, str]


NOTHING = {"en": "", "cy": ""}


def differences(older: Frozen, newer: Frozen) -> list[Difference]:
    """Figure by figure, in the newer one's order; then what it no longer has."""
    was, now = dict(numbered(older)), dict(numbered(newer))
    found = []
    for key in [*now, *(one for one in was if one not in now)]:
        name, old = was.get(key, (None, NOTHING))
        named, new = now.get(key, (name, NOTHING))
        if old != new:
            found.append(Difference(key, named or NOTHING, old, new))
    return found


def numbered(frozen: Frozen) -> Iterator[tuple[str, tuple[Mapping[str, str], Mapping[str, str]]]]:
    """Every figure of a report: its key, and its name and value in both languages."""
    for section in frozen["sections"]:
        for line in section["lines"]:
            yield line["key"], (line["name"], line["value"])
        for table in section["tables"]:
            for line in table["lines"]:
                for place, cell in enumerate(line["cells"]):
                    yield f"{table['key']}/{line['part']}/{place}", (_named(table, line, place), cell)


def _named(table: Frozen, line: Frozen, place: int) -> Mapping[str, str]:
    return {
        said: ": ".join((table["title"][said], line["name"][said], table["heads"][place][said])) for said in NOTHING
    }
