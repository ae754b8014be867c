"""Giving a case to somebody else, and hearing back. Each is one transaction and writes one event."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from putright.cases.actions import grant, locked, move
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.refusals import NotThem
from putright.cases.remit import check_remit
from putright.cases.stages import ALLOCATED
from putright.codes.queries import code_list
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler, Team
from putright.people.remit import Function
from putright.people.roles import Role
from putright.triage.queries import authority

from . import queries, reach, rules
from .models import Allocation, Arrangement
from .refusals import AlreadyWritten, NotAChoice, NotThatTeam, NotTheirs, SayMore
from .rules import Answered, Asked


@transaction.atomic
def allocate(case: Case, team: Team, why: str | Asked, *, by: Handler, at: datetime, to: Handler | None = None) -> Allocation:
    """Ask a district or department to put it right outside Schedule 3: a request, never an order and never an
    investigation. Its supervisors reach just this case until they have answered.

    Refuses (OutsideRemit) to ask for an investigation or to give an officer an order, and whom the law does not let ask
    (CMR 2020 reg 50); by role and stage, a team that cannot put things right, and a person of another
    team or walled from the case (NotThem, which does not say which)."""
    check(by, "allocation.allocate")
    case = locked(case)
    asked = why if isinstance(why, Asked) else Asked(why)
    check_remit(case, by, rules.NEVER.get(asked.kind, Function.RECOVER), authority=authority(case))
    if team.kind not in rules.LOCAL:
        raise NotThatTeam
    if not queries.may_be_asked(case, team, to, day_of(at)):
        raise NotThem
    if not asked.words.strip() or asked.kind not in rules.ASKS:
        raise SayMore
    move(case, "allocate", at=at)
    made = Allocation.objects.create(case=case, team=team, to=to, asks=asked.kind, why=asked.words, at=at, by=by)
    grant(case, reach.of(made), at=at, team=team)
    facts = {"team": team.slug, "allocation": made.pk, "to": to.pk if to else None, "asks": asked.kind}
    write(case, Line("allocated", at, by, facts=facts, payload={"why": asked.words}))
    return made


@transaction.atomic
def accept(allocation: Allocation, *, by: Handler, at: datetime) -> None:
    """Say “this is with me”. Refuses anybody it was not given to, and doing it twice."""
    check(by, "allocation.accept")
    case, allocation = _waiting(allocation, by, at)
    if allocation.accepted_at:
        raise AlreadyWritten
    allocation.accepted_at = at
    allocation.save(update_fields=["accepted_at"])
    write(case, Line("accepted", at, by, facts={"allocation": allocation.pk}))


@transaction.atomic
def answer_back(allocation: Allocation, did: str, words: str, content: str, *, by: Handler, at: datetime) -> None:
    """Answer what was done (rules.DID) and whether the person is content (rules.CONTENT). Ends the team's reach.

    The stage stays: a handler reads the answer and decides what it means. Refuses an empty answer and other teams."""
    check(by, "allocation.answer")
    case, allocation = _waiting(allocation, by, at)
    _answer(case, allocation, Answered(did, words, content), Line("answered_back", at, by))


@transaction.atomic
def answer_by_link(allocation: Allocation, answered: Answered, *, by: None = None, at: datetime) -> None:
    """The same answer from somebody without a log-in: the one-use link that `chasing` sent is the leave, and it checks it.

    Nobody here saw who wrote it, so the log says that it is not verified. Refuses NotTheirs when it waits no more, SayMore."""
    case, allocation = _still(allocation)
    _answer(case, allocation, answered, Line("answered_back", at, None, "unverified"))


def _answer(case: Case, allocation: Allocation, answered: Answered, line: Line) -> None:
    did, words, content = answered.did, answered.words, answered.content
    if not words.strip() or did not in rules.DID or content not in rules.CONTENT:
        raise SayMore
    allocation.did, allocation.answer, allocation.content = did, words, content
    allocation.answered_at = line.at
    allocation.save(update_fields=["did", "answer", "content", "answered_at"])
    reach.end(allocation, at=line.at)
    facts = {"allocation": allocation.pk, "did": did, "content": content, **answered.more}
    write(case, replace(line, facts=facts, payload={"words": words}))


@transaction.atomic
def give_back(case: Case, why: str, *, by: Handler, at: datetime) -> None:
    """It could not be put right there, or a handler takes it back: it is ours again. Ends the team's reach.

    Refuses a supervisor of a team it is not with, an empty reason, and a case that is with nobody; and (OutsideRemit)
    whoever is complained of or kept out."""
    check(by, "allocation.give_back")
    case = locked(case)
    check_remit(case, by, Function.CLARIFY)
    waiting = queries.with_now(case)
    if by.role == Role.LOCAL_SUPERVISOR and (waiting is None or waiting.team_id != by.team_id):
        raise NotTheirs
    if not why.strip():
        raise SayMore
    move(case, "give_back", at=at)
    reach.end(waiting, at=at)
    facts = {"allocation": waiting.pk if waiting else None}
    write(case, Line("given_back", at, by, facts=facts, payload={"why": why}))


@transaction.atomic
def give_back_by_link(allocation: Allocation, why: str, *, by: None = None, at: datetime) -> None:
    """Somebody without a log-in could not put it right: it is ours again, as with `give_back`. Refuses NotTheirs, SayMore."""
    case, allocation = _still(allocation)
    if not why.strip():
        raise SayMore
    move(case, "give_back", at=at)
    reach.end(allocation, at=at)
    write(case, Line("given_back", at, None, "unverified", {"allocation": allocation.pk}, {"why": why}))


@transaction.atomic
def arrange(what: str, value: str, since: date, why: str, *, by: Handler, at: datetime) -> Arrangement:
    """From that day the office gives cases so: whether an officer's own manager may be asked, or which skill a need wants.

    Changes one dated row and no case. Refuses NotAChoice (no such thing to choose, or not that value, or a day gone by),
    SayMore without a reason, and by role."""
    check(by, "allocation.arrange")
    fits = value in ("yes", "no") if what == rules.MANAGER else not value or code_list("skills").find(value, since)
    known = what in rules.CHOICES or code_list("kinds").find(what, since)
    if not (fits and known and since >= day_of(at)):
        raise NotAChoice
    if not why.strip():
        raise SayMore
    return Arrangement.objects.create(what=what, value=value, since=since, why=why.strip()[:200], at=at, by=by)


def _waiting(allocation: Allocation, by: Handler, at: datetime) -> tuple[Case, Allocation]:
    """The case and the allocation, both as they are now, for a supervisor of the team that was asked."""
    case, now = _still(allocation)
    if now.team_id != by.team_id or by.pk in queries.apart(case, day_of(at)):
        raise NotTheirs
    return case, now


def _still(allocation: Allocation) -> tuple[Case, Allocation]:
    case = locked(allocation.case)
    now = Allocation.objects.get(pk=allocation.pk)
    if now.ended_at or case.stage != ALLOCATED:
        raise NotTheirs
    return case, now
