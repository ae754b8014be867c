"""One number as it is shown: its text in the reader's language, and the address of the list behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from putright.facts.months import Month
from putright.hiding import rules as hiding

from .figures import Figures
from .rules import figure, share


@dataclass(frozen=True)
class Reader:
    """Who reads: in which language, whether figures open into lists, and whether small numbers are hidden."""

    language: str
    opens: bool
    hides: bool


@dataclass(frozen=True)
class Cell:
    """`address` is empty when there is no list, or not for this reader."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a table. `key` and `part` are those of the catalogue, whatever the language."""

    key: str
    part: str
    name: str
    cells: tuple[Cell, ...]
    inner: bool = False  # it belongs to the group above it


@dataclass(frozen=True)
class Table:
    key: str
    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Cells:
    """Makes the cells of one period for one reader."""

    figures: Figures
    month: Month
    reader: Reader

    def number(self, key: str, part: str, number: int, *, hide: bool = False) -> Cell:
        return self.text(f"{number:,}", hide=hide, address=self.address(key, part) if number else "")

    def text(self, text: str, *, hide: bool = False, address: str = "") -> Cell:
        """A cell, or “hidden” when it must be hidden and this reader is one to hide it from."""
        return Cell(_("hidden")) if hide and self.reader.hides else Cell(text, address)

    def address(self, key: str, part: str = "") -> str:
        if not self.reader.opens:
            return ""
        place = [self.month.year, self.month.number, key]
        return reverse("reports:part", args=[*place, part]) if part else reverse("reports:list", args=place)

    def line(self, key: str, part: str, name: str, number: int, away: frozenset[str]) -> Line:
        """A part of a figure: its number, and its share of the whole."""
        hide = part in away
        of_all = self.text(per_cent(share(number, self.figures.total(key))), hide=hide)
        return Line(key, part, name, (self.number(key, part, number, hide=hide), of_all))

    def total(self, key: str) -> Cell:
        counts, whole = self.figures.parts(key), self.figures.total(key)
        hide = hiding.total_hidden(counts) or hiding.small(whole) or (key == "settled" and few_settled(self.figures))
        return self.number(key, "", whole, hide=hide)


def few_settled(figures: Figures) -> bool:
    return hiding.share_hidden(figures.total("settled"), figures.total("contacts"))


def per_cent(number: Decimal | None) -> str:
    """46.0%, or nothing where there is nothing to have a share of."""
    said = figure(number, 1)
    return f"{said}%" if said else ""


def away_in(counts: Mapping[str, int]) -> frozenset[str]:
    return hiding.hidden(counts)
