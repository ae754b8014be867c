"""A layout as plain data and back, and the ways to change one. No Django."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from offices import Text
from offices.layouts import Layout, Part

FIGURE, TABLE, CHART = KINDS = ("figures", "tables", "charts")
SERIES, MULTIPLES, ARRIVALS = "series", "multiples", "arrivals"
DONE = "done"
MOST_PARTS, MOST_ITEMS = 20, 20


def plain(parts: Iterable[Part]) -> list[dict[str, Any]]:
    return [
        {"slug": one.slug, "en": one.words.en, "cy": one.words.cy, "done": one.done}
        | {kind: list(getattr(one, kind)) for kind in KINDS}
        for one in parts
    ]


def parts_of(told: Iterable[dict[str, Any]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            one["slug"], Text(one["en"], one["cy"]),
            figures=tuple(one[FIGURE]), tables=tuple(one[TABLE]), charts=tuple(one[CHART]), done=one["done"],
        )
        for one in told
    )  # fmt: skip


def moved_up[T](listed: Sequence[T], place: int) -> tuple[T, ...]:
    """The one at that place before the one above it; the first stays where it is."""
    if not 0 < place < len(listed):
        return tuple(listed)
    return (*listed[: place - 1], listed[place], listed[place - 1], *listed[place + 1 :])


def place_of(parts: Sequence[Part], slug: str) -> int:
    """Where the part stands; -1 where there is none."""
    return next((place for place, one in enumerate(parts) if one.slug == slug), -1)


def changed(parts: Sequence[Part], slug: str, **what: Any) -> tuple[Part, ...]:
    return tuple(replace(one, **what) if one.slug == slug else one for one in parts)


def without(parts: Sequence[Part], slug: str) -> tuple[Part, ...]:
    return tuple(one for one in parts if one.slug != slug)


def free_slug(parts: Sequence[Part]) -> str:
    """A name for a new part in addresses: never that of another."""
    taken = {one.slug for one in parts}
    return next(name for number in range(1, len(taken) + 2) if (name := f"part-{number}") not in taken)


def keys(layout: Layout) -> list[str]:
    """The measures a layout shows, each once: those of its drawings too."""
    found = []
    for part in layout.parts:
        drawn = [one.partition(":")[2] for one in part.charts if ":" in one]
        found += [*part.figures, *part.tables, *drawn, *(["contacts"] if ARRIVALS in part.charts else [])]
    return list(dict.fromkeys(found))
