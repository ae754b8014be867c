"""A table of what every force has of one figure: read as somebody pastes it, and the place of ours in it. No Django."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

Rows = tuple[tuple[str, Decimal], ...]
LINE = re.compile(r"(.*?)[\s,;:]+([\d,]*\d(?:\.\d+)?) ?%?", re.ASCII)
WHOLES = frozenset({"total", "all forces", "national", "england and wales", "england & wales", "cymru a lloegr"})
KINDS = re.compile(r"\b(?:the|police|constabulary|force|service|heddlu)\b|[^\w\s&]", re.IGNORECASE)
FEWEST, MOST, LONGEST = 3, 100, 100  # forces in a table, and the characters of a name
GREATEST = Decimal(10) ** 9


class Unreadable(ValueError):
    """`line`: counted from 1. `words`: what stands there."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line, self.words = line, words


class Twice(Unreadable):
    """The same force on two lines."""


@dataclass(frozen=True)
class Read:
    """`aside`: lines that name no force, such as the head of the table or the whole country."""

    rows: Rows
    aside: tuple[str, ...]


def plain(name: str) -> str:
    """What two ways of writing a force's name have in common: "Essex Police" and "ESSEX" are one."""
    return " ".join(KINDS.sub(" ", name).casefold().split())


def read(pasted: str) -> Read:
    """A force and its figure on each line, as it is copied from two columns of a spreadsheet. Refuses Unreadable and Twice."""
    found: dict[str, tuple[str, Decimal]] = {}
    aside: list[str] = []
    for number, line in enumerate(pasted.splitlines(), start=1):
        words = " ".join(line.replace('"', "").split(" ")).strip()
        said = LINE.fullmatch(words)
        name = said[1].strip() if said else words
        if not words or name.casefold() in WHOLES or (said is None and not found and not re.search(r"\d", words)):
            aside += [words] if words else []
            continue
        if said is None or not plain(name) or "\t" in name or len(name) > LONGEST:
            raise Unreadable(number, words)
        if plain(name) in found:
            raise Twice(number, name)
        figure = Decimal(said[2].replace(",", ""))
        if figure >= GREATEST:
            raise Unreadable(number, words)
        found[plain(name)] = (name, figure)
    return Read(tuple(found.values()), tuple(aside))


def ours(rows: Iterable[tuple[str, Decimal]], called: Iterable[str]) -> str:
    """The name our force has in the table; empty if none of what it is called stands there."""
    known = {plain(name) for name in called}
    return next((name for name, _figure in rows if plain(name) in known), "")


@dataclass(frozen=True)
class Place:
    """Counted from the most and from the fewest; `shared` with so many others. `middle`: half of the forces have more."""

    figure: Decimal
    from_most: int
    from_fewest: int
    shared: int
    of: int
    middle: Decimal


def place(rows: Rows, name: str) -> Place:
    figures = [figure for _force, figure in rows]
    own = dict(rows)[name]
    return Place(
        own, 1 + sum(one > own for one in figures), 1 + sum(one < own for one in figures),
        figures.count(own) - 1, len(figures), Decimal(median(figures)),
    )  # fmt: skip


def ordered(rows: Rows) -> list[tuple[int, str, Decimal]]:
    """The most first, each with its place; those with as many share one."""
    by_most = sorted(rows, key=lambda row: (-row[1], row[0]))
    places: dict[Decimal, int] = {}
    for number, (_name, figure) in enumerate(by_most, start=1):
        places.setdefault(figure, number)
    return [(places[figure], name, figure) for name, figure in by_most]
