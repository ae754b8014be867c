"""Keeping places and scenarios, planning a visit, writing down what was found, and following what is to be put right."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler, Team
from putright.people.roles import Role
from putright.quality import lists
from putright.quality.refusals import DayIsOver, Done, Incomplete, NotYours, OwnWork
from putright.quality.rules import MARKS
from putright.scoring.rules import score

from .models import COUNTER, WEB, Action, Found, Place, Scenario, Step, Visit
from .refusals import BeforePlanned, Closed, Ended, NotYet, OfThatPlace, OtherKind

LIST = {COUNTER: "visit-counter", WEB: "visit-web"}


@transaction.atomic
def add_place(kind: str, en: str, cy: str, team: Team | None, *, by: Handler, at: datetime) -> Place:
    """A place that may be visited. Refuses by role, and a kind there is not (ValueError)."""
    check(by, "shopping.plan")
    if kind not in LIST:
        raise ValueError(f"no kind of place {kind}")
    return Place.objects.create(kind=kind, en=en, cy=cy, team=team, by=by, at=at)


@transaction.atomic
def close_place(place: Place, on: date, *, by: Handler, at: datetime) -> Place:
    """Nobody goes there after that day. What was found there stays; visits not made are not owed any more. Refuses by role, Done,
    and a day to come (NotYet)."""
    check(by, "shopping.plan")
    if on > day_of(at):
        raise NotYet
    if not Place.objects.filter(pk=place.pk, ended=False).update(ended=True, ended_on=on, ended_by=by):
        raise Done
    place.refresh_from_db()
    return place


@dataclass(frozen=True)
class Told:
    """A scenario in both languages."""

    kind: str
    en: str
    cy: str
    text_en: str
    text_cy: str


@transaction.atomic
def add_scenario(told: Told, *, by: Handler, at: datetime) -> Scenario:
    """What a visitor says or tries to do. Refuses by role, and a kind there is not (ValueError)."""
    check(by, "shopping.plan")
    if told.kind not in LIST:
        raise ValueError(f"no kind of place {told.kind}")
    return Scenario.objects.create(**asdict(told), by=by, at=at)


@transaction.atomic
def end_scenario(scenario: Scenario, on: date, *, by: Handler, at: datetime) -> Scenario:
    """No visit is planned with it any more. Those planned keep it, made or not. Refuses by role, Done, and a day to come
    (NotYet)."""
    check(by, "shopping.plan")
    if on > day_of(at):
        raise NotYet
    if not Scenario.objects.filter(pk=scenario.pk, ended=False).update(ended=True, ended_on=on, ended_by=by):
        raise Done
    scenario.refresh_from_db()
    return scenario


@transaction.atomic
def plan_visit(place: Place, scenario: Scenario, shopper: Handler, due: date, *, by: Handler, at: datetime) -> Visit:
    """Plan a visit. Only whoever goes is told. Refuses by role, Closed, Ended, OfThatPlace, OtherKind, DayIsOver."""
    check(by, "shopping.plan")
    if Place.objects.select_for_update().get(pk=place.pk).ended:
        raise Closed
    if Scenario.objects.select_for_update().get(pk=scenario.pk).ended:
        raise Ended
    if due < day_of(at):
        raise DayIsOver
    if place.team_id is not None and place.team_id == shopper.team_id:
        raise OfThatPlace
    if place.kind != scenario.kind:
        raise OtherKind
    return Visit.objects.create(place=place, scenario=scenario, shopper=shopper, due=due, by=by, at=at)


@transaction.atomic
def write_down(visit: Visit, on: date, marks: Mapping[str, str], words: str, *, by: Handler, at: datetime) -> Found:
    """What was found, on the list as it stands when it is written down. Refuses by role, NotYours, OwnWork for whoever has joined
    that place since it was planned, BeforePlanned, Closed for a day after its last, Incomplete, Done."""
    check(by, "shopping.visit")
    if visit.shopper_id != by.pk:
        raise NotYours
    if visit.place.team_id is not None and visit.place.team_id == by.team_id:
        raise OwnWork
    _on_such_a_day(visit, on)
    points = lists.points(LIST[visit.place.kind], day_of(at))
    if set(marks) != {point.code for point in points} or not set(marks.values()) <= set(MARKS):
        raise Incomplete
    got, failed = score(marks, points)
    try:
        with transaction.atomic():
            return Found.objects.create(
                visit=visit, on=on, marks=dict(marks), points=got, failed=failed, words=words, by=by, at=at
            )
    except IntegrityError:
        raise Done from None


def _on_such_a_day(visit: Visit, on: date) -> None:
    last = Place.objects.get(pk=visit.place_id).ended_on
    if on < day_of(visit.at):
        raise BeforePlanned
    if last and on > last:
        raise Closed


@transaction.atomic
def ask_for(found: Found, words: str, owner: Handler, due: date, *, by: Handler, at: datetime) -> Action:
    """Something to be put right: who owns it, and by when. Its owner finds it on their work page. Refuses by role,
    DayIsOver."""
    check(by, "shopping.plan")
    if due < day_of(at):
        raise DayIsOver
    return Action.objects.create(found=found, words=words, owner=owner, due=due, by=by, at=at)


@transaction.atomic
def say_how_it_goes(action: Action, words: str, done: bool, *, by: Handler, at: datetime) -> Step:
    """What was done so far, and whether that is all: its owner says so, or a senior manager. Refuses by role, NotYours, Done."""
    check(by, "shopping.put_right")
    if action.owner_id != by.pk and by.role != Role.SENIOR:
        raise NotYours
    if action.steps.filter(done=True).exists():
        raise Done
    try:
        with transaction.atomic():
            return Step.objects.create(action=action, words=words, done=done, by=by, at=at)
    except IntegrityError:
        raise Done from None
