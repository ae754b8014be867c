"""How an office lays out the reports for its boards: which figures, in which order."""

from dataclasses import dataclass
from datetime import date

from offices.shape import Text
from offices.sources import Source


@dataclass(frozen=True)
class Part:
    """`figures` are single figures, `tables` those split into lines: keys of the catalogue of measures. `charts` are drawings
    (the room `layouts` says which there are). `done`: what was done in the period is drafted here. Without any: only words."""

    slug: str
    words: Text
    figures: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()
    done: bool = False


@dataclass(frozen=True)
class Layout:
    slug: str
    words: Text
    parts: tuple[Part, ...]
    source: Source
    since: date | None = None
    until: date | None = None
    cite: str = ""
