"""A measure month by month, as each month's own page counts it, with what its past lets one expect."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db.models import Count
from django.db.models.functions import TruncMonth

from offices import Office
from putright.facts.measure import Measure
from putright.facts.months import Month, Span
from putright.facts.rows import Stored
from putright.facts.sources import Scope
from putright.law import calendar
from putright.warnings import rules as judging

Counts = Mapping[str, int]
SHOWN = 13  # the last one, and the twelve before: the same month a year ago is among them
PAST = 24  # months before those shown, to expect from


def months_until(last: Month, number: int) -> list[Month]:
    """So many months up to that one, the oldest first."""
    found = [last]
    while len(found) < number and not found[-1].is_first:
        found.append(found[-1].previous)
    return found[::-1]


def counts(measure: Measure, months: Sequence[Month], office: Office, at: datetime) -> dict[Month, Counts]:
    """How many of each part in each of those months. One query where the days of the measure add up; one a month elsewhere."""
    if not measure.by_day:
        return {month: measure.rows(Scope(month, office, at)).counts() for month in months}
    rows = measure.rows(Scope(Span(months[0].first, months[-1].last_day), office, at))
    if not isinstance(rows, Stored):
        return {month: measure.rows(Scope(month, office, at)).counts() for month in months}
    found: defaultdict[Month, dict[str, int]] = defaultdict(dict)
    cut = rows.query.order_by().annotate(cut=TruncMonth("when", tzinfo=calendar.LONDON))
    for begins, part, number in cut.values_list("cut", "part").annotate(number=Count("pk")):
        found[Month(begins.year, begins.month)][part] = number
    return {month: found[month] for month in months}


def expected(totals: Mapping[date, int | None]) -> list[judging.Judged]:
    """Each month against those before it (rules of the room `warnings`). A month without a number is not looked at."""
    days = {begins: working_days(begins) if number is not None else 0 for begins, number in totals.items()}
    return judging.judge([judging.Period(begins, days[begins], number or 0) for begins, number in totals.items()])


def working_days(begins: date) -> int:
    """Of a month; nought where the bank holidays are not known."""
    known = calendar.england_and_wales()
    until = judging.month_after(begins)
    if begins < known.first or until > known.last:
        return 0
    return sum(known.is_working_day(date.fromordinal(one)) for one in range(begins.toordinal(), until.toordinal()))
