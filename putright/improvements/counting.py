"""A measure of the catalogue as whole months with their working days, to be compared before and after."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from putright.codes.queries import code_list, with_reasons
from putright.facts import kept
from putright.facts.measures import CATALOGUE, MEASURES
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.law import calendar
from putright.people.queries import office
from putright.warnings.rules import Period

from .rules import MOST

Asked = tuple[str, date | None]  # a measure, and the day of the change


def months(changed_on: date | None, at: datetime) -> list[Month]:
    """Whole months that are over: as many as are compared before and after the change, or the last ones while it is not made.
    None before bank holidays are known."""
    first, this = calendar.england_and_wales().first, Month.of(at)
    after = Month.of(changed_on) if changed_on and changed_on < this.first else this
    wanted: list[Month] = []
    for _number in range(MOST):
        if after.next >= this:
            break
        after = after.next
    while len(wanted) < 2 * MOST + 1 and after.first >= first:
        if after < this:
            wanted.append(after)
        after = after.previous
    return wanted[::-1]


def of_measure(key: str, changed_on: date | None, at: datetime) -> list[Period]:
    """What was counted, from the first month in which anything was; nothing for a measure there is not."""
    return of_measures([(key, changed_on)], at)[key, changed_on]


def of_measures(wanted: Iterable[Asked], at: datetime) -> dict[Asked, list[Period]]:
    """The same for several. As many queries however many there are, and some for each month whose days are not kept."""
    asked = {one: months(one[1], at) if one[0] in CATALOGUE else [] for one in wanted}
    if not (whole := {month for some in asked.values() for month in some}):
        return {one: [] for one in asked}
    listed, here = code_list("reasons"), office()
    scopes = {month: Scope(month, with_reasons(here, month.last_day, listed), at) for month in whole}
    counted = [([scopes[month] for month in some], CATALOGUE[key]) for (key, _on), some in asked.items() if some]
    found = iter(kept.many(counted, MEASURES))
    return {one: _periods(some, next(found)) if some else [] for one, some in asked.items()}


def _periods(wanted: list[Month], counts: list[Mapping[str, int]]) -> list[Period]:
    known = calendar.england_and_wales()
    rows = [
        Period(one.first, sum(known.is_working_day(on) for on in one.days), sum(parts.values()))
        for one, parts in zip(wanted, counts, strict=True)
    ]
    begun = next((place for place, row in enumerate(rows) if row.count), len(rows))
    return rows[begun:]
