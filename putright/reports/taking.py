"""How long things took in a month, from the days of the rows that are counted. A fixed number of queries."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache

from django.db.models import Avg, Count
from django.db.models.functions import TruncDate

from design.dates import LONDON
from putright.cases.models import Event
from putright.facts.measures import CATALOGUE
from putright.facts.rows import Stored
from putright.facts.sources import Scope
from putright.law import calendar
from putright.law.refusals import BeyondCalendar
from putright.measures.queries import employees
from putright.measures.words import EMPLOYEES

from .lazy import Lazy
from .rules import divided

SATURDAY = 5
FIRST = date(2000, 1, 1)  # of what is counted by one list of working days; nothing of ours is older
OUTSIDE, RECORDED = "outside", "recorded"  # parts of the measure `finished`
Days = tuple[date, date]
Long = Callable[[date, date], int]


@cache
def _working_days(until_year: int) -> tuple[date, ...]:
    days = (FIRST + timedelta(days=number) for number in range((date(until_year + 1, 1, 1) - FIRST).days))
    return tuple(day for day in days if _is_working(day))


def _is_working(day: date) -> bool:
    """Beyond the years of which the bank holidays are held, Monday to Friday: an old log may be of any year."""
    try:
        return calendar.is_working_day(day)
    except BeyondCalendar:
        return day.weekday() < SATURDAY


def working_days(since: date, until: date) -> int:
    """Working days after the first day up to and with the last: the day it came is not counted, as in the law's own periods."""
    known = _working_days(until.year)
    return max(bisect_right(known, until) - bisect_right(known, since), 0)


def taken(scope: Scope) -> Mapping[str, Decimal | None]:
    """The averages that are worked from moments, by the key of their figure, and how many employees the force has."""

    @cache
    def ended() -> Mapping[str, Mapping[Days, int]]:
        return _pairs(scope, "finished")

    def of(part: str) -> Mapping[Days, int]:
        return ended().get(part, {})

    return Lazy({
        "days-to-log": lambda: _mean(_both(_pairs(scope, "soon")), lambda since, until: (until - since).days),
        "days-outside": lambda: _mean(of(OUTSIDE), working_days),
        "days-recorded": lambda: _mean(of(RECORDED), working_days),
        "days-less-stops": lambda: _mean(of(RECORDED), working_days, less=_stopped(scope)),
        "speed-of-answer": lambda: speed(scope),
        EMPLOYEES: lambda: employees(scope.month.last_day, scope.office),
    })  # fmt: skip


def _pairs(scope: Scope, key: str) -> Mapping[str, Mapping[Days, int]]:
    """Part -> the London days of the two moments of each row -> how many rows have them. One query."""
    measure = CATALOGUE[key]
    rows = measure.rows(scope)
    if measure.took is None or not isinstance(rows, Stored):
        return {}
    days = {name: TruncDate(field, tzinfo=LONDON) for name, field in zip(("since", "until"), measure.took, strict=True)}
    found: dict[str, dict[Days, int]] = {}
    for row in rows.query.order_by().values("part", **days).annotate(number=Count("pk")):
        found.setdefault(row["part"], {})[row["since"], row["until"]] = row["number"]
    return found


def _both(parts: Mapping[str, Mapping[Days, int]]) -> Mapping[Days, int]:
    made: dict[Days, int] = {}
    for rows in parts.values():
        for days, number in rows.items():
            made[days] = made.get(days, 0) + number
    return made


def _mean(rows: Mapping[Days, int], long: Long, less: int = 0) -> Decimal | None:
    total = sum(long(*days) * number for days, number in rows.items())
    return divided(total - less, sum(rows.values()))


def _stopped(scope: Scope) -> int:
    """Working days on which recorded cases that ended in the month stood still, each day of a case once. One query."""
    rows = CATALOGUE["finished"].rows(scope)
    if not isinstance(rows, Stored):
        return 0
    cases = rows.query.filter(part=RECORDED).values("pk")
    found = Event.objects.filter(case__in=cases, verb__in=("clock_stopped", "clock_went_on")).order_by("case", "seq")
    columns = found.values_list("case", "case__finished_at", "verb", "at", "facts")
    logs: dict[tuple[int, datetime], list[tuple[str, datetime, str]]] = {}
    for case, ended, verb, at, facts in columns:
        logs.setdefault((case, ended), []).append((verb, at, str(facts.get("promise", ""))))
    return sum(len(still(log, ended)) for (_case, ended), log in logs.items())


def still(log: Iterable[tuple[str, datetime, str]], ended: datetime) -> set[date]:
    """The working days after the day of a stop up to the day it went on, or the case ended."""
    since: dict[str, datetime] = {}
    found: set[date] = set()
    last = calendar.day_of(ended)
    for verb, at, promise in log:
        if verb == "clock_stopped":
            since.setdefault(promise, at)
        elif promise in since:
            found |= _between(calendar.day_of(since.pop(promise)), min(calendar.day_of(at), last))
    for at in since.values():
        found |= _between(calendar.day_of(at), last)
    return found


def _between(since: date, until: date) -> set[date]:
    known = _working_days(until.year)
    return set(known[bisect_right(known, since) : bisect_right(known, until)])


def speed(scope: Scope) -> Decimal | None:
    """Mean seconds waited by those who were answered. One query."""
    rows = CATALOGUE["waits"].rows(scope)
    if not isinstance(rows, Stored):
        return None
    mean = rows.query.filter(answered_at__isnull=False).order_by().aggregate(mean=Avg("wait"))["mean"]
    return None if mean is None else Decimal(str(mean))
