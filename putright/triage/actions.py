"""Asking, and deciding. The finding is kept beside the decision, with the facts and the rows as the law then stood."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from putright.cases import stages
from putright.cases.actions import locked, move
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.law.terms import Finding, Known
from putright.people.gates import check
from putright.people.models import Handler

from . import queries, rules
from .models import Answers, Decision
from .refusals import IsComplaint, MustRecord, MustSayWhy, NeverBack, NotYetKnown


@transaction.atomic
def answer(case: Case, facts: Mapping[str, str], *, by: Handler, at: datetime) -> dict[str, Finding]:
    """Write answers on the case's worksheet and say what the rules now find. Decides nothing, so writes no event.

    Keeps the moment a duty to refer first became clear: from it the end of the next day is counted (CMR 2020 reg 4(2)).
    Refuses UnknownFact and UnknownAnswer (law.refusals) by name, and NotAllowed by role."""
    check(by, "triage.ask")
    locked(case)  # two people answering at once must not lose each other's answers
    before = queries.worksheet(case)
    known = {**(before.facts if before else {}), **facts}
    found = rules.findings(known, on=queries.made_on(case))
    clear_at = (before.clear_at if before else None) or at
    kept = {"facts": known, "changed_at": at, "changed_by": by}
    kept["clear_at"] = clear_at if found["referral"].answer is Known.YES else None
    Answers.objects.update_or_create(case=case, defaults=kept)
    return found


@transaction.atomic
def decide(
    case: Case, route: str, *, by: Handler, at: datetime, because: str = "", version: int | None = None
) -> Decision:
    """Take a person's decision on a case, beside the finding.

    Changes: one Decision; the case's stage; its events `decided`, and `clarified` when a contact that was not made as
    a complaint is found to be one (the ten days to refer start again). A case already recorded may be decided again as
    recorded, when more is known: its stage and the day it was recorded stay.
    Refuses: MustSayWhy when it differs from the finding without a reason; MustRecord, IsComplaint and NotYetKnown when
    it would decide away a duty that is met or not yet known; NeverBack from recorded to outside; Changed, WrongStage,
    NotAllowed. Law: PRA 2002 Sch 3 para 2(6A) to (6D) and 2(9)."""
    check(by, "triage.decide")
    case = locked(case, version=version)
    sheet = queries.worksheet(case)
    facts = dict(sheet.facts) if sheet else {}
    found = rules.findings(facts, on=queries.made_on(case))
    differs = route != rules.suggested(found)
    _refuse(case, route, found, differs=differs, because=because)
    if route == rules.RECORDED and found["recording"].answer is not Known.YES:
        facts[rules.DECIDED] = "yes"
        found = rules.findings(facts, on=queries.made_on(case))
    made = _decision(case, route, facts, found, by=by, at=at)
    made.differs, made.because = differs, because.strip()
    made.save()
    clear_at = sheet.clear_at if sheet else None
    lines = _lines(case, made, found, clear_at)
    if not (route == rules.RECORDED and case.recorded_at):
        move(case, f"decide_{route}", at=at)
    case.save(update_fields=["kind"])
    write(case, *lines)
    return made


def _refuse(case: Case, route: str, found: Mapping[str, Finding], *, differs: bool, because: str) -> None:
    if case.recorded_at and route != rules.RECORDED:
        raise NeverBack
    if not rules.may_decide(route, found, by_process=queries.has_process(case)):
        if route == rules.NOT_COMPLAINT and found["is_complaint"].answer is Known.YES:
            raise IsComplaint
        met = Known.YES in (found["recording"].answer, found["referral"].answer)
        raise MustRecord if met and route == rules.OUTSIDE else NotYetKnown
    if differs and not because.strip():
        raise MustSayWhy


def _decision(
    case: Case, route: str, facts: Mapping[str, str], found: Mapping[str, Finding], *, by: Handler, at: datetime
) -> Decision:
    earlier = queries.latest(case)
    findings = {question: finding.as_json() for question, finding in found.items()}
    findings["is_complaint"]["grounds"] = [[row.rule.fact, row.rule.source] for row in rules.grounds(found)]
    first = queries.was_handled_first(case)
    return Decision(
        case=case, number=earlier.number + 1 if earlier else 1, at=at, by=by, facts=facts, findings=findings, route=route,
        must_refer=found["referral"].answer is Known.YES, authority=found["authority"].conclusion or "",
        reason_recorded=rules.reason_recorded(found, handled_first=first) if route == rules.RECORDED else "",
    )  # fmt: skip


def _lines(case: Case, made: Decision, found: Mapping[str, Finding], clear_at: datetime | None) -> list[Line]:
    facts = {
        "number": made.number, "route": made.route, "must_refer": made.must_refer, "authority": made.authority,
        "differs": made.differs, "reason_recorded": made.reason_recorded,
    }  # fmt: skip
    if made.must_refer:
        facts["clear_at"] = clear_at or made.at
    lines = [Line("decided", made.at, made.by, facts=facts, payload={"because": made.because} if made.because else {})]
    if made.route != rules.NOT_COMPLAINT and case.kind != "complaint":
        if case.kind and found["is_complaint"].answer is Known.YES:
            lines.insert(0, Line("clarified", made.at, made.by, facts={"from": case.kind}))
        case.kind = "complaint"
    return lines


def can_record(case: Case) -> bool:
    """Is “I want it recorded” still open? At every stage before it is recorded, closed ones too (para 2(6A)(a))."""
    return not case.recorded_at and stages.may(case.stage, "decide_recorded")
