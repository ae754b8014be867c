"""The register with what was measured. As many questions however many improvements: one for each kind of series."""

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

Counted = Mapping[str, Mapping[str, Sequence[warned_by.Period]]]


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


def counted(at: datetime) -> Counted:
    """Every series that anything was ever counted in: two questions."""
    return {which: warnings.series(which, at) for which in warned_by.WHICH}


def measured(improvement: Improvement, at: datetime, known: Counted | None = None) -> rules.Measured | None:
    """Before and after; None where no series counts it, or the change is not made."""
    if not improvement.code or not improvement.changed_on:
        return None
    which, code = improvement.which, improvement.code
    periods = _periods(improvement, at, known)
    noticed = warned(improvement.from_kind, improvement.from_ref)
    same = noticed and (noticed.which, noticed.code) == (which, code)
    return rules.measure(periods, improvement.changed_on, noticed.begins if noticed and same else None)


def _periods(improvement: Improvement, at: datetime, known: Counted | None) -> Sequence[warned_by.Period]:
    which, code = improvement.which, improvement.code
    if which == MEASURE:
        return counting.of_measure(code, improvement.changed_on, at)
    return (known[which] if known else warnings.series(which, at, code=code)).get(code, [])


def register(at: datetime) -> list[tuple[str, list[Row]]]:
    """Every status that has any, each with the one due first at the top. Three questions; and those of each improvement that
    shows in a measure, for a month of that may have to be counted again."""
    found = list(Improvement.objects.select_related("owner").order_by("due_on", "pk"))
    known = counted(at) if any(one.changed_on and one.which in warned_by.WHICH for one in found) else {}
    rows = [Row(one, measured(one, at, known), one.is_late(day_of(at))) for one in found]
    grouped = [(status, [row for row in rows if row.improvement.status == status]) for status in rules.STATUSES]
    return [(status, some) for status, some in grouped if some]


def one(pk: int) -> Improvement | None:
    return Improvement.objects.select_related("owner", "by").filter(pk=pk).first()


def steps(improvement: Improvement) -> list[Step]:
    return list(improvement.steps.select_related("owner", "by").order_by("-pk"))


def staff(also: Iterable[Handler] = ()) -> list[Handler]:
    return list(dict.fromkeys([*colleagues(*teams("front")), *also]))
