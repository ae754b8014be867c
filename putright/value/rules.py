"""What two figures say about one another, and whether a printed figure agrees with the numbers printed beside it. No Django.

Everything stays exact (Decimal); only `judged` rounds, half up, to the places that were printed."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from putright.reports.rules import MONTHS_IN_A_YEAR, divided, rounded

ABOUT = Decimal(1)  # per cent: how far off a figure said to be “about” may be
HUNDRED = Decimal(100)


class Said(StrEnum):
    """How a figure was said."""

    EXACTLY = "exactly"
    ABOUT = "about"
    OVER = "over"


class Verdict(StrEnum):
    OK = "ok"  # the same to the places printed, or within what “about” and “over” allow
    ROUNDS = "rounds"  # only the same when rounded more than it was printed: £1.39 printed as £1.40
    INCONSISTENT = "inconsistent"
    NOT_KNOWN = "not-known"  # a number it would be worked from is missing


def judged(printed: Decimal, worked: Decimal | None, said: Said = Said.EXACTLY) -> Verdict:
    """Whether `printed` agrees with `worked`. Its last figures may be noughts that only round it: that is ROUNDS."""
    if worked is None:
        return Verdict.NOT_KNOWN
    if said is Said.OVER:
        return Verdict.OK if worked > printed else Verdict.INCONSISTENT
    if said is Said.ABOUT:
        return Verdict.OK if abs(worked - printed) * HUNDRED <= ABOUT * abs(worked) else Verdict.INCONSISTENT
    if rounded(worked, places(printed)) == printed:
        return Verdict.OK
    return Verdict.ROUNDS if rounded(worked, places(printed.normalize())) == printed else Verdict.INCONSISTENT


def places(number: Decimal) -> int:
    """How many places after the point it is written with; below nought where it ends in noughts before the point."""
    return -int(number.as_tuple().exponent)


def changed(before: Decimal | int, after: Decimal | int) -> Decimal | None:
    """By how many per cent it rose, or fell when below nought; None when there was nothing before."""
    return divided((Decimal(after) - before) * HUNDRED, before)


def times(one: Decimal | int, other: Decimal | int) -> Decimal | None:
    """How many times `one` the other is; None when `one` is nothing."""
    return divided(other, one)


def a_year(number: Decimal | int, months: int) -> Decimal:
    """What so many months' number would be over a year, if every month were alike. Refuses (ValueError) no months."""
    if months < 1:
        raise ValueError("A rate over a year needs at least one month.")
    return Decimal(number) * MONTHS_IN_A_YEAR / months


def a_month(number: Decimal | int, months: int = MONTHS_IN_A_YEAR) -> Decimal:
    """The mean month of so many."""
    return a_year(number, months) / MONTHS_IN_A_YEAR


def part(per_cent: Decimal | int, whole: Decimal | int) -> Decimal:
    """That many per cent of it."""
    return Decimal(whole) * per_cent / HUNDRED


def each(number: Decimal | int, people: int) -> Decimal | None:
    """How many fall to each of so many people; None for nobody."""
    return divided(number, people)


def part_of_days(annual: Decimal, days: int, of: int) -> Decimal:
    """A yearly cost, for that many days of the year's days."""
    return annual * days / of


@dataclass(frozen=True)
class Against:
    """A cost beside a benchmark: how many times cheaper we are, and by how many per cent we differ (below nought: less)."""

    times_cheaper: Decimal | None
    differs: Decimal | None


def against(cost: Decimal | None, benchmark: Decimal | None) -> Against | None:
    """None when either is not known."""
    if cost is None or benchmark is None:
        return None
    return Against(times(cost, benchmark), changed(benchmark, cost))


def pays_for_itself(net: Decimal) -> bool:
    """Whether the worth of what was saved is at least the cost. Exactly nought pays."""
    return net >= 0
