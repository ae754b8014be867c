"""Offering to put it right, hearing whether they are content, and “I want it recorded” at any time."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from putright.cases import stages
from putright.cases.actions import locked, move
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.refusals import WrongStage
from putright.cases.remit import check_remit
from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.remit import Function
from putright.triage import actions as triage
from putright.triage.models import Decision
from putright.triage.queries import authority

from .models import Attempt
from .queries import OFFERS, offered
from .refusals import AlreadyRecorded, NothingOffered

OPEN = frozenset({stages.IN_RECOVERY, stages.ALLOCATED})


@dataclass(frozen=True)
class Heard:
    """Whether they are content with what was offered (yes, no, not_known), and what they said."""

    content: str
    words: str = ""


@transaction.atomic
def offer(case: Case, kind: str, words: str, *, by: Handler, at: datetime, heard: Heard | None = None) -> Attempt:
    """Write down what was offered to put it right: an explanation, an apology, information, an action, an agency.

    When they answered in the same breath, `heard` is written down in the same transaction.
    `kind`: a code of the list of offers as it is that day. Refuses NotListed, NothingOffered, WrongStage unless it is being
    handled outside Schedule 3, OutsideRemit (CMR 2020 reg 50), NotAllowed. Never an investigation (the Dyfed-Powys rule):
    the offer is all this room has. Law: PRA 2002 Sch 3 para 2(6C)."""
    check(by, "recovery.offer")
    case = locked(case)
    check_remit(case, by, Function.RECOVER, authority=authority(case))
    if case.stage not in OPEN:
        raise WrongStage
    if not words.strip():
        raise NothingOffered
    if kind not in {row.code for row in offered(code_list(OFFERS), day_of(at))}:
        raise NotListed(kind)
    made = Attempt.objects.create(case=case, offer=kind, words=words, at=at, by=by)
    lines = [Line("offered", at, by, facts={"attempt": made.pk, "offer": kind}, payload={"words": words})]
    write(case, *lines, *(_hear(case, made, heard, by=by, at=at) if heard else ()))
    return made


@transaction.atomic
def hear(attempt: Attempt, content: str, words: str, *, by: Handler, at: datetime) -> None:
    """Write down whether they are content with what was offered. Content: the case is put right and its outcome known.
    Not content, or not known: it stays open for another try, a supervisor, or recording.

    Refuses WrongStage when the case has moved on, OutsideRemit, NotAllowed."""
    check(by, "recovery.answer")
    case = locked(attempt.case)
    check_remit(case, by, Function.RECOVER, authority=authority(case))
    if case.stage not in OPEN:
        raise WrongStage
    write(case, *_hear(case, attempt, Heard(content, words), by=by, at=at))


def _hear(case: Case, attempt: Attempt, heard: Heard, *, by: Handler, at: datetime) -> list[Line]:
    attempt.content, attempt.answer, attempt.answered_at = heard.content, heard.words, at
    attempt.save(update_fields=["content", "answer", "answered_at"])
    facts = {"attempt": attempt.pk, "content": heard.content}
    lines = [Line("answered", at, by, facts=facts, payload={"words": heard.words})]
    if heard.content == "yes":
        move(case, "put_right", at=at)
        lines.append(Line("put_right", at, by, facts={"attempt": attempt.pk}))
    return lines


@transaction.atomic
def ask_to_record(case: Case, words: str, *, by: Handler, at: datetime) -> Decision:
    """They want it recorded, so it is: at any stage before it has been, closed ones too (PRA 2002 Sch 3 para 2(6A)(a)).
    Also where the rules find something else (not a complaint, another body's): their wish is then the reason given.

    Changes: the fact, a new decision, the stage; events `asked_to_record` and `decided`.
    Refuses AlreadyRecorded; WrongStage once it is with somebody else, who must record it; NotAllowed."""
    check(by, "recovery.ask_to_record")
    case = locked(case)
    if case.recorded_at:
        raise AlreadyRecorded
    if not triage.can_record(case):
        raise WrongStage
    triage.answer(case, {"complainant_wishes_recording": "yes"}, by=by, at=at)
    write(case, Line("asked_to_record", at, by, payload={"words": words} if words else {}))
    reason = words.strip() or _("They asked for it to be recorded.")
    return triage.decide(case, "recorded", by=by, at=at, because=reason)
