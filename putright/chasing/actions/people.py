"""Who is away and who covers, what colleagues can do, and the office's ladder. Rows are dated and never rewritten."""

from datetime import date, datetime

from django.db import transaction

from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.people.gates import check
from putright.people.models import Handler

from .. import rules
from ..models import Absence, Ladder, Skill
from ..refusals import DaysWrong, HasSkill, NotInOrder, NotYourself
from ..rules import Steps


@transaction.atomic
def note_absence(
    handler: Handler, since: date, until: date | None, cover: Handler | None, *, by: Handler, at: datetime
) -> Absence:
    """Write down that somebody is away, and who covers. Moves no case: a supervisor does that with one press.

    Refuses DaysWrong, NotYourself, NotAllowed by role. Never asks why they are away."""
    check(by, "chasing.away")
    if until and until < since:
        raise DaysWrong
    if cover == handler:
        raise NotYourself
    return Absence.objects.create(handler=handler, since=since, until=until, cover=cover, at=at, by=by)


@transaction.atomic
def end_absence(absence: Absence, *, by: Handler, at: datetime) -> None:
    """They are back, or it was a mistake. Twice changes nothing. Refuses NotAllowed by role."""
    check(by, "chasing.away")
    Absence.objects.filter(pk=absence.pk, ended_at=None).update(ended_at=at, ended_by=by)


@transaction.atomic
def add_skill(handler: Handler, code: str, since: date, *, by: Handler, at: datetime) -> Skill:
    """Somebody has a skill from a day. Refuses NotListed for a code not in force that day, HasSkill, NotAllowed by role."""
    check(by, "chasing.skill")
    if code_list("skills").find(code, since) is None:
        raise NotListed(code)
    Handler.objects.select_for_update(of=("self",)).get(pk=handler.pk)
    if Skill.objects.filter(handler=handler, code=code, until=None).exists():
        raise HasSkill
    return Skill.objects.create(handler=handler, code=code, since=since, at=at, by=by)


@transaction.atomic
def end_skill(skill: Skill, on: date, *, by: Handler, at: datetime) -> None:
    """That day was the last of it. Twice changes nothing. Refuses NotAllowed by role."""
    check(by, "chasing.skill")
    Skill.objects.filter(pk=skill.pk, until=None).update(until=on, ended_by=by)


@transaction.atomic
def set_ladder(steps: Steps, since: date, why: str, *, by: Handler, at: datetime) -> Ladder:
    """From that day who is silent is asked again after these working days. Rungs already climbed stay.

    Refuses NotInOrder, NotAllowed by role."""
    check(by, "chasing.ladder")
    if not rules.climbs(steps):
        raise NotInOrder
    return Ladder.objects.create(
        remind=steps.remind, superior=steps.superior, supervisor=steps.supervisor, link_days=steps.link_days,
        since=since, why=why[:200], at=at, by=by,
    )  # fmt: skip
