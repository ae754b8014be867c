"""Asking, deciding, and putting a decision to a second person. The finding is kept beside the decision, with the facts
and the rows as the law then stood."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from putright.cases import stages
from putright.cases.actions import locked, move, raise_danger
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.queries import is_walled
from putright.cases.refusals import NotThem
from putright.cases.remit import check_remit
from putright.law.terms import Finding, Known
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.remit import Function

from . import queries, rules, trail
from .models import Answers, Decision, Proposal
from .queries import Weighed
from .refusals import (
    IsComplaint,
    MustRecord,
    MustSayWhy,
    NeedsSecond,
    NeverBack,
    NoSecondNeeded,
    NotYetKnown,
    Overtaken,
    SamePerson,
    SayWhyNot,
)


@transaction.atomic
def answer(case: Case, facts: Mapping[str, str], *, by: Handler, at: datetime) -> dict[str, Finding]:
    """Write answers on the case's worksheet and say what the rules now find. Decides nothing.

    Every answer that is new or other than before is an event, `asked`: what was answered, what stood there, and what
    the rules then found by which provisions, so that a superseded finding stays readable. A yes to danger, to a life at
    risk or to being vulnerable is raised at once, in red, until somebody answers for it (cases.raise_danger).
    The moment a duty to refer becomes clear it is an event, `must_refer`: from it the end of the next day is counted,
    whether or not anybody has decided (CMR 2020 reg 4(2)). Taking the answer back is an event too, `need_not_refer`,
    and stops no clock: a decision does that. Every yes that protects them is remembered.
    Refuses UnknownFact and UnknownAnswer (law.refusals) by name, and NotAllowed by role."""
    check(by, "triage.ask")
    case = locked(case)  # two people answering at once must not lose each other's answers
    rules.check_own(facts)
    before, on = queries.sheet(case), queries.made_on(case)
    now = replace(before, answered={**before.answered, **facts})
    was, found = rules.findings(before.facts, on=on), rules.findings(now.facts, on=on)
    must = found["referral"].answer is Known.YES
    clear_at = (before.clear_at or at) if must else None
    once_yes = {*before.once_yes, *(fact for fact in rules.PROTECTS if now.answered.get(fact) == "yes")}
    kept = {"facts": now.answered, "changed_at": at, "changed_by": by, "clear_at": clear_at, "once_yes": sorted(once_yes)}
    Answers.objects.update_or_create(case=case, defaults=kept)
    changed = {fact: answer for fact, answer in facts.items() if before.answered.get(fact) != answer}
    lines = [trail.line(changed, before.every, found, by=by, at=at)] if changed else []
    if must != (was["referral"].answer is Known.YES) or (must and _owner(found) != _owner(was)):
        facts_of_it: dict[str, object] = {"clear_at": clear_at, "authority": _owner(found)}
        facts_of_it["rules"] = [rule.id for rule in found["referral"].met]
        lines.append(Line("must_refer" if must else "need_not_refer", at, by, facts=facts_of_it))
    if lines:
        write(case, *lines)
    for fact, kind in rules.RAISES.items():
        if changed.get(fact) == "yes":
            raise_danger(case, kind, "", by=by, at=at)
    return found


def _owner(found: Mapping[str, Finding]) -> str:
    return found["authority"].conclusion or ""


@transaction.atomic
def decide(
    case: Case, route: str, *, by: Handler, at: datetime, because: str = "", version: int | None = None
) -> Decision:
    """Take a person's decision on a case, beside the finding.

    Changes: one Decision; the case's stage; its events `decided`, and `clarified` when a contact that was not made as
    a complaint is found to be one (the ten days to refer start again). A case already recorded may be decided again as
    recorded, when more is known: its stage and the day it was recorded stay.
    Refuses: MustSayWhy when it differs from the finding without a reason; MustRecord, IsComplaint and NotYetKnown when
    it would decide away a duty that is met or not yet known; NeedsSecond when it protects the complainant less than
    rules.needs_second allows one person (recording is never held up: it is done, and a referral that was taken back
    stays due until a second person agrees); NeverBack from recorded to outside; OutsideRemit by who they are (CMR 2020
    reg 50); Changed, WrongStage, NotAllowed. Law: PRA 2002 Sch 3 para 2(6A) to (6D) and 2(9)."""
    check(by, "triage.decide")
    case = locked(case, version=version)
    weighed = queries.weighed(case, route)
    _refuse(case, weighed, because, by)
    if weighed.needs_second and route != rules.RECORDED:
        raise NeedsSecond
    return _take(case, weighed, because, by=by, at=at)


@transaction.atomic
def propose(
    case: Case, route: str, because: str, *, by: Handler, at: datetime, version: int | None = None
) -> Proposal:
    """Put a decision against the complainant's protection to a second person. Nothing moves; any clock goes on.

    Changes: one Proposal, which takes the place of an open one; event `proposed`. Refuses what `decide` refuses, a
    missing reason always, and NoSecondNeeded."""
    check(by, "triage.decide")
    case = locked(case, version=version)
    weighed = queries.weighed(case, route)
    _refuse(case, weighed, because, by)
    if not weighed.needs_second:
        raise NoSecondNeeded
    if not because.strip():
        raise MustSayWhy
    _overtake(case, at)
    made = Proposal.objects.create(case=case, route=route, because=because.strip(), facts=weighed.facts, at=at, by=by)
    write(case, Line("proposed", at, by, facts={"proposal": made.pk, "route": route}, payload={"because": because}))
    return made


@transaction.atomic
def second(proposal: Proposal, *, agree: bool, words: str, by: Handler, at: datetime) -> Decision | None:
    """A second person agrees, and the decision is taken in the first one's name and theirs; or does not, and says why.

    Refuses SamePerson; anybody walled from the case (NotThem); Overtaken when it was answered, or an answer changed
    since; SayWhyNot; OutsideRemit; NotAllowed by role (supervisors). Events `seconded` and `decided`, or `not_seconded`."""
    check(by, "triage.second")
    case = locked(proposal.case)
    put = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if put.by_id == by.pk:
        raise SamePerson
    if is_walled(case, by):
        raise NotThem
    weighed = queries.weighed(case, put.route)
    if put.ended_at or (agree and weighed.facts != put.facts):
        raise Overtaken
    if not agree and not words.strip():
        raise SayWhyNot
    if agree:
        _refuse(case, weighed, put.because, by)
    put.ended_at, put.agreed, put.second, put.words = at, agree, by, words.strip()
    put.save(update_fields=["ended_at", "agreed", "second", "words"])
    facts, payload = {"proposal": put.pk, "route": put.route}, {"words": put.words} if put.words else {}
    write(case, Line("seconded" if agree else "not_seconded", at, by, facts=facts, payload=payload))
    return _take(case, weighed, put.because, by=put.by, at=at, seconded_by=by) if agree else None


def _overtake(case: Case, at: datetime) -> None:
    Proposal.objects.filter(case=case, ended_at=None).update(ended_at=at)


def _refuse(case: Case, weighed: Weighed, because: str, by: Handler) -> None:
    found, route = weighed.found, weighed.route
    check_remit(case, by, Function.DECIDE, authority=_owner(found))
    if case.recorded_at and route != rules.RECORDED:
        raise NeverBack
    if not rules.may_decide(route, found, by_process=queries.has_process(case)):
        if route == rules.NOT_COMPLAINT and found["is_complaint"].answer is Known.YES:
            raise IsComplaint
        met = Known.YES in (found["recording"].answer, found["referral"].answer)
        raise MustRecord if met and route == rules.OUTSIDE else NotYetKnown
    if weighed.differs and not because.strip():
        raise MustSayWhy


def _take(
    case: Case, weighed: Weighed, because: str, *, by: Handler, at: datetime, seconded_by: Handler | None = None
) -> Decision:
    """Write the decision, its lines and the stage of a locked case. Whatever was proposed before is overtaken."""
    route, facts, found = weighed.route, dict(weighed.facts), weighed.found
    if route == rules.RECORDED and found["recording"].answer is not Known.YES:
        facts[rules.DECIDED] = "yes"
        found = rules.findings(facts, on=queries.made_on(case))
    _overtake(case, at)
    made = _decision(case, route, facts, found, by=by, at=at)
    made.differs, made.because, made.seconded_by = weighed.differs, because.strip(), seconded_by
    made.must_refer |= weighed.needs_second and seconded_by is None
    made.save()
    lines = _lines(case, made, found, weighed.clear_at)
    if not (route == rules.RECORDED and case.recorded_at):
        move(case, f"decide_{route}", at=at)
    case.save(update_fields=["kind"])
    write(case, *lines)
    return made


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
        "differs": made.differs, "reason_recorded": made.reason_recorded, "seconded_by": made.seconded_by_id,
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
