"""Where a number comes from, and which one holds on a day: the what-if in the address, then the office's own row, then what
was measured, then the office pack, then what the room comes with."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from offices import Office
from offices import in_force as in_force_on

MEASURED, RECALLED, ASSUMED, OFFICE, TRIED = "measured", "recalled", "assumed", "office", "tried"
PACK = "pack"  # a document of the office, named in its pack
MARKS = (MEASURED, RECALLED, ASSUMED, PACK, OFFICE, TRIED)


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


def packed(office: Office, on: date, language: str) -> list[Given]:
    """What the office pack says of a day, with its words; a name this room does not know is left out."""
    rows = [row for row in in_force_on(office.workload, on) if row.name in usual()]
    return [
        Given(row.name, float(row.value), RECALLED if row.source == RECALLED else PACK, row.since, row.words.said(language))
        for row in rows
    ]  # fmt: skip


def in_force(
    said: Iterable[Given], measured: Mapping[str, float], tried: Mapping[str, float], pack: Iterable[Given] = ()
) -> dict[str, Given]:
    """Every number by its name. `said`: the office's rows that hold today, at most one of a name; `pack`: its pack's."""
    made = {one.name: Given(one.name, one.value, one.mark) for one in usual().values()}
    made |= {one.name: one for one in pack}
    made |= {name: Given(name, value, MEASURED) for name, value in measured.items()}
    made |= {one.name: one for one in said}
    changed = {name: value for name, value in tried.items() if value != made[name].value}
    return made | {name: Given(name, value, TRIED) for name, value in changed.items()}
