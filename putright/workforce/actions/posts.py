"""How many of each post there should be, who holds one, and who is coming."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .. import rules
from ..models import Candidate, Establishment, Holds, Step
from ..refusals import HoldsOne, InitialsOnly, NotBackwards

LIST = "posts"


@dataclass(frozen=True)
class Should:
    """How many of a post there should be, and whose they are (CMR 2020 reg 50: employer and direction)."""

    post: str
    number: int
    employer: str
    directed_by: str


def _listed(post: str, on: date) -> None:
    if code_list(LIST).find(post, on) is None:
        raise NotListed(post)


@transaction.atomic
def establish(should: Should, since: date, why: str, *, by: Handler, at: datetime) -> Establishment:
    """From that day there should be so many. Refuses NotListed for a post not in force that day, NotAllowed by role."""
    check(by, "workforce.keep")
    _listed(should.post, since)
    return Establishment.objects.create(**vars(should), since=since, why=why, at=at, by=by)


@transaction.atomic
def hold(handler: Handler, post: str, since: date, *, by: Handler, at: datetime) -> Holds:
    """Somebody holds a post from that day. Refuses HoldsOne, NotListed, NotAllowed by role."""
    check(by, "workforce.keep")
    _listed(post, since)
    Handler.objects.select_for_update(of=("self",)).get(pk=handler.pk)
    if Holds.objects.filter(handler=handler, until=None).exists():
        raise HoldsOne
    return Holds.objects.create(handler=handler, post=post, since=since, at=at, by=by)


@transaction.atomic
def leave(held: Holds, *, by: Handler, at: datetime) -> None:
    """Today is their last day in that post. Twice changes nothing. Refuses NotAllowed by role."""
    check(by, "workforce.keep")
    Holds.objects.filter(pk=held.pk, until=None).update(until=max(day_of(at), held.since), ended_by=by)


@transaction.atomic
def coming(post: str, initials: str, expected_on: date | None, *, by: Handler, at: datetime) -> Candidate:
    """Somebody was offered a post. Refuses InitialsOnly: no name is kept; NotListed; NotAllowed by role."""
    check(by, "workforce.keep")
    _listed(post, day_of(at))
    if not (letters := rules.initials(initials)):
        raise InitialsOnly
    one = Candidate.objects.create(post=post, initials=letters, stage=rules.OFFERED, expected_on=expected_on, at=at, by=by)
    Step.objects.create(candidate=one, stage=one.stage, expected_on=expected_on, at=at, by=by)
    return one


@transaction.atomic
def move(candidate: Candidate, stage: str, expected_on: date | None, *, by: Handler, at: datetime) -> None:
    """They reached a later stage, or withdrew. Refuses NotBackwards, NotAllowed by role."""
    check(by, "workforce.keep")
    one = Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
    if not rules.may_move(one.stage, stage):
        raise NotBackwards
    Candidate.objects.filter(pk=one.pk).update(stage=stage, expected_on=expected_on)
    Step.objects.create(candidate=one, stage=stage, expected_on=expected_on, at=at, by=by)
