"""One month of the calendar, in London time. No Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from putright.law import calendar

FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, order=True)
class Month:
    """Refuses (ValueError) a month that no calendar of ours has. `start` is in it, `end` is not."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.number <= 12):
            raise ValueError(f"There is no month {self.year}-{self.number}.")

    @classmethod
    def of(cls, when: date) -> "Month":
        """The London month of a date or an aware moment."""
        day = calendar.day_of(when)
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def start(self) -> datetime:
        return calendar.at(self.first, time.min)

    @property
    def end(self) -> datetime:
        return calendar.at(self.last_day + timedelta(days=1), time.min)

    @property
    def last_day(self) -> date:
        return date(self.year + self.number // 12, self.number % 12 + 1, 1) - timedelta(days=1)

    @property
    def days(self) -> frozenset[date]:
        return between(self.first, self.last_day)

    @property
    def is_first(self) -> bool:
        return (self.year, self.number) == (FIRST_YEAR, 1)

    @property
    def next(self) -> "Month":
        return Month.of(self.last_day + timedelta(days=1))

    @property
    def previous(self) -> "Month":
        return Month.of(date(self.year, self.number, 1) - timedelta(days=1))


@dataclass(frozen=True)
class Span:
    """Some London days one after another, both included: asked of a measure as a month is."""

    first: date
    last_day: date

    @property
    def start(self) -> datetime:
        return calendar.at(self.first, time.min)

    @property
    def end(self) -> datetime:
        return calendar.at(self.last_day + timedelta(days=1), time.min)

    @property
    def days(self) -> frozenset[date]:
        return between(self.first, self.last_day)


def between(first: date, last: date) -> frozenset[date]:
    return frozenset(first + timedelta(days=n) for n in range((last - first).days + 1))


def spans(days: Iterable[date]) -> list[Span]:
    """Those days as few spans as there can be, in order."""
    found: list[Span] = []
    for on in sorted(days):
        if found and found[-1].last_day + timedelta(days=1) == on:
            found[-1] = Span(found[-1].first, on)
        else:
            found.append(Span(on, on))
    return found
