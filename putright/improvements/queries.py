"""The register with what was measured. As many questions however many improvements: one for each kind of series, and those of
the days kept of measures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from putright.charts.changing import MEASURE
from putright.law.calendar import day_of
from putright.people.models import Handler
from putright.people.queries import colleagues, teams
from putright.warnings import queries as warnings
from putright.warnings import rules as warned_by
from putright.warnings.actions import Which

from . import counting, rules
from .models import Improvement, Step

CountedBy = tuple[str, str, date | None]  # which kind of series, its code, and the day of the change where that matters
Counted = Mapping[CountedBy, Sequence[warned_by.Period]]


@dataclass(frozen=True)
class Row:
    improvement: Improvement
    measured: rules.Measured | None
    late: bool


def warned(kind: str, ref: str) -> Which | None:
    """The warning an improvement came from: which/code/month."""
    parts = ref.split("/")
    if kind != "warning" or len(parts) != 3 or parts[0] not in warned_by.WHICH:
        return None
    try:
        return Which(parts[0], parts[1], date.fromisoformat(parts[2]))
    except ValueError:
        return None


def measured(improvement: Improvement, at: datetime, known: Counted | None = None) -> rules.Measured | None:
    """Before and after; None where no series counts it, or the change is not made."""
    if not improvement.code or not improvement.changed_on:
        return None
    which, code = improvement.which, improvement.code
    noticed = warned(improvement.from_kind, improvement.from_ref)
    same = noticed and (noticed.which, noticed.code) == (which, code)
    periods = (known or counted([improvement], at)).get(_counted_by(improvement), [])
    return rules.measure(periods, improvement.changed_on, noticed.begins if noticed and same else None)


def _counted_by(improvement: Improvement) -> CountedBy:
    """What an improvement is counted by; a measure is counted around the day of the change."""
    return improvement.which, improvement.code, improvement.changed_on if improvement.which == MEASURE else None


def counted(improvements: Sequence[Improvement], at: datetime) -> Counted:
    """The series that any of them is counted by. As many questions however many there are."""
    wanted = {_counted_by(one) for one in improvements if one.code and one.changed_on}
    found: dict[CountedBy, Sequence[warned_by.Period]] = {}
    for which in {which for which, _code, _on in wanted} - {MEASURE}:
        found |= {(which, code, None): periods for code, periods in warnings.series(which, at).items()}
    measures = counting.of_measures(((code, on) for which, code, on in wanted if which == MEASURE), at)
    return found | {(MEASURE, *asked): periods for asked, periods in measures.items()}


def register(at: datetime) -> list[tuple[str, list[Row]]]:
    """Every status that has any, each with the one due first at the top. One question, one for each kind of series, and five
    where a measure counts any; more for months whose days are not kept."""
    found = list(Improvement.objects.select_related("owner").order_by("due_on", "pk"))
    known = counted(found, at)
    rows = [Row(one, measured(one, at, known), one.is_late(day_of(at))) for one in found]
    grouped = [(status, [row for row in rows if row.improvement.status == status]) for status in rules.STATUSES]
    return [(status, some) for status, some in grouped if some]


def one(pk: int) -> Improvement | None:
    return Improvement.objects.select_related("owner", "by").filter(pk=pk).first()


def steps(improvement: Improvement) -> list[Step]:
    return list(improvement.steps.select_related("owner", "by").order_by("-pk"))


def staff(also: Iterable[Handler] = ()) -> list[Handler]:
    return list(dict.fromkeys([*colleagues(*teams("front")), *also]))
