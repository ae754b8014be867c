"""The promises the law sets, each with the days on which it is law, as every other row of the law has them.

What they are is in `promises.STATUTORY`. All of them rest on the Police (Complaints and Misconduct) Regulations 2020, in
force from 1 February 2020. A promise without its days fails the build; one that changes ends here and begins under the
new provision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from putright.law.promises import STATUTORY, Period

IN_FORCE: Mapping[str, tuple[date, date | None]] = {
    "iopc-referral": (date(2020, 2, 1), None),
    "update": (date(2020, 2, 1), None),
    "outcome": (date(2020, 2, 1), None),
    "review": (date(2020, 2, 1), None),
    "review-answer": (date(2020, 2, 1), None),
}


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise of the law: `until` is its last day; None: until further notice."""

    name: str
    period: Period
    since: date
    until: date | None = None

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


def every() -> tuple[Promised, ...]:
    """Raises KeyError for a promise whose days are not written down."""
    return tuple(Promised(name, period, *IN_FORCE[name]) for name, period in STATUTORY.items())


def in_force(on: date) -> tuple[Promised, ...]:
    return tuple(one for one in every() if one.in_force(on))


def between(first: date, second: date) -> tuple[tuple[Promised, ...], tuple[Promised, ...]]:
    """What began and what ended from the first day to the second."""
    then, now = in_force(first), in_force(second)
    return tuple(one for one in now if one not in then), tuple(one for one in then if one not in now)


def days() -> frozenset[date]:
    """Every day on which a promise begins, or the day after one ends."""
    begun = {one.since for one in every()}
    return frozenset(begun | {one.until + timedelta(days=1) for one in every() if one.until})
