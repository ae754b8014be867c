"""What a call scores, and how far several people's scores lie apart; worked out by hand."""

from dataclasses import dataclass

import pytest

from putright.scoring import rules


@dataclass(frozen=True)
class Point:
    code: str
    weight: int = 1
    fatal: bool = False


POINTS = [Point("a", 3), Point("b", 1), Point("danger", 2, fatal=True)]


@pytest.mark.parametrize(("a", "b", "danger", "points", "failed"), [
    ("met", "met", "met", 100, False),
    ("partly", "met", "met", 75, False),  # (1.5 + 1 + 2) / 6
    ("met", "none", "met", 100, False),  # what does not apply counts for nothing
    ("not", "met", "none", 25, False),  # 1 / 4, and a fail-fast point that does not apply fails nothing
    ("met", "met", "not", 67, True),  # 4 / 6: failed whatever the score
    ("met", "met", "partly", 83, False),
    ("none", "none", "none", 0, False),
])  # fmt: skip
def test_a_score(a, b, danger, points, failed):
    assert rules.score({"a": a, "b": b, "danger": danger}, POINTS) == (points, failed)


def test_spread():
    found = rules.spread([60, 80, 70])
    assert (found.lowest, found.highest, found.width, found.mean, round(found.deviation, 2)) == (60, 80, 20, 70, 8.16)
    assert rules.spread([60]) is None


def test_points_on_which_not_all_said_the_same_come_with_the_most_different_first():
    said = [{"a": "met", "b": "met", "c": "met"}, {"a": "met", "b": "not", "c": "not"}, {"a": "met", "b": "partly", "c": "met"}]
    assert rules.differing(said) == ["b", "c"] and rules.differing([]) == []
