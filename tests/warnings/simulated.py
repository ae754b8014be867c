"""Ten years of simulated months: working days of the real calendar, a time of year, more spread than chance, a planted
shift; and how the rules do on many of them. Seeded."""

from dataclasses import dataclass
from datetime import date
from math import cos, exp, pi
from random import Random

from putright.law.calendar import england_and_wales
from putright.warnings import rules

YEARS, WARM = 10, 36  # months before which nothing is planted


def months(first_year: int = 2015, years: int = YEARS) -> list[tuple[date, int]]:
    calendar, found = england_and_wales(), []
    for number in range(12 * years):
        begins = date(first_year + number // 12, number % 12 + 1, 1)
        last = rules.month_after(begins)
        days = sum(
            calendar.is_working_day(date.fromordinal(one)) for one in range(begins.toordinal(), last.toordinal())
        )
        found.append((begins, days))
    return found


def poisson(chance: Random, mean: float) -> int:
    """Knuth's way, in pieces small enough not to underflow."""
    total = 0
    while mean > 0:
        piece = min(mean, 30.0)
        mean -= piece
        product, stop = chance.random(), exp(-piece)
        while product > stop:
            total += 1
            product *= chance.random()
    return total


@dataclass(frozen=True)
class World:
    """`mean` a month of 21 days; the year swings by `season`; `spread` is variance over mean (1: chance alone)."""

    mean: float
    season: float = 0.15
    spread: float = 1.2

    def count(self, chance: Random, begins: date, days: int, times: float) -> int:
        mean = self.mean * times * days / 21 * (1 + self.season * cos(2 * pi * (begins.month - 6) / 12))
        if self.spread > 1:
            mean = chance.gammavariate(mean / (self.spread - 1), self.spread - 1)
        return poisson(chance, mean)


CALENDAR = months()


def series(world: World, seed: int, *, shift: float = 1.0, at: int = 120) -> list[rules.Period]:
    chance = Random(seed)
    return [
        rules.Period(begins, days, world.count(chance, begins, days, shift if place >= at else 1.0))
        for place, (begins, days) in enumerate(CALENDAR)
    ]


def false_alarms(world: World, seeds: range) -> float:
    """Warnings that begin a year in a series in which nothing happens."""
    begun, judged = 0, 0
    for seed in seeds:
        found = rules.judge(series(world, seed))
        begun += len(rules.begun(found))
        judged += sum(one.expected is not None for one in found)
    return begun / (judged / 12)


def detected(world: World, shift: float, seeds: range) -> float:
    """The share of series in which a warning on the right side stands in the month of the shift or the one after."""
    seen = 0
    for seed in seeds:
        at = WARM + seed % 60
        found = rules.judge(series(world, seed, shift=shift, at=at))
        seen += any(one.fired and (one.away > 0) == (shift > 1) for one in found[at : at + 2])
    return seen / len(seeds)
