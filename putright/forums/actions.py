"""Keeping what a forum should hear, and what became of it. Every action leaves its line on the case."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.codes.queries import code_list
from putright.law.calendar import day_of
from putright.learning.naming import check_names_nobody
from putright.people.gates import check
from putright.people.models import Handler

from . import queries, words
from .models import Concern, Step
from .refusals import DoneAlready, NoSuchForum, NothingTicked, NotYet, SayWhat


@transaction.atomic
def raise_with(case: Case, forum: str, said: str, *, by: Handler, at: datetime) -> Concern:
    """Keep what that forum should hear of the case. Refuses NoSuchForum, SayWhat, PointsAtSomebody, NotAllowed."""
    check(by, "forums.note")
    if forum not in {row.code for row in code_list(queries.FORUMS).in_force(day_of(at))}:
        raise NoSuchForum
    if not said.strip():
        raise SayWhat
    check_names_nobody(said)
    made = Concern.objects.create(case=case, forum=forum, words=said.strip(), at=at, by=by)
    write(case, Line("forum_raised", at, by, facts={"concern": made.pk, "forum": forum}))
    return made


@transaction.atomic
def bring(concerns: Sequence[Concern], on: date, *, by: Handler, at: datetime) -> list[Step]:
    """They were brought to the meeting of that day: all or none. Refuses NothingTicked, NotYet, DoneAlready, NotAllowed."""
    check(by, "forums.note")
    if not concerns:
        raise NothingTicked
    return [_step(one, words.BROUGHT, on, "", by, at) for one in concerns]


@transaction.atomic
def hear(concern: Concern, on: date, said: str, *, by: Handler, at: datetime) -> Step:
    """What came back of it. Refuses SayWhat, NotYet where it was not brought before, DoneAlready, NotAllowed."""
    check(by, "forums.note")
    brought = concern.steps.filter(what=words.BROUGHT).first()
    if brought is None or on < brought.on:
        raise NotYet
    return _step(concern, words.BACK, on, said, by, at)


@transaction.atomic
def leave_out(concern: Concern, why: str, *, by: Handler, at: datetime) -> Step:
    """It is not brought after all. Refuses SayWhat, DoneAlready where it was brought, NotAllowed."""
    check(by, "forums.note")
    return _step(concern, words.LEFT, day_of(at), why, by, at)


def _step(concern: Concern, what: str, on: date, said: str, by: Handler, at: datetime) -> Step:
    if on > day_of(at):
        raise NotYet
    if what != words.BROUGHT and not said.strip():
        raise SayWhat
    ends = {words.BROUGHT, words.LEFT}
    held = Concern.objects.select_for_update().get(pk=concern.pk)  # one at a time: brought and left out shut each other out
    if what in ends and held.steps.filter(what__in=ends).exists():
        raise DoneAlready
    try:
        with transaction.atomic():
            made = Step.objects.create(concern=held, what=what, on=on, words=said.strip(), at=at, by=by)
    except IntegrityError:
        raise DoneAlready from None
    write(held.case, Line("forum_step", at, by, facts={"concern": held.pk, "what": what, "on": on}))
    return made
