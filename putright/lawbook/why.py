"""Why a case stands as it does: the findings, dates, letters and decisions, each with what made it. Writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from offices import Office
from putright.cases.models import Case, Event
from putright.law.body import SINCE, notice_facts
from putright.law.explain import explain
from putright.law.questions import FACTS, QUESTIONS, weigh
from putright.law.terms import Known
from putright.letterkinds import kinds
from putright.letters import owed, queries
from putright.letters.models import Letter
from putright.people import gates
from putright.triage.rules import DECIDED

from .told import Told, told


@dataclass(frozen=True)
class Calls:
    """A letter, written or still owed: what called for it, and the parts the law wants in it."""

    kind: str
    letter: Letter | None
    because: str
    at: datetime | None
    parts: tuple[kinds.Part, ...]


def sheet(facts: Mapping[str, str], office: Office, on: date) -> dict[str, str]:
    """The answers on the case with what the office itself settles: which functions its local policing body holds.

    Until a person decides to record it the body has not decided so. A fact no row knows any more is left out."""
    known = {DECIDED: "no"} | {fact: answer for fact, answer in facts.items() if fact in FACTS}
    known |= {fact: str(answer) for fact, answer in _by_notice(office, on).items() if fact not in known}
    owner = weigh("authority", known, on=on)
    if owner.answer is Known.YES:
        known.setdefault("local_policing_body_is_authority", "yes" if owner.conclusion == "local_policing_body" else "no")
    return known


def _by_notice(office: Office, on: date) -> Mapping[str, Known]:
    held = office.functions(on)
    if held is None or on < SINCE:
        return {}
    return notice_facts(on, [(held.notice, held.model)] if held.notice else [])


def findings(facts: Mapping[str, str], office: Office, on: date, language: str) -> tuple[list[Told], list[Told]]:
    """Every question weighed by the law of that day: those with something asked or found (what is
    settled comes first), and those nobody has asked about."""
    known = sheet(facts, office, on)
    every = [told(explain(name, known, on=on), facts, language) for name in QUESTIONS]
    begun = [one for one in every if one.answer != Known.NOT_KNOWN or not all(row.worked_out for row in one.rows)]
    begun.sort(key=lambda one: one.answer == Known.NOT_KNOWN)
    return begun, [one for one in every if one not in begun]


def letters(case: Case, log: Sequence[Event], at: datetime) -> list[Calls]:
    """What is still owed, then what was written, the newest first. Three queries."""
    by_key = {f"{owed.PREFIX}{event.verb}:{case.reference}:{event.seq}": event for event in log}
    waiting = [_calls(case, kind, None, by_key.get(key)) for kind, key in owed.waiting(case)]
    if first := owed.unanswered(at).filter(case=case).first():
        waiting.append(_calls(case, owed.kind_owed(case, None), None, first))
    return waiting + [_calls(case, one.kind, one, _event(one, by_key, log)) for one in queries.of_case(case)]


def _event(letter: Letter, by_key: Mapping[str, Event], log: Sequence[Event]) -> Event | None:
    key = letter.owed_key or ""
    return log[0] if key.startswith(f"{owed.PREFIX}ack:") and log else by_key.get(key)


def _calls(case: Case, kind: str, letter: Letter | None, event: Event | None) -> Calls:
    recorded = case.recorded_at is not None and (letter is None or letter.made_at >= case.recorded_at)
    parts = kinds.required(kind, recorded=recorded) if kind in kinds.KINDS else ()
    because = str(gates.table("EVENTS").get(event.verb, event.verb)) if event else ""
    return Calls(kind, letter, because, event.at if event else None, parts)
