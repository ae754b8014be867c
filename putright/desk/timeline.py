"""The log in words a handler reads: what happened, who, when, and what was said."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from putright.cases.models import Case, Event
from putright.cases.queries import events
from putright.people import gates

SPOKEN = ("words", "answer", "because", "why", "outcome", "reason")


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    what: str
    words: str


def entries(case: Case) -> list[Entry]:
    """Every event of the case, the newest first. One query."""
    names = gates.table("EVENTS")
    return [entry(event, names) for event in reversed(list(events(case)))]


def entry(event: Event, names: dict[str, object]) -> Entry:
    payload = getattr(event, "payload", None)
    said = " ".join(str(payload.body[key]) for key in SPOKEN if payload.body.get(key)) if payload else ""
    return Entry(event.at, who(event), str(names.get(event.verb, event.verb)), said)


def who(event: Event) -> str:
    if event.by:
        return event.by.name
    return {"complainant": _("The complainant"), "rounds": _("By itself"), "import": _("From the old log")}.get(
        event.by_words, event.by_words
    )
