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
from .refusals import MustRecord, MustSayWhy, NeverBack, NotYetKnown


@transaction.atomic
def answer(case: Case, facts: Mapping[str, str], *, by: Handler, at: datetime) -> dict[str, Finding]:
    """Write answers on the case's worksheet and say what the rules now find. Decides nothing, so writes no event.

    Refuses UnknownFact and UnknownAnswer (law.refusals) by name, and NotAllowed by role."""
    check(by, "triage.ask")
    known = queries.facts(case) | dict(facts)
    found = rules.findings(known, on=queries.made_on(case))
    Answers.objects.update_or_create(case=case, defaults={"facts": known, "changed_at": at, "changed_by": by})
    return found


@transaction.atomic
def decide(
    case: Case, route: str, *, by: Handler, at: datetime, because: str = "", version: int | None = None
) -> Decision:
    """Take a person's decision on a case, beside the finding.

    Changes: one Decision; the case's stage; its events `decided`, and `clarified` when a contact that was not made as
    a complaint is found to be one (the ten days to refer start again).
    Refuses: MustSayWhy when it differs from the finding without a reason; MustRecord and NotYetKnown when it would
    decide away a duty that is met or not yet known; NeverBack from recorded to outside; Changed, WrongStage, NotAllowed.
    Law: PRA 2002 Sch 3 para 2(6A) to (6D) and 2(9)."""
    check(by, "triage.decide")
    case = locked(case, version=version)
    facts = queries.facts(case)
    found = rules.findings(facts, on=queries.made_on(case))
    differs = route != rules.suggested(found)
    _refuse(case, route, found, differs=differs, because=because)
    earlier = queries.latest(case)
    made = Decision.objects.create(
        case=case, number=earlier.number + 1 if earlier else 1, at=at, by=by, facts=facts,
        findings={question: finding.as_json() for question, finding in found.items()}, route=route,
        must_refer=found["referral"].answer is Known.YES, authority=found["authority"].conclusion or "",
        differs=differs, because=because.strip(),
        reason_recorded=rules.reason_recorded(found, earlier is not None) if route == rules.RECORDED else "",
    )  # fmt: skip
    lines = _lines(case, made, found, by=by, at=at)
    move(case, f"decide_{route}", at=at)
    case.save(update_fields=["kind"])
    write(case, *lines)
    return made


def _refuse(case: Case, route: str, found: Mapping[str, Finding], *, differs: bool, because: str) -> None:
    if route == rules.OUTSIDE and case.recorded_at:
        raise NeverBack
    if not rules.may_decide(route, found):
        met = Known.YES in (found["recording"].answer, found["referral"].answer)
        raise MustRecord if met else NotYetKnown
    if differs and not because.strip():
        raise MustSayWhy


def _lines(case: Case, made: Decision, found: Mapping[str, Finding], *, by: Handler, at: datetime) -> list[Line]:
    facts = {
        "number": made.number, "route": made.route, "must_refer": made.must_refer, "authority": made.authority,
        "differs": made.differs, "reason_recorded": made.reason_recorded,
    }  # fmt: skip
    lines = [Line("decided", at, by, facts=facts, payload={"because": made.because} if made.because else {})]
    if made.route != rules.NOT_COMPLAINT and case.kind != "complaint":
        if case.kind and found["is_complaint"].answer is Known.YES:
            lines.insert(0, Line("clarified", at, by, facts={"from": case.kind}))
        case.kind = "complaint"
    return lines


def can_record(case: Case) -> bool:
    """Is “I want it recorded” still open? At every stage before it is recorded, closed ones too (para 2(6A)(a))."""
    return stages.may(case.stage, "decide_recorded")
