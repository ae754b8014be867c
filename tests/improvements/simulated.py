"""Improvements of simulated months: how often one that did nothing reads as a change, and how often a real one is seen."""

from datetime import timedelta

from putright.improvements import rules
from tests.warnings.simulated import CALENDAR, WARM, World, series


def read_as_a_change(world: World, seeds: range, *, after: int, shift: float = 1.0) -> float:
    """The share of series read as fewer or more `after` whole months after a change in a month that the seed chooses.
    With a shift below or above 1, only the right side counts."""
    told = {1.0: (rules.FEWER, rules.MORE)}.get(shift, (rules.FEWER,) if shift < 1 else (rules.MORE,))
    seen = 0
    for seed in seeds:
        at = WARM + seed % 60
        periods = series(world, seed, shift=shift, at=at + 1)[: at + 1 + after]
        seen += rules.measure(periods, CALENDAR[at][0] + timedelta(days=13)).verdict in told
    return seen / len(seeds)
