"""What goes in a hand-over pack, what each body needs in it, and which body the facts suggest. No Django.

A pack is plain JSON. It says that recovery was tried and what came of it, never what was said there: those statements
are inadmissible later (PRA 2002 Sch 3 para 6(2E))."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from putright.law.body import SINCE
from putright.law.calendar import day_of
from putright.law.promises import STATUTORY, due
from putright.people.remit import Function

FORMAT = "putright-handover-1"
BODIES = ("standards", "commissioner", "iopc", "panel", "other_force")
DID = ("apology", "explanation", "action", "other")
CONTENT = ("yes", "no", "not_known")
TELLS = ("update", "outcome", "findings", "no_action")  # kinds of letter that tell how it stands, or the outcome
ASKS = ("apology", "explanation", "update", "property", "service", "other")  # what a supervisor may be asked for
# What this team never asks of anybody: asked for, it is refused in words that say what to do instead.
NEVER = {"investigate": Function.INVESTIGATE, "order": Function.TASK_OFFICER}
LOCAL = frozenset({"local", "department", "territorial", "contact"})  # kinds of team that can put it right themselves
TEAM_KIND = {body: body for body in BODIES}
OWNER = {
    "local_policing_body": "commissioner",
    "police_and_crime_panel": "panel",
    "other_force": "other_force",
    "chief_officer": "standards",
}
ABOUT = {"chief_officer": "commissioner", "commissioner": "panel"}  # by the office held by the person complained of

Pack = dict[str, Any]

# What must be there for a body to act at once, without asking us for more. `decision` only where deciding is ours.
ALWAYS = ("received", "complainant", "safe_way", "words")
NEEDS: Mapping[str, tuple[str, ...]] = {
    "standards": (*ALWAYS, "allegations", "officers", "decision"),
    "commissioner": (*ALWAYS, "allegations", "officers", "decision"),
    "iopc": (*ALWAYS, "allegations", "officers", "decision", "when", "where"),
    "panel": (*ALWAYS, "officers"),
    "other_force": ALWAYS,
}


@dataclass(frozen=True)
class Asked:
    """What a supervisor is asked to do: to put something right, and in words."""

    words: str
    kind: str = "other"


@dataclass(frozen=True)
class Matter:
    """Everything the earlier rooms know of a case, already as plain values (queries.matter gathers it)."""

    reference: str
    stage: str
    received_at: datetime
    recorded_at: datetime | None = None
    complainant: Mapping[str, Any] = field(default_factory=dict)
    contacts: Sequence[Mapping[str, Any]] = ()
    allegations: Sequence[Mapping[str, Any]] = ()
    officers: Sequence[Mapping[str, Any]] = ()
    decision: Mapping[str, Any] = field(default_factory=dict)
    attempts: Sequence[Mapping[str, Any]] = ()
    events: Sequence[Mapping[str, Any]] = ()
    owner: str = ""  # whose it is by the answers so far: what is not ours is passed on without a decision of ours


@dataclass(frozen=True)
class Suggestion:
    """Which body the facts point to, and why (a key of words.REASONS)."""

    body: str
    why: str


def suggest(matter: Matter) -> Suggestion:
    """The body that must deal with it. The decision's authority first; without one, the answers so far, then the
    office of whoever it is about.

    Process A: about the Deputy Chief Constable or below goes to standards, about the Chief Constable to the
    commissioner. Referral never passes to us (PRA 2002 s.13A), so what must be referred goes to the authority."""
    authority = str(matter.decision.get("authority") or matter.owner)
    held = [officer["office_holder"] for officer in matter.officers if officer["office_holder"] in ABOUT]
    body = OWNER.get(authority) or (ABOUT[held[0]] if held else "standards")
    if matter.decision.get("must_refer"):
        return Suggestion(body, f"{body}.refer" if body in ("standards", "commissioner") else body)
    return Suggestion(body, body)


def function_of(body: str) -> Function:
    """What handing it to that body is: referring, for the IOPC; to any other it is passing on what was made clear."""
    return Function.REFER if body == "iopc" else Function.CLARIFY


def pack(matter: Matter, body: str, at: datetime) -> Pack:
    """The pack as it goes: nothing is added to it later, and it is shown whole before it goes."""
    return {
        "format": FORMAT,
        "reference": matter.reference,
        "for": body,
        "made_at": stamp(at),
        "received_at": stamp(matter.received_at),
        "recorded_at": stamp(matter.recorded_at),
        "complainant": dict(matter.complainant),
        "contacts": [plain(contact) for contact in matter.contacts],
        "allegations": [plain(allegation) for allegation in matter.allegations],
        "officers": [officer_in_pack(officer) for officer in matter.officers],
        "decision": plain(matter.decision),
        "recovery": [plain(attempt) for attempt in matter.attempts],
        "promised": promised(matter),
        "events": [plain(event) for event in matter.events],
    }


def missing(made: Pack, body: str, *, we_decide: bool = True, has_tree: bool = True) -> tuple[str, ...]:
    """The parts this body needs that are not in the pack, in the order they are read; none means it is sufficient.

    `we_decide`: the recording decision is ours (s.13A, model 2 or 3). Where it is not, a pack goes without one.
    `has_tree`: we hold the categories of that day; without them nobody can write an allegation, and the words must do."""
    spared = {"decision": not we_decide, "allegations": not has_tree}
    needed = (part for part in NEEDS[body] if not spared.get(part))
    return tuple(part for part in needed if not PRESENT[part](made))


def officer_in_pack(officer: Mapping[str, Any]) -> Pack:
    """Somebody not identified is a fact, not a gap (CMR 2020 reg 43); it is said outright."""
    known = officer["organisational"] or officer["name"] or officer["collar_number"] or officer["office_holder"]
    return {**officer, "identified": bool(known)}


def promised(matter: Matter) -> list[Pack]:
    """The dates the law sets that the next body inherits: the referral, and when the person must next hear."""
    dates: list[Pack] = []
    if day_of(matter.received_at) < SINCE:
        return dates  # the law of before 2020 set other dates
    if matter.decision.get("must_refer"):
        dates.append(_promise("iopc-referral", matter.decision["at"]))
    told = [e["at"] for e in matter.events if e["verb"] == "sent" and e.get("kind") in TELLS]
    return [*dates, _promise("update", max([matter.received_at, *told]))]


def _promise(name: str, since: datetime) -> Pack:
    return {"promise": name, "due_at": stamp(due(STATUTORY[name], since).at), "source": STATUTORY[name].source}


def plain(row: Mapping[str, Any]) -> Pack:
    return {key: stamp(value) if isinstance(value, date) else value for key, value in row.items()}


def stamp(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _has_way(made: Pack) -> bool:
    """A way that their safe-contact rule allows, or that of whoever speaks for them; somebody anonymous needs none."""
    who = made["complainant"]
    return bool(who.get("anonymous")) or _reached(who) or _reached(who.get("representative") or {})


def _reached(who: Mapping[str, Any]) -> bool:
    safe = who.get("safe_contact") or {}
    ways = {"email": "no_email", "phone": "no_phone", "address": "no_post"}
    return any(who.get(way) and not safe.get(no) for way, no in ways.items())


PRESENT = {
    "received": lambda made: bool(made["received_at"]),
    "complainant": lambda made: bool(made["complainant"].get("name") or made["complainant"].get("anonymous")),
    "safe_way": _has_way,
    "words": lambda made: any(contact["words"].strip() for contact in made["contacts"]),
    "allegations": lambda made: bool(made["allegations"]) and all(one["category"] for one in made["allegations"]),
    "officers": lambda made: bool(made["officers"]),
    "decision": lambda made: bool(made["decision"]),
    "when": lambda made: any(one["happened_on"] or one["happened_words"] for one in made["contacts"]),
    "where": lambda made: any(one["place"] for one in made["contacts"]),
}
