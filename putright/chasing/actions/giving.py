"""Giving a case to a colleague, and what they say to it. Nothing is given by itself: a person chooses."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked, take
from putright.cases.linked import linked, linked_many
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.refusals import NotThem
from putright.law.calendar import day_of
from putright.people.gates import can, check
from putright.people.models import Handler
from putright.people.roles import Role

from .. import staff
from ..models import Given
from ..refusals import Away, NotGiven, SayWhy
from ..rules import DECLINED, HANDED_BACK, MOVED


@transaction.atomic
def give(case: Case, to: Handler, *, by: Handler, at: datetime, suggested: bool = False) -> None:
    """Make a colleague its single point of contact; they are asked to accept it. To oneself: accepted already.

    Changes: whose it is (`taken`), one Given, event `given_to`. An earlier giving ends. Refuses Away, and NotThem for
    whoever may not be chosen or takes no cases, which does not say why; NotAllowed by role."""
    check(by, "chasing.give")
    case = locked(case)
    _may_have(case, to, at)
    if case.assigned_to_id == to.pk:
        return
    _end(case, MOVED, at)
    take(case, by=by, at=at, to=to)
    Given.objects.create(case=case, to=to, by=by, at=at, suggested=suggested, accepted_at=at if to == by else None)
    write(case, Line("given_to", at, by, facts={"to": to.pk, "suggested": suggested}))


def _may_have(case: Case, to: Handler, at: datetime) -> None:
    if to.left_on or to.team_id != case.team_id or not can(to, "cases.take") or to.pk in linked(case):
        raise NotThem
    if staff.away_on(day_of(at)).filter(handler=to).exists():
        raise Away


def _end(case: Case, how: str, at: datetime) -> None:
    Given.objects.filter(case=case, ended_at=None).update(ended_at=at, ended=how)


@transaction.atomic
def accept_given(case: Case, *, by: Handler, at: datetime) -> None:
    """“This is with me.” Refuses NotGiven for anybody else; twice changes nothing. Event `given_accepted`."""
    check(by, "chasing.reply")
    case, given = _mine(case, by)
    if given.accepted_at:
        return
    Given.objects.filter(pk=given.pk).update(accepted_at=at)
    write(case, Line("given_accepted", at, by, facts={"given": given.pk}))


@transaction.atomic
def decline_given(case: Case, why: str, *, by: Handler, at: datetime) -> None:
    """Say no to it, with a reason: it is nobody's again, and a supervisor sees it. Refuses NotGiven, SayWhy. Event
    `given_declined`; what was accepted is handed back instead."""
    check(by, "chasing.reply")
    case, given = _mine(case, by)
    if given.accepted_at:
        raise NotGiven
    _let_go(case, why, DECLINED, at)
    write(case, Line("given_declined", at, by, facts={"given": given.pk}, payload={"why": why}))


@transaction.atomic
def hand_back(case: Case, why: str, *, by: Handler, at: datetime) -> None:
    """Whoever has a case can no longer: it is nobody's again. Refuses NotGiven for anybody else, SayWhy. Event `handed_back`."""
    check(by, "chasing.reply")
    case = locked(case)
    if case.assigned_to_id != by.pk:
        raise NotGiven
    _let_go(case, why, HANDED_BACK, at)
    write(case, Line("handed_back", at, by, payload={"why": why}))


def _let_go(case: Case, why: str, how: str, at: datetime) -> None:
    if not why.strip():
        raise SayWhy
    _end(case, how, at)
    Case.objects.filter(pk=case.pk).update(assigned_to=None)


def _mine(case: Case, by: Handler) -> tuple[Case, Given]:
    case = locked(case)
    given = Given.objects.filter(case=case, to=by, ended_at=None).first()
    if given is None or case.assigned_to_id != by.pk:
        raise NotGiven
    return case, given


@transaction.atomic
def cover(cases: Iterable[Case], to: Handler, *, by: Handler, at: datetime) -> int:
    """Give all of somebody's cases to their cover in one press: how many went. What the cover may not be chosen for stays
    where it is, for somebody else. `cases` are those that whoever presses may open. Refuses as `give` does, NotAllowed."""
    check(by, "chasing.cover")
    shown = sorted(cases, key=lambda case: case.pk)
    if Role(to.role) not in {Role.HANDLER, Role.SUPERVISOR}:
        raise NotThem
    apart = linked_many(shown)
    going = [case for case in shown if to.pk not in apart[case.pk] and case.assigned_to_id != to.pk]
    for case in going:
        give(case, to, by=by, at=at)
    return len(going)
