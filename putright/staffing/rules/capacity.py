"""Who will be there: posts that are filled, empty or on the way, month by month, and what helps meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from putright.law.calendar import add_months

FILLED, LEAVING, VACANT, ADVERTISED, CHOSEN, VETTING, TRAINING, CLOSED = (
    "filled", "leaving", "vacant", "advertised", "chosen", "vetting", "training", "closed",
)  # fmt: skip
STAGES = (FILLED, LEAVING, VACANT, ADVERTISED, CHOSEN, VETTING, TRAINING, CLOSED)
COMING = frozenset({VACANT, ADVERTISED, CHOSEN, VETTING})


@dataclass(frozen=True)
class Place:
    """One post as it stands. `on`: for somebody who leaves, their last day; for somebody who is coming, the day they are
    expected to begin; for somebody in training, the day they began. None: not known."""

    name: str
    part: float  # of full time
    stage: str
    on: date | None = None
    welsh: bool = False


@dataclass(frozen=True)
class Growing:
    """How long it takes to learn the work, in months, and what somebody does meanwhile (0 to 1)."""

    months: int
    meanwhile: float


@dataclass(frozen=True)
class Help:
    """Overtime, hours or shared staff: so much of a full-time person, from a day to another, both in it."""

    part: float
    since: date
    until: date | None = None


def there(place: Place, on: date, growing: Growing) -> float:
    """How much of a full-time, fully trained person this post gives on a day."""
    if place.stage == CLOSED:
        return 0.0
    if place.stage == FILLED:
        return place.part
    if place.stage == LEAVING:
        return place.part if place.on is None or on <= place.on else 0.0
    if place.on is None or on < place.on:
        return 0.0
    trained = add_months(place.on, growing.months)
    return place.part if on >= trained else place.part * growing.meanwhile


def months(first: date, count: int) -> list[date]:
    """The first day of so many months."""
    return [add_months(first.replace(day=1), step) for step in range(count)]


def on_hand(places: Iterable[Place], helps: Iterable[Help], on: date, growing: Growing) -> float:
    """Full-time people on that day; the middle of a month stands for the month."""
    extra = sum(one.part for one in helps if one.since <= on and (one.until is None or on <= one.until))
    return sum(there(place, on, growing) for place in places) + extra


def established(places: Iterable[Place]) -> float:
    return sum(place.part for place in places if place.stage != CLOSED)


def vacate(places: Iterable[Place], number: int, since: date, filled: date) -> list[Place]:
    """The same posts, had so many of the filled ones been empty from `since` until somebody new begins on `filled`."""
    made, left = [], number
    for place in places:
        if left and place.stage == FILLED:
            made += [replace(place, stage=LEAVING, on=since), replace(place, stage=VACANT, on=filled)]
            left -= 1
        else:
            made.append(place)
    return made
