"""What a room gives to have drawn, and what it gets back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

MONTH, WEEK, DAY = "month", "week", "day"


@dataclass(frozen=True)
class Table:
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Drawn:
    """`key` is what the shapes mean, then each dated change by its number; one sentence each."""

    title: str
    svg: Markup
    key: tuple[str, ...]
    table: Table


@dataclass(frozen=True)
class Paper:
    """`width` in px for a fixed drawing with a viewBox, as a PDF needs; None fills whatever it is put in."""

    width: int | None = None
    language: str | None = None  # None: the language of the page


SCREEN = Paper()


@dataclass(frozen=True)
class Point:
    """One period. `value` is None where nothing is known. `note` says why the point is flagged; empty when it is not."""

    on: date
    value: float | None
    centre: float | None = None
    low: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Mark:
    """A change with its day, drawn as a numbered line."""

    on: date
    label: str


@dataclass(frozen=True)
class Target:
    value: float
    label: str


@dataclass(frozen=True)
class Series:
    """`about` is one sentence of what the drawing shows, for somebody who does not see it. `unit` heads the values."""

    title: str
    about: str
    unit: str
    points: Sequence[Point]
    marks: Sequence[Mark] = ()
    target: Target | None = None
    step: str = MONTH
    decimals: int = 0
    nothing: str = ""  # the word for a value that is not there; empty: not known


@dataclass(frozen=True)
class Multiples:
    """Several series of the same unit, step and dated changes, one below another on one scale."""

    title: str
    about: str
    panels: Sequence[Series]


@dataclass(frozen=True)
class Bar:
    label: str
    value: float | None
    note: str = ""


@dataclass(frozen=True)
class Bars:
    title: str
    about: str
    head: str  # what the lines are: "Area"
    unit: str
    bars: Sequence[Bar]
    target: Target | None = None
    decimals: int = 0


@dataclass(frozen=True)
class Heat:
    """`counts`: (hour 0 to 23, weekday 0 for Monday) -> how many; None where that is hidden. `hours` are those shown."""

    title: str
    about: str
    unit: str
    counts: Mapping[tuple[int, int], float | None]
    hours: Sequence[int] = tuple(range(24))
    decimals: int = 0
