"""The log in words a handler reads: what happened, who, when, and what was said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.allocation.words import ASKS, BODIES
from putright.cases.danger import KINDS as DANGERS
from putright.cases.models import Event
from putright.cases.words import LEVELS, MEDIA
from putright.contacts.panel import CHANNELS
from putright.law import categories
from putright.letters.panel import NAMES as LETTERS
from putright.people import gates
from putright.people.queries import colleagues
from putright.recovery.panel import CONTENT, OFFERS
from putright.triage.explain import ROUTES

SPOKEN = ("words", "answer", "because", "why", "outcome", "reason")
PEOPLE = ("to", "handler")  # facts that hold the key of a colleague
Facts = dict[str, object]


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    what: str
    detail: str
    words: str


def entries(log: Iterable[Event]) -> list[Entry]:
    """Every event of a case's log, the newest first. One query, for the colleagues it names."""
    log = list(log)
    names = gates.table("EVENTS")
    wanted = any(fact in event.facts for event in log for fact in PEOPLE)
    people = {one.pk: one.name for one in colleagues()} if wanted else {}
    return [entry(event, names, people) for event in reversed(log)]


def entry(event: Event, names: Mapping[str, object], people: dict[object, str]) -> Entry:
    payload = getattr(event, "payload", None)
    said = "\n".join(str(payload.body[key]) for key in SPOKEN if payload.body.get(key)) if payload else ""
    facts = {**event.facts, **{fact: people.get(event.facts.get(fact), "") for fact in PEOPLE}}
    if event.verb == "taken" and event.facts.get("to") == event.by_id:
        facts["to"] = ""  # they took it on themselves: who is said already
    said_of = DETAILS.get(event.verb)
    detail = str(said_of(facts) or "") if said_of else ""
    if event.verb == "officer_named":
        said = {"not identified": _("Not identified"), "The force": _("The force itself, not one person")}.get(
            said, said
        )
    return Entry(event.at, who(event), str(names.get(event.verb, event.verb)), detail, said)


def who(event: Event) -> str:
    if event.by:
        return event.by.name
    known = {"complainant": _("The complainant"), "rounds": _("By itself"), "import": _("From the old log")}
    return known.get(event.by_words, event.by_words)


def _category(facts: Facts) -> str:
    code = str(facts.get("category", ""))
    row = next((row for row in categories.every_row() if row.code == code), None)
    return f"{code} {row.cy if get_language() == 'cy' else row.en}" if row else code


def _one_of(choices: Iterable[tuple[object, object]], fact: str) -> Callable[[Facts], object]:
    return lambda facts: dict(choices).get(facts.get(fact), "")


DETAILS: dict[str, Callable[[Facts], object]] = {
    "received": _one_of(CHANNELS.items(), "channel"),
    "joined": _one_of(CHANNELS.items(), "channel"),
    "taken": lambda facts: facts["to"],
    "walled": lambda facts: facts["handler"],
    "spoke": _one_of(MEDIA, "medium"),
    "restricted": _one_of(LEVELS, "level"),
    "alleged": _category,
    "decided": _one_of(ROUTES.items(), "route"),
    "proposed": _one_of(ROUTES.items(), "route"),
    "seconded": _one_of(ROUTES.items(), "route"),
    "not_seconded": _one_of(ROUTES.items(), "route"),
    "raised": _one_of(DANGERS.items(), "kind"),
    "allocated": _one_of(ASKS.items(), "asks"),
    "offered": _one_of(OFFERS.items(), "offer"),
    "answered": _one_of(CONTENT.items(), "content"),
    "answered_back": _one_of(CONTENT.items(), "content"),
    "handed_over": _one_of(BODIES.items(), "body"),
    "wrote": _one_of(LETTERS.items(), "kind"),
    "sent": _one_of(LETTERS.items(), "kind"),
}
