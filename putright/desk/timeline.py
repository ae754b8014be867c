"""The log in words a handler reads: what happened, who, when, and what was said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.alike.words import LINKS
from putright.allocation.words import ASKS, BODIES
from putright.cases.danger import KINDS as DANGERS
from putright.cases.models import Event
from putright.cases.words import LEVELS, MEDIA
from putright.clocks.words import NAMES as PROMISES
from putright.clocks.words import REASONS
from putright.codes.rules import Rows
from putright.contacts.channels.email.words import HOW
from putright.contacts.panel import CHANNELS
from putright.law.calendar import day_of
from putright.letters.panel import ALL_NAMES as LETTERS
from putright.people import gates
from putright.people.queries import colleagues
from putright.recovery.panel import CONTENT
from putright.triage.explain import ROUTES

SPOKEN = ("words", "answer", "because", "why", "outcome", "reason")
PEOPLE = ("to", "handler")  # facts that hold the key of a colleague
Facts = dict[str, object]
Lists = Callable[[str], Rows]
# verb -> fact -> (the list its codes are of, whether they were chosen as of the day the complaint was received)
CODED: dict[str, dict[str, tuple[str, bool]]] = {
    "received": {"channel": ("methods", False)},
    "joined": {"channel": ("methods", False)},
    "alleged": {"category": ("categories", True)},
    "factors": {"factors": ("factors", True)},
    "concluded": {"outcome": ("outcomes", False), "actions": ("actions", False)},
    "offered": {"offer": ("offers", False)},
    **dict.fromkeys(("clock_stopped", "clock_extended", "clock_excused", "missed_because"), {"reason": (REASONS, False)}),
}


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    what: str
    detail: str
    words: str


def entries(log: Iterable[Event], lists: Lists, received: date) -> list[Entry]:
    """Every event of a case's log, the newest first. One query, for the colleagues it names, and one for each list of which
    something was chosen. A code is called what it was called on its day (`coded`)."""
    log = list(log)
    names = gates.table("EVENTS")
    people = {event.by.pk: event.by.name for event in log if event.by}
    wanted = {event.facts[fact] for event in log for fact in PEOPLE if fact in event.facts} - people.keys()
    people |= {one.pk: one.name for one in colleagues()} if wanted else {}
    language = "cy" if get_language() == "cy" else "en"
    called = {event.seq: coded(event, lists, received, language) for event in log}
    return [entry(event, names, people, called[event.seq]) for event in reversed(log)]


def coded(event: Event, lists: Lists, received: date, language: str) -> Facts:
    """The facts of an event that are codes of a list, in words. What is chosen as of the day the complaint was received is
    called what it was called then; all else what it was called on the day of the event."""
    found: Facts = {}
    for fact, (which, then) in CODED.get(event.verb, {}).items():
        on, given = received if then else day_of(event.at), event.facts.get(fact, [])
        codes = [code for code in (given if isinstance(given, list) else [given]) if code]
        names = [lists(which).name(code, on, language) for code in codes]
        found[fact] = ", ".join(names)
        if fact == "category" and names != codes:
            found[fact] = f"{given} {found[fact]}"
    return found


def entry(event: Event, names: Mapping[str, object], people: Mapping[object, str], called: Facts) -> Entry:
    payload = getattr(event, "payload", None)
    said = "\n".join(str(payload.body[key]) for key in SPOKEN if payload.body.get(key)) if payload else ""
    facts = {**event.facts, **{fact: people.get(event.facts.get(fact), "") for fact in PEOPLE}, **called}
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
        "import": _("From the old log"), "unverified": _("Somebody, not verified"),
    }  # fmt: skip
    return known.get(event.by_words, event.by_words)


def _one_of(choices: Iterable[tuple[object, object]], fact: str) -> Callable[[Facts], object]:
    return lambda facts: dict(choices).get(facts.get(fact), "")


def _channel(facts: Facts) -> object:
    """By its name of that day. One in no list by our own name; what was brought in came by none."""
    way = str(facts.get("channel", ""))
    return "" if way == "import" else CHANNELS.get(way, way)


def _clock(facts: Facts) -> object:
    """Which promise, and the reason that was given."""
    name = PROMISES[str(facts["promise"])][get_language() == "cy"]
    return ": ".join(filter(None, (name, str(facts.get("reason", "")))))


DETAILS: dict[str, Callable[[Facts], object]] = {
    **dict.fromkeys(
        ("clock_stopped", "clock_went_on", "clock_extended", "clock_excused", "missed_because", "clock_changed"), _clock
    ),
    "emailed": _one_of(HOW.items(), "how"),
    "bounced": _one_of(HOW.items(), "how"),
    "auto_replied": _one_of(HOW.items(), "how"),
    "received": _channel,
    "joined": _channel,
    "taken": lambda facts: facts["to"],
    **dict.fromkeys(("walled", "wall_doubted", "wall_cleared", "wall_kept"), lambda facts: facts["handler"]),
    "spoke": _one_of(MEDIA, "medium"),
    "restricted": _one_of(LEVELS, "level"),
    "alleged": lambda facts: facts["category"],
    "decided": _one_of(ROUTES.items(), "route"),
    "proposed": _one_of(ROUTES.items(), "route"),
    "seconded": _one_of(ROUTES.items(), "route"),
    "not_seconded": _one_of(ROUTES.items(), "route"),
    "raised": _one_of(DANGERS.items(), "kind"),
    "allocated": _one_of(ASKS.items(), "asks"),
    "factors": lambda facts: f"{facts['number']}: {facts['factors'] or _('None')}",
    "concluded": lambda facts: f"{facts['number']}: {'. '.join(filter(None, (str(facts['outcome']), str(facts['actions']))))}",
    "offered": lambda facts: facts["offer"],
    "answered": _one_of(CONTENT.items(), "content"),
    "answered_back": _one_of(CONTENT.items(), "content"),
    "handed_over": _one_of(BODIES.items(), "body"),
    "wrote": _one_of(LETTERS.items(), "kind"),
    "sent": _one_of(LETTERS.items(), "kind"),
    "linked": _one_of(LINKS.items(), "kind"),
    "offered_again": _one_of(LETTERS.items(), "kind"),
}
