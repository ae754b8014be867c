"""Changing a list or how the sample is drawn: always from a day on, always with a reason; earlier lines stay."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.refusals import SayWhy

from .. import rules
from ..lists import WHICH
from ..models import Item, Setting
from ..refusals import DayIsOver


@dataclass(frozen=True)
class Line:
    """A point of a list as it shall be from `since` on; `ended`: no more from then on."""

    which: str
    code: str
    en: str
    cy: str
    since: date
    why: str
    weight: int = 1
    fatal: bool = False
    place: int = 500
    ended: bool = False


@transaction.atomic
def set_item(line: Line, *, by: Handler, at: datetime) -> Item:
    """Put a point on a list, change it or end it. Refuses by role, SayWhy, and a list there is not (ValueError)."""
    check(by, "quality.set")
    if line.which not in WHICH:
        raise ValueError(f"there is no list {line.which}")
    if not line.why.strip():
        raise SayWhy
    return Item.objects.create(**asdict(line), by=by, at=at)


@dataclass(frozen=True)
class Wanted:
    """How the sample shall be drawn from `since` on."""

    axes: tuple[str, ...]
    size: int
    day: int
    second_every: int
    remind_after: int
    since: date
    why: str


@transaction.atomic
def set_sample(wanted: Wanted, *, by: Handler, at: datetime) -> Setting:
    """Refuses by role, SayWhy, DayIsOver, and what cannot be drawn (ValueError). From a day that is over nothing may be set: a
    month whose cases are known would be drawn as somebody likes."""
    check(by, "quality.set")
    if wanted.since < day_of(at):
        raise DayIsOver
    if not wanted.why.strip():
        raise SayWhy
    if not set(wanted.axes) <= set(rules.AXES) or wanted.size < 1 or not 1 <= wanted.day <= 28:
        raise ValueError("no sample can be drawn so")
    return Setting.objects.create(**asdict(wanted) | {"axes": list(wanted.axes)}, by=by, at=at)
