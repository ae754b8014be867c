"""Saying what the staffing answers rest on. No case changes; every row keeps who said it and when, and none is changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from putright.people.gates import check
from putright.people.models import Handler

from . import marks
from .models import Assumption, Counted, Door, Post, Relief, Risk, Step
from .refusals import AlreadyClosed, NeedsADay, NoSuchNumber, OutOfBounds, Replaced, SayWhy
from .rules.capacity import CLOSED, FILLED, VACANT


@dataclass(frozen=True)
class Stood:
    """A stage with its day, as rules.capacity.Place has them."""

    stage: str
    on: date | None = None


@transaction.atomic
def assume(name: str, value: Decimal, why: str, *, since: date, by: Handler, at: datetime) -> Assumption:
    """From that day on this number holds, before what is measured.

    Refuses by role; NoSuchNumber; OutOfBounds; SayWhy."""
    check(by, "staffing.plan")
    if name not in marks.usual():
        raise NoSuchNumber
    if not marks.fits(name, float(value)):
        raise OutOfBounds(marks.usual()[name].low, marks.usual()[name].high)
    if not why.strip():
        raise SayWhy
    return Assumption.objects.create(name=name, value=value, mark=marks.OFFICE, why=why, since=since, by=by, at=at)


@transaction.atomic
def add_post(name: str, part: Decimal, welsh: bool, stood: Stood, *, by: Handler, at: datetime) -> Post:
    """A post, and how it stands. Refuses by role; NeedsADay as `move_post`."""
    check(by, "staffing.plan")
    made = Post.objects.create(name=name, part=part, welsh=welsh, by=by, at=at)
    _stand(made, stood, by, at)
    return made


@transaction.atomic
def move_post(post: Post, stood: Stood, *, by: Handler, at: datetime) -> Step:
    """The post stands otherwise from now on. Refuses by role; AlreadyClosed; NeedsADay for who leaves, is chosen, is vetted
    or learns."""
    check(by, "staffing.plan")
    Post.objects.select_for_update().get(pk=post.pk)
    if Step.objects.filter(post=post, stage=CLOSED).exists():
        raise AlreadyClosed
    return _stand(post, stood, by, at)


def _stand(post: Post, stood: Stood, by: Handler, at: datetime) -> Step:
    if stood.on is None and stood.stage not in {FILLED, VACANT, CLOSED, "advertised"}:
        raise NeedsADay
    return Step.objects.create(post=post, stage=stood.stage, on=stood.on, by=by, at=at)


@transaction.atomic
def relieve(row: Mapping[str, object], *, by: Handler, at: datetime) -> Relief:
    """Write down what helps: kind, name, part, since, until, planned. Refuses by role."""
    check(by, "staffing.plan")
    return Relief.objects.create(**row, by=by, at=at)


@transaction.atomic
def put_risk(row: Mapping[str, object], *, replaces: Risk | None = None, by: Handler, at: datetime) -> Risk:
    """A line of the risk register, or the newer one of a line. Refuses by role; Replaced."""
    check(by, "staffing.plan")
    if replaces is not None:
        Risk.objects.select_for_update().get(pk=replaces.pk)
        if Risk.objects.filter(replaces=replaces).exists():
            raise Replaced
    return Risk.objects.create(**row, replaces=replaces, by=by, at=at)


@transaction.atomic
def open_door(name: str, opened: date, more: Decimal, *, by: Handler, at: datetime) -> Door:
    """A way in that opens, and how many per cent more calls are expected of it. Refuses by role."""
    check(by, "staffing.plan")
    return Door.objects.create(name=name, opened=opened, more=more, by=by, at=at)


@transaction.atomic
def keep_counts(counts: Iterable[tuple[datetime, int]], *, by: Handler, at: datetime) -> int:
    """Calls by half-hour as another system counted them. A half-hour given again is put right, and not added; a day with
    any stands for what the exchange told of it. Says how many half-hours were given. Refuses by role."""
    check(by, "staffing.plan")
    rows = [Counted(half_hour=start, calls=number, by=by, at=at) for start, number in dict(counts).items()]
    Counted.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["half_hour"], update_fields=["calls", "by", "at"]
    )
    return len(rows)
