"""The two answers: how many staff we need, and what vacancies do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from putright.law.calendar import add_months, day_of

from .ground import EIGHT_TO_EIGHT, NINE_TO_FIVE, Ground
from .rules import capacity, rota
from .rules.capacity import Growing, Help, Place
from .rules.erlang import Load, Wait, impatient, patient
from .rules.rota import Half, Hours
from .rules.shrinkage import Week, in_post
from .rules.simulation import Run, Speakers, welsh_speakers

PLAYS, CALLS = 5, 20_000  # which tell how many must speak Welsh, and of how many calls each is
AROUND = (-3, -2, -1, 0, 1, 2)
YEAR = 12


@dataclass(frozen=True)
class Open:
    """What some opening hours take. `people` are in post, full-time; `desks` in each half-hour."""

    hours: Hours
    desks: Mapping[Half, int]
    calls: float
    people: float
    assumed: bool  # part of the calls is assumed


@dataclass(frozen=True)
class Peak:
    """The busiest half-hour. `all_wait`: by Erlang C, as if nobody gave up; None where the queue would never end."""

    calls: float  # an hour
    desks: int
    gives_up: Wait
    all_wait: Wait | None
    around: Sequence[tuple[int, float]]  # people, share given up
    welsh: Speakers | None  # None where nobody asks for Welsh


@dataclass(frozen=True)
class Many:
    open: Open
    rest: Sequence[tuple[str, float, float]]  # way, hours a week, people
    peak: Peak
    compared: Sequence[Open]

    @property
    def people(self) -> float:
        return self.open.people + sum(people for _way, _hours, people in self.rest)

    @property
    def whole(self) -> int:
        return ceil(round(self.people, 2))


def opened(ground: Ground, hours: Hours) -> Open:
    calls = ground.within(hours)
    desks = rota.desks(calls, hours, ground.phone)
    people = ground.week.people(rota.desk_hours(desks))
    return Open(hours, desks, sum(calls.values()), people, ground.assumes_evening(hours))


def how_many(ground: Ground, hours: Hours) -> Many:
    asked = opened(ground, hours)
    week = Week(ground["hours"], ground["shrinkage"] / 100, ground["busy"] / 100)
    rest = [(one.way, one.hours, week.people(one.hours)) for one in ground.waiting]
    listed = dict.fromkeys((ground.hours, NINE_TO_FIVE, EIGHT_TO_EIGHT))
    return Many(asked, rest, peak(ground, asked), [asked if one == hours else opened(ground, one) for one in listed])


def peak(ground: Ground, asked: Open) -> Peak:
    calls = ground.within(asked.hours)
    half = max(asked.desks, key=lambda one: calls[one])
    load, desks = Load(round(2 * calls[half], 2), ground["seconds"]), asked.desks[half]
    patience, within = ground["patience"], ground["within"]
    around = [desks + step for step in AROUND if desks + step >= 1]
    return Peak(
        load.calls, desks, impatient(load, desks, patience, within),
        patient(load, desks, within) if desks > load.erlangs else None,
        [(people, impatient(load, people, patience, 0).abandoned) for people in around], _welsh(ground, load, desks),
    )  # fmt: skip


def _welsh(ground: Ground, load: Load, desks: int) -> Speakers | None:
    share = ground["welsh"] / 100
    if not share or not load.calls:
        return None
    if share >= 1:
        return Speakers(desks, desks)
    runs = [Run(seed, CALLS) for seed in range(PLAYS)]
    return welsh_speakers(desks, share, load, ground["patience"], ground.phone.target, runs)


@dataclass(frozen=True)
class Month:
    """Full-time people there, and the share of callers who give up, three ways. `calls` a week, while it is open."""

    on: date
    calls: float
    planned: tuple[float, float]
    empty: tuple[float, float]
    helped: tuple[float, float]

    @property
    def more_lost(self) -> float:
        """Callers a week who give up because posts are empty."""
        return (self.empty[1] - self.planned[1]) * self.calls


@dataclass(frozen=True)
class Asked:
    """So many more posts empty from a month on, and for how many months until somebody new begins."""

    vacancies: int
    since: date
    months: int


@dataclass(frozen=True)
class Effect:
    months: Sequence[Month]
    needed: float  # people in post on the telephone and the rest, in full-time terms
    reliefs: Sequence[float]  # callers a week who do not give up, for each help, in the worst month

    @property
    def worst(self) -> Month:
        return max(self.months, key=lambda month: month.empty[1] - month.planned[1])


def vacancies(ground: Ground, places: Sequence[Place], helps: Sequence[Help], asked: Asked, at: datetime) -> Effect:
    """Month by month, with the telephone's share of everybody's time as it is assumed."""
    back = add_months(asked.since, asked.months)
    empty = capacity.vacate(places, asked.vacancies, asked.since - timedelta(days=1), back)
    firsts = capacity.months(day_of(at), YEAR)
    found = [_month(ground, first, places, empty, helps, at) for first in firsts]
    worst = max(found, key=lambda month: month.empty[1] - month.planned[1])
    saved = [_saved(ground, worst, empty, [one], at) for one in helps]
    return Effect(found, how_many_people(ground), saved)


def how_many_people(ground: Ground) -> float:
    week = Week(ground["hours"], ground["shrinkage"] / 100, ground["busy"] / 100)
    return opened(ground, ground.hours).people + sum(week.people(one.hours) for one in ground.waiting)


def _growing(ground: Ground) -> Growing:
    return Growing(int(ground["training"]), ground["meanwhile"] / 100)


def _month(
    ground: Ground, first: date, places: Iterable[Place], empty: Iterable[Place], helps: Iterable[Help], at: datetime
) -> Month:
    middle, growing = first + timedelta(days=14), _growing(ground)
    calls = _calls(ground, first, at)
    planned = capacity.on_hand(places, (), middle, growing)
    without = capacity.on_hand(empty, (), middle, growing)
    helped = capacity.on_hand(empty, helps, middle, growing)
    shares = [(people, _lost(ground, calls, people)) for people in (planned, without, helped)]
    return Month(first, sum(calls.values()), *shares)


def _calls(ground: Ground, first: date, at: datetime) -> dict[Half, float]:
    season = ground.season(first, at)
    return {half: round(number * season, 2) for half, number in ground.within(ground.hours).items()}


def _lost(ground: Ground, calls: Mapping[Half, float], people: float) -> float:
    """The rota follows the need; how much of everybody's time is the telephone's is an assumption."""
    hours = people * ground["phones"] / 100 * ground["hours"] / in_post(1, ground["shrinkage"] / 100)
    return rota.given_up(calls, rota.desks(calls, ground.hours, ground.phone), hours, ground.phone)


def _saved(ground: Ground, worst: Month, empty: Iterable[Place], helps: Sequence[Help], at: datetime) -> float:
    people = capacity.on_hand(empty, helps, worst.on + timedelta(days=14), _growing(ground))
    return (worst.empty[1] - _lost(ground, _calls(ground, worst.on, at), people)) * worst.calls
