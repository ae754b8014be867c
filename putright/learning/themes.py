"""Counts of what was learned, or of all cases, by reason, area, department, cause or level. Only cases open to whoever asks are
counted, so a count and the list behind it are the same cases."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Exists, OuterRef, QuerySet

from putright.allocation.models import Allocation
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.law.calendar import LONDON
from putright.people.models import Team

from .models import Lesson

SHOWN = 200
KINDS = {"area": "local", "department": "department"}
LESSONS, CASES = "lessons", "cases"


@dataclass(frozen=True)
class Asked:
    """`of`: cases with a lesson, or all. `by`: words.BY. `kind`: only that kind of contact, a code of the list of kinds."""

    of: str
    by: str
    since: date
    kind: str = ""

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.since, time.min, LONDON)


def _base(cases: QuerySet[Case], asked: Asked) -> QuerySet[Case]:
    found = cases.order_by()
    if asked.of == CASES:
        found = found.filter(received_at__gte=asked.begins)
    else:
        found = found.filter(Exists(Lesson.objects.filter(case=OuterRef("pk"), at__gte=asked.begins)))
    if asked.kind:
        found = found.filter(Exists(Contact.objects.filter(case=OuterRef("pk"), topic=asked.kind)))
    return found


def _rows(asked: Asked) -> tuple[QuerySet, str]:
    if asked.by == "reason":
        return Contact.objects.exclude(reason=""), "reason"
    if asked.by in KINDS:
        return Allocation.objects.filter(team__kind=KINDS[asked.by]), "team_id"
    return Lesson.objects.filter(at__gte=asked.begins), asked.by


def counted(cases: QuerySet[Case], asked: Asked) -> list[tuple[str, int]]:
    """(code or number of a team, how many cases), the most first. One query. A case with two reasons counts for each."""
    found, column = _rows(asked)
    base = _base(cases, asked)
    rows = found.filter(case__in=base.values("pk")).order_by().values(column).annotate(n=Count("case", distinct=True))
    return sorted(((str(row[column]), row["n"]) for row in rows), key=lambda one: (-one[1], one[0]))


def behind(cases: QuerySet[Case], asked: Asked, code: str) -> list[Case]:
    """The cases behind one count, the newest first. One query."""
    found, column = _rows(asked)
    if column == "team_id" and not code.isdecimal():
        return []
    there = found.filter(case=OuterRef("pk"), **{column: code})
    base = _base(cases, asked).filter(Exists(there)).select_related("complainant")
    return list(base.order_by("-received_at", "-pk")[:SHOWN])


def total(cases: QuerySet[Case], asked: Asked) -> int:
    return _base(cases, asked).count()


def teams() -> dict[str, Team]:
    return {str(one.pk): one for one in Team.objects.filter(kind__in=KINDS.values())}
