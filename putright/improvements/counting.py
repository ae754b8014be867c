"""A measure of the catalogue as whole months with their working days, to be compared before and after."""

from dataclasses import replace
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
    """What was counted, from the first month in which anything was. Some queries for each month whose days are not kept; none
    for a measure there is not."""
    if key not in CATALOGUE or not (wanted := months(changed_on, at)):
        return []
    listed = code_list("reasons")
    scope = Scope(wanted[0], office(), at)
    scopes = [replace(scope, month=one, office=with_reasons(scope.office, one.last_day, listed)) for one in wanted]
    totals = [sum(parts.values()) for parts in kept.series(scopes, CATALOGUE[key], MEASURES)]
    known = calendar.england_and_wales()
    rows = [
        Period(one.first, sum(known.is_working_day(on) for on in one.days), total)
        for one, total in zip(wanted, totals, strict=True)
    ]
    begun = next((place for place, row in enumerate(rows) if row.count), len(rows))
    return rows[begun:]
