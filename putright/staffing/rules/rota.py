"""A week of half-hours: how many are needed in each, and what happens with the people there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from .arrivals import HALVES, Model
from .erlang import CannotReckon, Load, Target, lost, needed

Half = tuple[int, int]  # weekday from 0 for Monday, half-hour from 0


@dataclass(frozen=True)
class Hours:
    """Opening hours as half-hours of the day, on so many days from Monday: 9 to 5 is 18 to 34."""

    opens: int
    closes: int
    days: int = 5

    def halves(self) -> list[Half]:
        if not 0 <= self.opens < self.closes <= HALVES or not 1 <= self.days <= 7:
            raise CannotReckon("hours", "The hours must open before they close.")
        return [(day, half) for day in range(self.days) for half in range(self.opens, self.closes)]

    @property
    def weekly(self) -> float:
        return len(self.halves()) / 2


@dataclass(frozen=True)
class Phone:
    """What a call is like, and what is aimed at."""

    seconds: float
    patience: float | None  # None: by Erlang C, as if nobody gave up
    target: Target


def week_of(model: Model, monday: date, grown: float = 1.0) -> dict[Half, float]:
    """Calls expected in each half-hour of the week that begins on that day."""
    days = [(day, monday + timedelta(days=day)) for day in range(7)]
    return {(day, half): model.half(on, half) * grown for day, on in days for half in range(HALVES)}


def flat_week(weekly: float, hours: Hours) -> dict[Half, float]:
    """The same number in every half-hour of the hours: where nothing is known but how many ring in a week."""
    halves = hours.halves()
    return dict.fromkeys(halves, weekly / len(halves))


@lru_cache(maxsize=4096)
def _needed(calls: float, phone: Phone) -> int:
    return needed(Load(calls, phone.seconds), phone.target, phone.patience)


def desks(calls: Mapping[Half, float], hours: Hours, phone: Phone) -> dict[Half, int]:
    """People at a telephone in each half-hour that is open; at least one whenever it is."""
    return {half: max(1, _needed(round(2 * calls.get(half, 0.0), 2), phone)) for half in hours.halves()}


def desk_hours(desk: Mapping[Half, int]) -> float:
    return sum(desk.values()) / 2


def given_up(calls: Mapping[Half, float], desk: Mapping[Half, int], hours: float, phone: Phone) -> float:
    """The share of callers who give up when so many hours at the telephone are there in a week, spread over the
    half-hours as the need is. Needs a patience."""
    if phone.patience is None:
        raise CannotReckon("patience", "People wait for some time before they give up.")
    wanted, offered = desk_hours(desk), sum(calls.get(half, 0.0) for half in desk)
    if not offered:
        return 0.0
    off = 0.0
    for half, number in desk.items():
        ring = calls.get(half, 0.0)
        off += ring * _lost(round(2 * ring, 2), round(number * hours / wanted, 3), phone)
    return off / offered


@lru_cache(maxsize=16384)
def _lost(calls: float, people: float, phone: Phone) -> float:
    return lost(Load(calls, phone.seconds), people, phone.patience or 0.0)


def outside(calls: Mapping[Half, float], hours: Hours) -> float:
    """Calls of a week that come when it is shut."""
    inside = set(hours.halves())
    return sum(number for half, number in calls.items() if half not in inside)


def average(weeks: Iterable[Mapping[Half, float]]) -> dict[Half, float]:
    listed = list(weeks)
    return {half: sum(week[half] for week in listed) / len(listed) for half in listed[0]}
