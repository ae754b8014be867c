"""Where a number comes from, and which one holds on a day: the what-if in the address, then the office's own row, then what
was measured, then what the room comes with."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

MEASURED, RECALLED, ASSUMED, OFFICE, TRIED = "measured", "recalled", "assumed", "office", "tried"
MARKS = (MEASURED, RECALLED, ASSUMED, OFFICE, TRIED)


@dataclass(frozen=True)
class Usual:
    """What a number comes with, and between what it must lie."""

    name: str
    value: float
    low: float
    high: float
    mark: str


@dataclass(frozen=True)
class Given:
    """A number in force. `since` None: it came with the room, or was worked out today. `why`: the office's own words."""

    name: str
    value: float
    mark: str
    since: date | None = None
    why: str = ""


@cache
def usual() -> Mapping[str, Usual]:
    read = tomllib.loads((Path(__file__).parent / "assumed.toml").read_text())
    return {name: Usual(name, **row) for name, row in read.items()}


def fits(name: str, value: float) -> bool:
    return usual()[name].low <= value <= usual()[name].high


def in_force(said: Iterable[Given], measured: Mapping[str, float], tried: Mapping[str, float]) -> dict[str, Given]:
    """Every number by its name. `said`: the office's rows that hold today, at most one of a name."""
    made = {one.name: Given(one.name, one.value, one.mark) for one in usual().values()}
    made |= {name: Given(name, value, MEASURED) for name, value in measured.items()}
    made |= {one.name: one for one in said}
    changed = {name: value for name, value in tried.items() if value != made[name].value}
    return made | {name: Given(name, value, TRIED) for name, value in changed.items()}
