"""What a call scores. No Django."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import mean, pstdev
from typing import Protocol

WORTH = {"met": Fraction(1), "partly": Fraction(1, 2), "not": Fraction(0)}
TEAM = "team"  # the unit that is this team


class Weighted(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def weight(self) -> int: ...
    @property
    def fatal(self) -> bool: ...


def score(marks: Mapping[str, str], points: Iterable[Weighted]) -> tuple[int, bool]:
    """(per cent, failed). A point that has nothing to do with the call counts for nothing; one partly met counts half its
    weight. A fail-fast point that is not met fails the call, whatever the rest. No point that applies: 0."""
    asked = [point for point in points if marks.get(point.code) in WORTH]
    whole = sum(point.weight for point in asked)
    got = sum((point.weight * WORTH[marks[point.code]] for point in asked), Fraction(0))
    failed = any(point.fatal and marks[point.code] == "not" for point in asked)
    return (round(100 * got / whole) if whole else 0), failed


@dataclass(frozen=True)
class Spread:
    """How far several people's scores of one call lie apart, in points of a hundred."""

    lowest: int
    highest: int
    mean: float
    deviation: float  # of these scores themselves, not of a sample

    @property
    def width(self) -> int:
        return self.highest - self.lowest


def spread(scores: Sequence[int]) -> Spread | None:
    if len(scores) < 2:
        return None
    return Spread(min(scores), max(scores), mean(scores), pstdev(scores))


def differing(marks: Sequence[Mapping[str, str]]) -> list[str]:
    """Points on which not all said the same, those with most different answers first."""
    codes = sorted(set().union(*(one.keys() for one in marks))) if marks else []
    said = {code: len({one.get(code) for one in marks}) for code in codes}
    return sorted((code for code in codes if said[code] > 1), key=lambda code: (-said[code], code))
