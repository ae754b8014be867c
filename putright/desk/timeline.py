"""The log in words a handler reads: what happened, who, when, and what was said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.allocation.words import ASKS, BODIES
from putright.cases.danger import KINDS as DANGERS
from putright.cases.models import Event
from putright.cases.words import LEVELS, MEDIA
from putright.codes.rules import Rows
from putright.contacts.panel import CHANNELS
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


def entries(log: Iterable[Event], categories: Rows, on: date) -> list[Entry]:
    """Every event of a case's log, the newest first. One query, for the colleagues it names. Categories are called what they
    were called on that day."""
    log = list(log)
    names = gates.table("EVENTS")
    wanted = any(fact in event.facts for event in log for fact in PEOPLE)
    people = {one.pk: one.name for one in colleagues()} if wanted else {}
    language = "cy" if get_language() == "cy" else "en"
    called = {row.code: f"{row.code} {categories.name(row.code, on, language)}" for row in categories.rows}
    return [entry(event, names, people, called) for event in reversed(log)]


def entry(
    event: Event, names: Mapping[str, object], people: Mapping[object, str], called: Mapping[str, str]
) -> Entry:
    payload = getattr(event, "payload", None)
    said = "\n".join(str(payload.body[key]) for key in SPOKEN if payload.body.get(key)) if payload else ""
    facts = {**event.facts, **{fact: people.get(event.facts.get(fact), "") for fact in PEOPLE}}
    if code := event.facts.get("category"):
        facts["category"] = called.get(str(code), str(code))
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
    known = {
        "complainant": _("The complainant"), "rounds": _("By itself"), "officer": _("An officer, by personal link"),
        "import": _("From the old log"),
    }  # fmt: skip
    return known.get(event.by_words, event.by_words)


def _one_of(choices: Iterable[tuple[object, object]], fact: str) -> Callable[[Facts], object]:
    return lambda facts: dict(choices).get(facts.get(fact), "")


DETAILS: dict[str, Callable[[Facts], object]] = {
    "received": _one_of(CHANNELS.items(), "channel"),
    "joined": _one_of(CHANNELS.items(), "channel"),
    "taken": lambda facts: facts["to"],
    "walled": lambda facts: facts["handler"],
    "spoke": _one_of(MEDIA, "medium"),
    "restricted": _one_of(LEVELS, "level"),
    "alleged": lambda facts: facts["category"],
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
