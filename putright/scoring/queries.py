"""Questions about scored calls. No writes."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from putright.people.models import Handler
from putright.people.roles import Role

from .models import Call, Score


def calls() -> QuerySet[Call]:
    """The newest first, with their scores."""
    found = Call.objects.select_related("manager", "taker").prefetch_related("scores__by", "scores__outcome")
    return found.order_by("-on", "-pk")


def told(manager: Handler) -> QuerySet[Score]:
    """Scores this line manager is told of, the newest first."""
    found = Score.objects.filter(call__manager=manager, call__calibration=False).select_related("call", "by", "outcome")
    return found.order_by("-at")


def unanswered(manager: Handler) -> int:
    return told(manager).filter(outcome=None).count()


def managers() -> QuerySet[Handler]:
    """Those who may be a line manager here: they have a log-in and are told."""
    held = Q(role=Role.LOCAL_SUPERVISOR) | Q(role=Role.SUPERVISOR) | Q(role=Role.STANDARDS)
    return Handler.objects.filter(held, left_on=None).select_related("team").order_by("name")


def takers() -> QuerySet[Handler]:
    """Those of the team who take calls."""
    return Handler.objects.filter(role__in=(Role.HANDLER, Role.SUPERVISOR), left_on=None).order_by("name")


@dataclass
class Figures:
    """Of one unit in one month, or of one unit over all months."""

    points: list[int] = field(default_factory=list)
    failed: int = 0
    marks: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def mean(self) -> int | None:
        return round(sum(self.points) / len(self.points)) if self.points else None

    def met(self, code: str) -> int | None:
        said = self.marks[code]
        asked = said["met"] + said["partly"] + said["not"]
        return round(100 * said["met"] / asked) if asked else None

    def add(self, points: int, failed: bool, marks: dict[str, str]) -> None:
        self.points.append(points)
        self.failed += failed
        for code, mark in marks.items():
            self.marks[code][mark] += 1


def figures(since: date) -> tuple[dict[str, dict[date, Figures]], dict[str, Figures]]:
    """(unit -> month -> figures, unit -> figures of all of them). Calibration is left out. One query."""
    by_month: dict[str, dict[date, Figures]] = defaultdict(lambda: defaultdict(Figures))
    whole: dict[str, Figures] = defaultdict(Figures)
    rows = Score.objects.filter(call__on__gte=since, call__calibration=False).values_list(
        "call__unit", "call__on", "points", "failed", "marks"
    )
    for unit, on, points, failed, marks in rows.order_by("call__on", "pk"):
        for one in (by_month[unit][on.replace(day=1)], whole[unit]):
            one.add(points, failed, marks)
    return by_month, whole
