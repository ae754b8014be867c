"""Taking out what is exempt, what a record needs before it is published, and by when. Pure; no Django.

A passage is marked where it stands: two square brackets, the ground, a colon, the words, two square brackets. Marks do not
lie in one another. What is not exactly a mark is refused, so that a slip never publishes what it meant to hide."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from putright.law import calendar
from putright.law.promises import CountsFrom, Kind, Period, due

LANGUAGES = ("en", "cy")
TIMINGS = ("routine", "urgent")
PARTS = ("title", "category", "purpose", "summary", "recommendation", "interests", "withdrawn")
NEEDED = PARTS[:-1]  # `withdrawn`, why it was, only where it is
PUBLISH = Period(Kind.WORKING_DAYS, 5, "Dyfed-Powys decision of 20 October 2014", counts_from=CountsFrom.RECEIPT)
SHORTEST = 3  # letters: whether “Jo” still stands in other words nobody can say
OPEN, CLOSE = "[[", "]]"
_MARK = re.compile(r"([a-z-]{1,20}):\s*(.*)", re.DOTALL)

Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words as it stands; with a ground, one that is taken out."""

    words: str
    ground: str = ""


class BadMark(ValueError):
    """A mark that cannot be read: `words` is where it begins."""

    def __init__(self, words: str) -> None:
        self.words = words[:40]
        super().__init__(self.words)


def pieces(text: str, grounds: Collection[str]) -> list[Piece]:
    """The text in order, marked passages apart. Raises BadMark for brackets that do not pair and grounds not in the list."""
    found: list[Piece] = []
    rest = text
    while rest:
        before, opened, after = rest.partition(OPEN)
        if CLOSE in before:
            raise BadMark(before[before.index(CLOSE) :])
        if before:
            found.append(Piece(before))
        if not opened:
            return found
        inside, closed, rest = after.partition(CLOSE)
        mark = _MARK.fullmatch(inside)
        if not closed or OPEN in inside or mark is None or mark[1] not in grounds or not mark[2].strip():
            raise BadMark(OPEN + after)
        if rest.startswith("]"):  # three brackets: whose is the third?
            raise BadMark(CLOSE + rest)
        found.append(Piece(mark[2], mark[1]))
    return found


def public(text: str, grounds: Collection[str], said: Callable[[str], str]) -> str:
    """The text with every marked passage replaced by `said(ground)`; nothing of its words or its length is left."""
    return "".join(said(piece.ground) if piece.ground else piece.words for piece in pieces(text, grounds))


def taken_out(texts: Texts, grounds: Collection[str]) -> list[str]:
    """Every passage taken out, in any language."""
    return [
        piece.words for parts in texts.values() for text in parts.values() for piece in pieces(text, grounds) if piece.ground
    ]


def still_there(passages: Collection[str], published: Texts, also: str = "") -> list[str]:
    """Passages that were taken out in one place and still stand in another. Spaces and capitals make no difference."""
    whole = plain("\n".join([*(text for parts in published.values() for text in parts.values()), also]))
    return [passage for passage in passages if len(plain(passage)) >= SHORTEST and plain(passage) in whole]


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


def lacking(texts: Texts, *, withdrawn: bool) -> list[tuple[str, str]]:
    """(language, part) of what has no words yet: both languages are needed to publish."""
    needed = (*NEEDED, "withdrawn") if withdrawn else NEEDED
    return [(language, part) for language in LANGUAGES for part in needed if not texts.get(language, {}).get(part, "").strip()]


def publish_by(decided_on: date) -> date:
    """The last of five working days after the decision (Dyfed-Powys)."""
    return calendar.day_of(due(PUBLISH, calendar.end_of_day(decided_on)).at)
