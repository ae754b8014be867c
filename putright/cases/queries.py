"""Questions about cases. `open_to` is the only door: pages, search, export and letters get their cases from it."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from putright.people.models import Handler, Officer
from putright.people.roles import FRONT, Role

from .models import SEALED, Allegation, Case, ComplainedOf, Event, Grant, Wall

CAME = ("received", "joined")  # verbs of a contact that opened a case or joined it


class NoSuchCase(Exception):
    """No case of that reference is open to this person. The same whether it is missing, walled or somebody else's."""


def open_to(handler: Handler, *, at: datetime) -> QuerySet[Case]:
    """Every case this person may open at this moment.

    Reach: the front team's own queue for its handlers and supervisors, whatever is assigned to them, and whatever was
    granted to them or their team. A senior manager has no queue: they reach what was granted, as the month's sample is. A
    sealed case is reached by a grant to a named person only. A wall beats all of it.
    Analysts, privacy officers and administrators reach none."""
    given = Grant.objects.filter(Q(until=None) | Q(until__gt=at), case=OuterRef("pk"), since__lte=at)
    reach = Exists(given.filter(Q(handler=handler) | Q(team=handler.team_id)))
    if Role(handler.role) in FRONT:
        reach |= Q(team=handler.team_id) | Q(assigned_to=handler)
    elif Role(handler.role) not in {Role.STANDARDS, Role.LOCAL_SUPERVISOR, Role.SENIOR}:
        return Case.objects.none()
    sealed_to_others = Q(restriction=SEALED) & ~Exists(given.filter(handler=handler))
    walled = Exists(Wall.objects.filter(case=OuterRef("pk"), handler=handler, cleared_at=None))
    return Case.objects.filter(reach).exclude(sealed_to_others).exclude(walled)


def one_open_to(handler: Handler, reference: str, *, at: datetime) -> Case:
    """The case of that reference, or NoSuchCase."""
    found = open_to(handler, at=at).select_related("team", "complainant", "assigned_to")
    case = found.filter(reference=reference).first()
    if case is None:
        raise NoSuchCase(reference)
    return case


def by_reference(reference: str) -> Case:
    """For rounds and actions that act for nobody in particular. Never for a page: a shape test reads every pages.py."""
    return Case.objects.select_related("team", "complainant").get(reference=reference)


def events(case: Case) -> QuerySet[Event]:
    """The log of one case, oldest first, with payloads and names: one query."""
    return Event.objects.filter(case=case).select_related("payload", "by").order_by("seq")


def log_once(request: HttpRequest, case: Case) -> list[Event]:
    """The log of one case, asked for once in a request however many panels read it."""
    known: dict[int, list[Event]] = request.__dict__.setdefault("case_logs", {})
    if case.pk not in known:
        known[case.pk] = list(events(case))
    return known[case.pk]


def happened(request: HttpRequest, case: Case, *verbs: str, channel: str = "") -> bool:
    """Whether any of that is in the log, or a contact came by that way: a panel of which nothing happened asks no more."""
    return any(
        event.verb in verbs or (channel and event.verb in CAME and event.facts.get("channel") == channel)
        for event in log_once(request, case)
    )


def allegations(case: Case) -> QuerySet[Allegation]:
    return Allegation.objects.filter(case=case).order_by("number")


def officers(case: Case) -> list[Officer]:
    linked = ComplainedOf.objects.filter(case=case).select_related("officer").order_by("pk")
    return [row.officer for row in linked]


def is_walled(case: Case, handler: Handler) -> bool:
    return Wall.objects.filter(case=case, handler=handler, cleared_at=None).exists()


def any_walls(cases: Collection[int]) -> bool:
    """Whether anybody is kept out of any of these cases. One query."""
    return Wall.objects.filter(case__in=cases, cleared_at=None).exists()
