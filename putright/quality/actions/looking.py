"""Looking at a case of the sample, answering what was found, and being reminded."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from putright.cases.actions import end_grants, locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .. import lists, population, rules
from ..models import Answer, Draw, Look, Picked, Reminder
from ..refusals import Done, Incomplete, NotIndependent, NotYours, OwnWork


@transaction.atomic
def look(
    picked: Picked, marks: Mapping[str, str], finding: str, learning: str = "", *, by: Handler, at: datetime
) -> Look:
    """Write down what was found on a case. Its handler is shown the finding; reach to the case ends.

    Refuses by role, NotYours, NotIndependent, OwnWork where they had to do with the case since it was drawn, Incomplete, Done."""
    check(by, "quality.look")
    if picked.sampler_id != by.pk:
        raise NotYours
    if by not in population.samplers():
        raise NotIndependent
    case = locked(picked.case)
    if Case.objects.filter(population.touched_by([by]), pk=case.pk).exists():
        raise OwnWork
    if set(marks) != {one.code for one in lists.points("dip", day_of(at))} or not set(marks.values()) <= set(rules.MARKS):
        raise Incomplete
    later = Draw.objects.filter(seed=picked.draw.seed_id, number__gt=picked.draw.number)
    if later.exists() or Look.objects.filter(picked=picked).exists():
        raise Done
    made = Look.objects.create(
        picked=picked, marks=dict(marks), finding=finding, learning=learning, handler=population.whose_work(case), at=at, by=by
    )
    end_grants(case, rules.reach(picked.draw_id, by.pk), at=at)
    write(case, Line("looked_again", at, by, facts={"look": made.pk, "marks": dict(marks)}, payload={"finding": finding}))
    return made


@transaction.atomic
def answer(made: Look, agrees: bool, words: str, *, by: Handler, at: datetime) -> Answer:
    """What the handler says to a finding; once. Refuses by role, NotYours, Done."""
    check(by, "quality.answer")
    if made.handler_id != by.pk:
        raise NotYours
    try:
        with transaction.atomic():
            return Answer.objects.create(look=made, agrees=agrees, words=words, at=at, by=by)
    except IntegrityError:
        raise Done from None


@transaction.atomic
def remind(draw: Draw, sampler: Handler, *, by: None = None, at: datetime) -> None:
    """Note that somebody was reminded of what they have not looked at; their page says so. Done again it changes nothing."""
    Reminder.objects.get_or_create(draw=draw, sampler=sampler, defaults={"at": at})
