"""Danger raised on a case, and whether a named person has answered it. Read from the log; nothing is stored twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from .models import Case, Event

KINDS = {
    "immediate_danger": _("Somebody is in danger now"),
    "risk_to_life": _("A life is at risk"),
    "vulnerability": _("They are vulnerable"),
}
ESCALATES = timedelta(minutes=15)  # unanswered for so long, it is shown to supervisors as theirs


@dataclass(frozen=True)
class Raised:
    """One danger that nobody has answered."""

    case: Case
    kind: str
    at: datetime
    by: str
    words: str = ""
    escalated: bool = False

    @property
    def what(self) -> str:
        return str(KINDS.get(self.kind, self.kind))


def unanswered(log: Iterable[Event], *, at: datetime) -> list[Raised]:
    """From a case's log, in its order: what was raised since somebody last answered."""
    found: list[Event] = []
    for event in log:
        if event.verb == "raised":
            found.append(event)
        elif event.verb == "acknowledged":
            found = []
    return [_read(event, at) for event in found]


def waiting(open_cases: QuerySet[Case], *, at: datetime) -> list[Raised]:
    """Every unanswered danger on those cases, the longest waiting first: one query. `open_cases` comes from the door."""
    later = Event.objects.filter(case=OuterRef("case"), verb="acknowledged", seq__gt=OuterRef("seq"))
    rows = Event.objects.filter(verb="raised", case__in=open_cases).exclude(Exists(later))
    return [_read(event, at) for event in rows.select_related("case", "by", "payload").order_by("at", "pk")]


def _read(event: Event, at: datetime) -> Raised:
    payload = getattr(event, "payload", None)
    words = str(payload.body.get("words", "")) if payload else ""
    late = at - event.at >= ESCALATES
    return Raised(event.case, str(event.facts.get("kind", "")), event.at, event.by.name if event.by else "", words, late)
