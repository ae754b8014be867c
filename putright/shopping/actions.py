"""Keeping places and scenarios, planning a visit, writing down what was found, and following what is to be put right."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from putright.people.gates import check
from putright.people.models import Handler, Team
from putright.people.roles import Role
from putright.quality import lists
from putright.quality.refusals import Done, Incomplete, NotYours, OwnWork
from putright.quality.rules import MARKS
from putright.scoring.rules import score

from .models import COUNTER, WEB, Action, Found, Place, Scenario, Step, Visit
from .refusals import OfThatPlace, OtherKind

LIST = {COUNTER: "visit-counter", WEB: "visit-web"}


@transaction.atomic
def add_place(kind: str, en: str, cy: str, team: Team | None, *, by: Handler, at: datetime) -> Place:
    """A place that may be visited. Refuses by role, and a kind there is not (ValueError)."""
    check(by, "shopping.plan")
    if kind not in LIST:
        raise ValueError(f"no kind of place {kind}")
    return Place.objects.create(kind=kind, en=en, cy=cy, team=team, by=by, at=at)


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
def plan_visit(place: Place, scenario: Scenario, shopper: Handler, due: date, *, by: Handler, at: datetime) -> Visit:
    """Plan a visit. Only whoever goes is told. Refuses by role, OfThatPlace, OtherKind."""
    check(by, "shopping.plan")
    if place.team_id is not None and place.team_id == shopper.team_id:
        raise OfThatPlace
    if place.kind != scenario.kind:
        raise OtherKind
    return Visit.objects.create(place=place, scenario=scenario, shopper=shopper, due=due, by=by, at=at)


@transaction.atomic
def write_down(visit: Visit, on: date, marks: Mapping[str, str], words: str, *, by: Handler, at: datetime) -> Found:
    """What was found, on the list of that day. Refuses by role, NotYours, OwnWork for whoever has joined that place since it was
    planned, Incomplete, Done."""
    check(by, "shopping.visit")
    if visit.shopper_id != by.pk:
        raise NotYours
    if visit.place.team_id is not None and visit.place.team_id == by.team_id:
        raise OwnWork
    points = lists.points(LIST[visit.place.kind], on)
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


@transaction.atomic
def ask_for(found: Found, words: str, owner: Handler, due: date, *, by: Handler, at: datetime) -> Action:
    """Something to be put right: who owns it, and by when. Its owner finds it on their work page. Refuses by role."""
    check(by, "shopping.plan")
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
