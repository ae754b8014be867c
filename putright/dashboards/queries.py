"""What is due, late, waiting or new, as lists and as how long they are. Cases come in from the door."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from putright.cases.models import Case
from putright.chasing import queries as chasing
from putright.chasing import staff
from putright.clocks.models import Hint
from putright.contacts.channels.chat import queries as chats
from putright.contacts.channels.telephone import queries as calls
from putright.law import calendar
from putright.law.calendar import day_of
from putright.people.models import Handler

CAME = "came"
LISTS = ("late", "soon", "unaccepted", "outside", CAME)
TEAM_LISTS = ("late", "soon", "free", "unaccepted", "away", "outside", CAME)


def came_today(at: datetime) -> Q:
    return Q(received_at__gte=calendar.at(day_of(at), time.min), received_at__lte=at)


def counts(cases: QuerySet[Case], at: datetime) -> dict[str, int]:
    """How long each list is. Two queries."""
    return chasing.counts(cases, at) | {CAME: cases.filter(came_today(at)).count()}


def listed(cases: QuerySet[Case], which: str, at: datetime, after: str = "") -> chasing.Sheet:
    """One sheet of a list. One query."""
    if which != CAME:
        return chasing.listed(cases, which, at, after)
    due = Subquery(Hint.objects.filter(case=OuterRef("pk")).values("next_due_at")[:1])
    rows = cases.filter(came_today(at)).annotate(since=F("received_at"), due=due)
    if start := chasing.read(after):
        rows = rows.filter(Q(since__gt=start[0]) | Q(since=start[0], pk__gt=start[1]))
    got = list(rows.select_related("complainant", "assigned_to", "team").order_by("since", "pk")[: chasing.PAGE + 1])
    shown = got[: chasing.PAGE]
    return chasing.Sheet(shown, f"{shown[-1].since.isoformat()}~{shown[-1].pk}" if len(got) > chasing.PAGE else "")


@dataclass(frozen=True)
class Holds:
    """How much a colleague has in hand, how much of it is late, and whether they are away today."""

    handler: Handler
    going: int
    late: int
    away: bool


def holding(cases: QuerySet[Case], at: datetime) -> list[Holds]:
    """Whoever has anything, the most late first. Three queries."""
    late = chasing.chosen(at)["late"]
    rows = chasing.going(cases, at).exclude(assigned_to=None).order_by().values("assigned_to")
    found = {row["assigned_to"]: row for row in rows.annotate(all=Count("pk"), late=Count("pk", filter=late))}
    away = set(staff.away_on(day_of(at)).values_list("handler", flat=True))
    made = [
        Holds(one, found[one.pk]["all"], found[one.pk]["late"], one.pk in away) for one in Handler.objects.filter(pk__in=found)
    ]
    return sorted(made, key=lambda one: (-one.late, -one.going, one.handler.name))


@dataclass(frozen=True)
class Waiting:
    """Who waits at this moment, and for how long the longest."""

    number: int
    since: datetime | None


def on_the_telephone(at: datetime) -> Waiting:
    found = [one for one in calls.going_on(at=at) if one.answered_at is None and one.began_at]
    return Waiting(len(found), min((one.began_at for one in found if one.began_at), default=None))


def to_chat() -> Waiting:
    found = chats.waiting()
    return Waiting(len(found), min((one.started_at for one in found), default=None))


def of_one(cases: QuerySet[Case], handler: int) -> QuerySet[Case]:
    return cases.filter(assigned_to=handler)
