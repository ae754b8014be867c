"""The lists that people look through: what checklists.toml holds, and then what the office changed, by day."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from .models import Item

WHICH = ("dip", "calls", "units", "callback", "visit-counter", "visit-web")


@dataclass(frozen=True)
class Point:
    """One point as it stands on a day. `recalled`: nobody has checked the default against a source."""

    code: str
    en: str
    cy: str
    weight: int = 1
    fatal: bool = False
    place: int = 0
    ours: bool = True  # a default the office has not made its own

    def name(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


@cache
def defaults() -> dict[str, tuple[Point, ...]]:
    written = tomllib.loads((Path(__file__).parent / "checklists.toml").read_text("utf-8"))
    return {which: tuple(Point(place=10 * place, **row) for place, row in enumerate(rows, 1)) for which, rows in written.items()}


def points(which: str, on: date) -> list[Point]:
    """The list as it stood that day, in its order. One query."""
    held = {point.code: point for point in defaults().get(which, ())}
    return _with(held, Item.objects.filter(which=which, since__lte=on).order_by("since", "pk"))


def _with(held: dict[str, Point], lines: Iterable[Item]) -> list[Point]:
    for line in lines:
        if line.ended:
            held.pop(line.code, None)
        else:
            held[line.code] = Point(line.code, line.en, line.cy, line.weight, line.fatal, line.place, ours=False)
    return sorted(held.values(), key=lambda point: (point.place, point.code))


def named(which: str, language: str) -> dict[str, str]:
    """Every code there ever was -> its newest words, for figures of earlier days. One query."""
    held = {point.code: point for point in defaults().get(which, ())}
    for line in Item.objects.filter(which=which, ended=False).order_by("since", "pk"):
        held[line.code] = Point(line.code, line.en, line.cy)
    return {code: point.name(language) for code, point in held.items()}
