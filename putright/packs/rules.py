"""Which body the facts suggest, and what each needs to act at once. No Django.

A pack is plain JSON (`making.py`); this reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from putright.people.remit import Function

BODIES = ("standards", "commissioner", "iopc", "panel", "other_force", "agency")
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
    "iopc": (*ALWAYS, "allegations", "officers", "decision", "when", "where", "criterion", "referral"),
    "panel": (*ALWAYS, "officers"),
    "other_force": ALWAYS,
    "agency": (*ALWAYS, "receiver", "agreed"),
}
# Who may be sent a pack that lacks something, with a reason: the IOPC, since the day the law gives runs out whether or
# not everything is known (CMR 2020 reg 4(2)). What is lacking follows.
INCOMPLETE = frozenset({"iopc"})
# What a referral says beyond the case itself. Each is from general knowledge of the IOPC's form and not from its text
# [recalled]: the pack marks it so.
REFERRAL = (
    "injuries", "evidence", "scenes", "family", "community", "media", "other_agencies", "proceedings", "urgent_call",
)  # fmt: skip


@dataclass(frozen=True)
class Sending:
    """What the person who sends it adds: the version they were shown; why it goes with something missing; for an outside
    agency, which one, and that the person agrees."""

    version: int | None = None
    incomplete: str = ""
    receiver: str = ""
    agreed: bool = False


@dataclass(frozen=True)
class Matter:
    """Everything the earlier rooms know of a case, already as plain values (queries.matter gathers it)."""

    reference: str
    stage: str
    received_at: datetime
    recorded_at: datetime | None = None
    office: Mapping[str, Any] = field(default_factory=dict)
    references: Sequence[Mapping[str, Any]] = ()  # what other offices that had it before called it
    complainant: Mapping[str, Any] = field(default_factory=dict)
    contacts: Sequence[Mapping[str, Any]] = ()
    allegations: Sequence[Mapping[str, Any]] = ()
    officers: Sequence[Mapping[str, Any]] = ()
    decisions: Sequence[Mapping[str, Any]] = ()
    attempts: Sequence[Mapping[str, Any]] = ()
    events: Sequence[Mapping[str, Any]] = ()
    documents: Sequence[Mapping[str, Any]] = ()
    keep_from: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)  # by kind of team
    restriction: int = 0
    clear_at: datetime | None = None  # when a duty to refer became clear
    referral: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""  # whose it is by the answers so far: what is not ours is passed on without a decision of ours
    version: int = 0
    we_decide: bool = True  # the recording decision is the office's for that day (PRA 2002 s.13A, model 2 or 3)
    has_tree: bool = True  # we hold the categories of that day

    @property
    def decision(self) -> Mapping[str, Any]:
        return self.decisions[-1] if self.decisions else {}


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


def missing(made: Pack, body: str, *, we_decide: bool = True, has_tree: bool = True) -> tuple[str, ...]:
    """The parts this body needs that are not in the pack, in the order they are read; none means it is sufficient.

    `we_decide`: the recording decision is ours (s.13A, model 2 or 3). Where it is not, a pack goes without one.
    `has_tree`: we hold the categories of that day; without them nobody can write an allegation, and the words must do."""
    spared = {"decision": not we_decide, "allegations": not has_tree, "criterion": not we_decide}
    needed = (part for part in NEEDS[body] if not spared.get(part))
    return tuple(part for part in needed if not PRESENT[part](made))


@dataclass(frozen=True)
class Following:
    """Of what was missing when it went and has not followed yet: what is known now, and what is still missing."""

    known: tuple[str, ...]
    missing: tuple[str, ...]


def following(then: Pack, after: Sequence[Sequence[str]], lacks: Sequence[str]) -> Following:
    """`then`: the pack as it went; `after`: the parts sent since; `lacks`: what a pack made now would lack."""
    gone = {part for parts in after for part in parts}
    left = [part for part in (then.get("incomplete") or {}).get("missing", ()) if part not in gone]
    return Following(tuple(p for p in left if p not in lacks), tuple(p for p in left if p in lacks))


def _has_way(made: Pack) -> bool:
    """A way that their safe-contact rule allows, or that of whoever speaks for them; somebody anonymous needs none."""
    who = made["complainant"]
    return bool(who.get("anonymous")) or _reached(who) or _reached(who.get("representative") or {})


def _reached(who: Mapping[str, Any]) -> bool:
    safe = who.get("safe_contact") or {}
    ways = {"email": "no_email", "phone": "no_phone", "address": "no_post"}
    return any(who.get(way) and not safe.get(no) for way, no in ways.items())


def _must_refer(made: Pack) -> bool:
    """Referred because it must be. A referral for gravity or exceptional circumstances has a reason in place of a criterion
    (PRA 2002 Sch 3 para 4(2), (3))."""
    return any(one["must_refer"] for one in made["decisions"][-1:])


PRESENT = {
    "received": lambda made: bool(made["received_at"]),
    "complainant": lambda made: bool(made["complainant"].get("name") or made["complainant"].get("anonymous")),
    "safe_way": _has_way,
    "words": lambda made: any(contact["words"].strip() for contact in made["contacts"]),
    "allegations": lambda made: bool(made["allegations"]) and all(one["category"] for one in made["allegations"]),
    "officers": lambda made: bool(made["officers"]),
    "decision": lambda made: bool(made["decisions"]),
    "when": lambda made: any(one["happened_on"] or one["happened_words"] for one in made["contacts"]),
    "where": lambda made: any(one["place"] for one in made["contacts"]),
    "criterion": lambda made: bool(made["referral"]["criteria"]) or not _must_refer(made),
    "referral": lambda made: any(made["referral"]["recalled"].values()),
    "receiver": lambda made: bool(made["receiver"].strip()),
    "agreed": lambda made: bool(made["agreed"]),
}
