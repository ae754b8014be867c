"""A pack as plain JSON, from everything known of a case. No Django. Nothing is added to it later.

It says that recovery was tried and what came of it, never what was said there: those statements are inadmissible later
(PRA 2002 Sch 3 para 6(2E)). What the receiver may not see is named in `withheld`, with the ground."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from putright.law.body import SINCE
from putright.law.calendar import day_of
from putright.law.promises import STATUTORY, due

from .rules import REFERRAL, Matter, Pack, Sending

FORMAT = "putright-handover-2"
TELLS = ("update", "outcome", "findings", "no_action")  # kinds of letter that tell how it stands, or the outcome
LEVELS = {0: "normal", 1: "sensitive", 3: "sealed"}
# Ground: the law it stands on. An outside agency needs the person and their words, not who in the police did what.
GROUNDS = {
    "inadmissible": "PRA 2002 Sch 3 para 6(2E)",
    "sealed_file": "",  # it could do harm: our own rule, of documents
    "not_needed": "UK GDPR art 5(1)(c)",
}
NOT_FOR_AGENCY = ("officers", "allegations", "decisions", "documents")
OUR_OWN = ("id", "made_at", "from", "for", "reference", "references", "promised", "withheld", "incomplete", "receiver",
           "agreed", "handling", "referral", "stage")  # fmt: skip


def pack(matter: Matter, body: str, at: datetime, sent: Sending | None = None) -> Pack:
    """The pack as it goes, shown whole before it goes. Its `id` is the same while nothing in the case changes."""
    sent = sent or Sending()
    kept = list(withheld(matter, body))
    shown = _without(matter) if body == "agency" else matter
    return {
        "format": FORMAT,
        "id": str(_number(matter, body)),
        "from": dict(matter.office),
        "for": body,
        "receiver": sent.receiver.strip(),
        "agreed": sent.agreed,
        "reference": matter.reference,
        "references": [dict(one) for one in matter.references],
        "stage": matter.stage,
        "made_at": stamp(at),
        "received_at": stamp(matter.received_at),
        "recorded_at": stamp(matter.recorded_at),
        "handling": {"level": LEVELS[matter.restriction], "keep_from": list(matter.keep_from.get(body, ()))},
        "complainant": dict(matter.complainant),
        "contacts": [plain(contact) for contact in shown.contacts],
        "allegations": [plain(allegation) for allegation in shown.allegations],
        "officers": [officer_in_pack(officer) for officer in shown.officers],
        "decisions": [plain(decision) for decision in shown.decisions],
        "recovery": [plain(attempt) for attempt in shown.attempts],
        "documents": [plain(document) for document in shown.documents],
        "promised": promised(matter),
        "chronology": [plain(event) for event in shown.events],
        "referral": referral(matter) if body == "iopc" else None,
        "withheld": kept,
        "incomplete": None,
    }  # fmt: skip


def _number(matter: Matter, body: str) -> UUID:
    whose = f"{matter.office.get('slug')}:{matter.reference}"
    return uuid5(NAMESPACE_URL, f"putright:handover:{whose}:{body}:{matter.version}")


def incomplete(made: Pack, lacking: tuple[str, ...], because: str) -> Pack:
    """The pack saying what it lacks and why it goes all the same."""
    return {**made, "incomplete": {"missing": list(lacking), "because": because.strip()} if lacking else None}


def withheld(matter: Matter, body: str) -> Iterator[Pack]:
    """What the receiver may not see: the part, what of it, and the ground."""
    if matter.attempts:
        yield _withheld("recovery", "", "inadmissible")
    for one in matter.documents:
        if one["held"] == "sealed":
            yield _withheld("documents", str(one["name"]), "sealed_file")
    if body == "agency":
        held = {"officers": matter.officers, "allegations": matter.allegations, "decisions": matter.decisions,
                "documents": matter.documents}  # fmt: skip
        yield from (_withheld(part, "", "not_needed") for part in NOT_FOR_AGENCY if held[part])


def _withheld(part: str, what: str, ground: str) -> Pack:
    return {"part": part, "what": what, "ground": ground, "source": GROUNDS[ground]}


def _without(matter: Matter) -> Matter:
    return replace(matter, officers=(), allegations=(), decisions=(), documents=())


def referral(matter: Matter) -> Pack:
    """What the IOPC asks of a referral: the criteria met, when it became clear, and what was written for it."""
    found = matter.decision.get("findings", {}).get("referral", {})
    return {
        "authority": str(matter.decision.get("authority", "")),
        "became_clear_at": stamp(matter.clear_at),
        "criteria": [{"id": rule["id"], "source": rule["source"]} for rule in found.get("rules", ())],
        "recalled": {name: matter.referral.get(name, "") for name in REFERRAL},
    }


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
        dates.append(_promise("iopc-referral", _moment(matter.decision["at"])))
    told = [_moment(e["at"]) for e in matter.events if e["verb"] == "sent" and e.get("kind") in TELLS]
    return [*dates, _promise("update", max([matter.received_at, *told]))]


def _moment(when: datetime | str) -> datetime:
    return datetime.fromisoformat(when) if isinstance(when, str) else when


def _promise(name: str, since: datetime) -> Pack:
    return {"promise": name, "due_at": stamp(due(STATUTORY[name], since).at), "source": STATUTORY[name].source}


def plain(row: Mapping[str, Any]) -> Pack:
    return {key: stamp(value) if isinstance(value, date) else value for key, value in row.items()}


def stamp(when: date | None) -> str | None:
    return when.isoformat() if when else None


def content(made: Pack, *, without: str = "") -> Pack:
    """What a pack says of the matter itself, whoever made it. `without`: an office whose own lines are left out, so that
    a pack that came in and goes out again can be compared with itself."""
    kept = {part: value for part, value in made.items() if part not in OUR_OWN}
    kept["chronology"] = [one for one in made["chronology"] if one["office"] != without]
    kept["documents"] = [{key: one[key] for key in ("name", "sha256", "size")} for one in made["documents"]]
    return kept
