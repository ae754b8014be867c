"""Questions about the sample: what is to be looked at, what was found, how it goes from month to month. No writes."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, F, Q, QuerySet

from putright.cases.models import Case
from putright.people.models import Handler

from .agreement import Agreement, agreement
from .models import Draw, Item, Look, Picked, Reminder, Seed

NOT_COUNTED = "none"


def newest() -> Q:
    """Draws that no later one took the place of."""
    return ~Q(pk__in=Draw.objects.filter(seed__draws__number__gt=F("number")).values("pk"))


def draws() -> QuerySet[Draw]:
    """The newest first, with how many there are to look at and how many were."""
    looked = Count("picked", filter=Q(picked__look__isnull=False))
    found = Draw.objects.select_related("seed", "by").annotate(asked=Count("picked"), looked=looked)
    return found.order_by("-seed__month", "-number")


def seeds() -> QuerySet[Seed]:
    """Months whose seed is recorded and which are not drawn yet."""
    return Seed.objects.filter(draws=None).order_by("-month")


def _left(who: Handler) -> QuerySet[Picked]:
    return Picked.objects.filter(sampler=who, look=None, draw__in=Draw.objects.filter(newest()))


def to_look_at(who: Handler) -> list[Picked]:
    """What this person still has to look at, in the order drawn."""
    return list(_left(who).select_related("case", "draw__seed").order_by("draw_id", "place"))


def waiting(who: Handler, open_cases: QuerySet[Case]) -> int:
    """How many of those they can still open."""
    return _left(who).filter(case__in=open_cases).count()


def looked_at(who: Handler) -> QuerySet[Look]:
    found = Look.objects.filter(by=who).select_related("picked__draw__seed", "answer")
    return found.order_by("-at")


def reminded(who: Handler) -> dict[int, datetime]:
    return dict(Reminder.objects.filter(sampler=who).values_list("draw_id", "at"))


def findings(who: Handler) -> QuerySet[Look]:
    """What was found on this person's own work, the newest first."""
    return Look.objects.filter(handler=who).select_related("picked__case", "picked__draw__seed", "answer", "by").order_by("-at")


def unanswered(who: Handler, open_cases: QuerySet[Case]) -> int:
    return Look.objects.filter(handler=who, answer=None, picked__case__in=open_cases).count()


@dataclass
class Month:
    """Of one month: how many were drawn and looked at, and for each point what was said."""

    month: date
    drawn: int = 0
    looked: int = 0
    marks: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def met(self, code: str) -> int | None:
        """Of every 100 to which the point applied, how many met it."""
        said = self.marks[code]
        asked = sum(count for mark, count in said.items() if mark != NOT_COUNTED)
        return round(100 * said["met"] / asked) if asked else None

    def said(self, code: str) -> int:
        return sum(count for mark, count in self.marks[code].items() if mark != NOT_COUNTED)


def trend() -> list[Month]:
    """Month by month, the oldest first: the newest draw of each, and the first reader's marks. Two queries."""
    found: dict[date, Month] = {}
    current = draws().filter(newest())
    for draw in current:
        found[draw.seed.month] = Month(draw.seed.month, drawn=len(draw.record["chosen"]))
    looks = Look.objects.filter(picked__draw__in=Draw.objects.filter(newest()), picked__second=False)
    for month, marks in looks.values_list("picked__draw__seed__month", "marks"):
        found[month].looked += 1
        for code, mark in marks.items():
            found[month].marks[code][mark] += 1
    return [found[month] for month in sorted(found)]


@dataclass(frozen=True)
class Theme:
    """What one look found wanting, for others to learn from: the points not met, and what was written for them."""

    look: int
    month: date
    points: tuple[str, ...]
    words: str
    at: datetime


def themes(since: datetime) -> Iterator[Theme]:
    """For the learning room: every look since then that found something, or wrote something to learn. One query."""
    for look in Look.objects.filter(at__gte=since).select_related("picked__draw__seed").order_by("at", "pk"):
        wanting = tuple(sorted(code for code, mark in look.marks.items() if mark in ("partly", "not")))
        if wanting or look.learning:
            yield Theme(look.pk, look.picked.draw.seed.month, wanting, look.learning, look.at)


def pairs() -> tuple[int, Agreement, dict[str, Agreement]]:
    """Cases read by two, what both said of every point together, and point by point. One query."""
    rows = Look.objects.order_by("picked__draw", "picked__case", "picked__second").values_list(
        "picked__draw", "picked__case", "marks"
    )
    read: dict[tuple[int, int], list[dict[str, str]]] = defaultdict(list)
    for draw, case, marks in rows:
        read[draw, case].append(marks)
    by_point: dict[str, list[tuple[str, str]]] = defaultdict(list)
    both = [looks for looks in read.values() if len(looks) == 2]
    for first, second in both:
        for code in sorted(first.keys() & second.keys()):
            by_point[code].append((first[code], second[code]))
    together = [pair for said in by_point.values() for pair in said]
    return len(both), agreement(together), {code: agreement(said) for code, said in by_point.items()}


def draw_before(draw: Draw) -> Draw | None:
    return Draw.objects.filter(pk__lt=draw.pk).order_by("-pk").first()


def of_month(draw: Draw) -> list[Draw]:
    """The other draws of its month, the first one first."""
    return list(Draw.objects.filter(seed=draw.seed_id).exclude(pk=draw.pk).select_related("by").order_by("number"))


def sizes(draw: Draw) -> dict[str, int]:
    """How many cases each group had."""
    return dict(sorted(Counter(stratum for _key, stratum in draw.record["population"]).items()))


def changes() -> QuerySet[Item]:
    """What the office changed on its lists, the newest first."""
    return Item.objects.select_related("by").order_by("-pk")


def free_code(which: str) -> str:
    return f"own-{Item.objects.filter(which=which).count() + 1}"
