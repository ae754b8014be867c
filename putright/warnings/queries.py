"""Counting months and weeks, and what stands out. Two queries a kind, however many contacts."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth, TruncWeek

from putright.allocation.models import Allocation
from putright.contacts.models import Contact
from putright.law import calendar
from putright.people.models import Team

from . import rules
from .models import Dismissed

SHOWN = 60  # months counted: those judged, and what they are judged by
WEEKS = 130
RECENT = 3  # months in which a warning waits for somebody


@dataclass(frozen=True)
class Warning:
    """One month of one reason or area that stands out, and who set it aside."""

    which: str
    code: str
    judged: rules.Judged
    aside: Dismissed | None = None


def _starts(at: datetime, step: str) -> list[date]:
    """The first days of the whole periods that are over, oldest first, as far back as we count and know bank holidays."""
    today, first = calendar.day_of(at), calendar.england_and_wales().first
    if step == "week":
        begins = rules.week_of(today)
        return [day for n in range(WEEKS, 0, -1) if (day := begins - timedelta(weeks=n)) >= first]
    months = [divmod(today.year * 12 + today.month - 1 - n, 12) for n in range(SHOWN, 0, -1)]
    return [day for year, month in months if (day := date(year, month + 1, 1)) >= first]


def _days(begins: date, step: str) -> int:
    known = calendar.england_and_wales()
    until = rules.month_after(begins) if step == "month" else begins + timedelta(days=7)
    return sum(known.is_working_day(date.fromordinal(one)) for one in range(begins.toordinal(), until.toordinal()))


def _rows(which: str) -> tuple[QuerySet, str, str]:
    if which == rules.AREA:
        return Allocation.objects.all(), "at", "team"
    return Contact.objects.exclude(reason=""), "received_at", "reason"


def series(which: str, at: datetime, step: str = "month", code: str = "") -> dict[str, list[rules.Period]]:
    """Each code -> its periods from the first in which anything was counted of that kind. One query."""
    starts = _starts(at, step)
    found, moment, column = _rows(which)
    if code:
        found = found.filter(**{column: code})
    ends = rules.month_after(starts[-1]) if step == "month" else starts[-1] + timedelta(days=7)
    within = {f"{moment}__gte": calendar.at(starts[0], time.min), f"{moment}__lt": calendar.at(ends, time.min)}
    cut = (TruncMonth if step == "month" else TruncWeek)(moment, tzinfo=calendar.LONDON)
    counted: defaultdict[str, Counter[date]] = defaultdict(Counter)
    rows = found.filter(**within).order_by().annotate(cut=cut).values_list(column, "cut").annotate(number=Count("pk"))
    for one, begins, number in rows:
        counted[str(one)][begins.date()] += number
    first = min((day for counts in counted.values() for day in counts), default=None)
    days = {begins: _days(begins, step) for begins in starts if first and begins >= first}
    return {
        one: [rules.Period(begins, days[begins], counts[begins]) for begins in days]
        for one, counts in sorted(counted.items())
    }


def standing(at: datetime) -> list[Warning]:
    """What stands out in the last months that are over and nobody set aside, the newest and farthest first."""
    aside = {(one.which, one.code, one.begins) for one in Dismissed.objects.all()}
    found = []
    for which in rules.WHICH:
        for code, periods in series(which, at).items():
            judged = rules.begun(rules.judge(periods, last=RECENT + 1)[-RECENT:])
            found += [Warning(which, code, one) for one in judged if (which, code, one.period.begins) not in aside]
    return sorted(found, key=lambda one: (-one.judged.period.begins.toordinal(), -abs(one.judged.away)))


def of(which: str, code: str, at: datetime, step: str = "month") -> list[Warning]:
    """Every period of one reason or area with its working, and who set which aside."""
    aside = {one.begins: one for one in Dismissed.objects.filter(which=which, code=code).select_related("by")}
    periods = series(which, at, step, code).get(code, [])
    span = rules.MONTHLY if step == "month" else rules.WEEKLY
    return [Warning(which, code, one, aside.get(one.period.begins)) for one in rules.judge(periods, span)]


def teams(codes: Iterable[str]) -> dict[str, Team]:
    return {str(team.pk): team for team in Team.objects.filter(pk__in=[code for code in codes if code.isdigit()])}
