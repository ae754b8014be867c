"""Writing a call down, scoring it, and saying what was done about it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from putright.people.gates import check
from putright.people.models import Handler
from putright.people.roles import Role
from putright.quality import lists
from putright.quality.refusals import Done, Incomplete, NotYours, OwnWork
from putright.quality.rules import MARKS

from . import rules
from .models import Call, Outcome, Score
from .refusals import OnlySenior, OwnManager, ThereAlready


@dataclass(frozen=True)
class Heard:
    """A call as it is written down to be scored."""

    unit: str
    on: date
    number: str
    taken_by: str
    manager: Handler
    taker: Handler | None = None
    calibration: bool = False


@transaction.atomic
def add_call(heard: Heard, *, by: Handler, at: datetime) -> Call:
    """Write a call down to be scored. Refuses by role, OnlySenior for the team's own, OwnManager where whoever took it would be
    told of it as their own line manager, ThereAlready."""
    check(by, "scoring.score")
    _of_another_unit(heard.unit, by)
    if heard.manager == heard.taker or heard.manager.name.casefold() == heard.taken_by.strip().casefold():
        raise OwnManager
    given = asdict(heard) | {"manager": heard.manager, "taker": heard.taker}
    try:
        with transaction.atomic():
            return Call.objects.create(**given, at=at, by=by)
    except IntegrityError:
        raise ThereAlready from None


def _of_another_unit(unit: str, by: Handler) -> None:
    if unit == rules.TEAM and by.role != Role.SENIOR:
        raise OnlySenior


@transaction.atomic
def score(call: Call, marks: Mapping[str, str], words: str, *, by: Handler, at: datetime) -> Score:
    """Score a call on the list as it stood on the day of the call; its line manager is told, unless it is for calibration.

    Refuses by role, OnlySenior, OwnWork for whoever took the call or manages them, Incomplete, and Done: a call is scored once,
    one for calibration once by each."""
    check(by, "scoring.score")
    _of_another_unit(call.unit, by)
    if by.pk in (call.taker_id, call.manager_id) or by.name.casefold() == call.taken_by.strip().casefold():
        raise OwnWork
    points = lists.points("calls", call.on)
    if set(marks) != {point.code for point in points} or not set(marks.values()) <= set(MARKS):
        raise Incomplete
    call = Call.objects.select_for_update().get(pk=call.pk)
    if call.scores.filter(**({"by": by} if call.calibration else {})).exists():
        raise Done
    got, failed = rules.score(marks, points)
    return Score.objects.create(call=call, marks=dict(marks), points=got, failed=failed, words=words, at=at, by=by)


@transaction.atomic
def say_done(scored: Score, words: str, *, by: Handler, at: datetime) -> Outcome:
    """What the line manager did about a score; once. Refuses by role, NotYours, Done."""
    check(by, "scoring.answer")
    if scored.call.manager_id != by.pk or scored.call.calibration:
        raise NotYours
    try:
        with transaction.atomic():
            return Outcome.objects.create(score=scored, words=words, at=at, by=by)
    except IntegrityError:
        raise Done from None
