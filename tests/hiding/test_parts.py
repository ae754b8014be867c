"""Small numbers are hidden, and taking the shown ones from the total does not bring them back."""

from collections.abc import Iterator

import pytest

from putright.hiding.rules import hidden, share_hidden, total_hidden

PARTS = "abcde"


@pytest.mark.parametrize(
    ("parts", "away", "total_too"),
    [
        ({"a": 0, "b": 0}, "", False),
        ({"a": 5, "b": 90}, "", False),
        ({"a": 4, "b": 9, "c": 90}, "ab", False),
        ({"a": 3, "b": 4, "c": 90}, "ab", False),
        ({"a": 4, "b": 4, "c": 90}, "abc", False),
        ({"a": 1, "b": 1, "c": 90}, "abc", False),
        ({"a": 3, "b": 0}, "a", True),
        ({"a": 1, "b": 1, "c": 0}, "ab", True),
    ],
)
def test_what_is_hidden(parts, away, total_too):
    assert (hidden(parts), total_hidden(parts)) == (frozenset(away), total_too)


def shown(parts: dict[str, int]) -> tuple:
    """What a reader is given: each part or nothing, and the total or nothing."""
    away = hidden(parts)
    total = None if total_hidden(parts) else sum(parts.values())
    return tuple(None if part in away else number for part, number in parts.items()), total


def tables(how_many: int, up_to: int) -> Iterator[tuple[int, ...]]:
    if how_many == 0:
        yield ()
        return
    for first in range(up_to + 1):
        yield from ((first, *rest) for rest in tables(how_many - 1, up_to - first))


@pytest.mark.parametrize(("how_many", "up_to"), [(2, 40), (3, 30), (4, 20), (5, 20)])
def test_no_hidden_number_can_be_worked_out_by_somebody_who_knows_the_rule(how_many, up_to):
    """By brute force, every table of so many parts with a total up to that: more than one number fits each hidden place."""
    worlds: dict[tuple, list[tuple[int, ...]]] = {}
    for numbers in tables(how_many, up_to):
        worlds.setdefault(shown(dict(zip(PARTS, numbers, strict=False))), []).append(numbers)
    given_away = [
        (cells, fitting)
        for (cells, _total), fitting in worlds.items()
        for place, cell in enumerate(cells)
        if cell is None and len({numbers[place] for numbers in fitting}) == 1
    ]
    assert given_away == []
    assert any(None in cells and total is not None for cells, total in worlds), "nothing was hidden beside a total"


@pytest.mark.parametrize(
    ("part", "whole", "away"), [(3, 100, True), (97, 100, True), (50, 100, False), (0, 100, False), (2, 2, True)]
)
def test_a_share_with_few_on_either_side_is_hidden(part, whole, away):
    assert share_hidden(part, whole) is away


@pytest.mark.parametrize("smallest", [3, 5, 10])
def test_a_hidden_part_is_as_free_as_a_hidden_number_of_a_published_table(smallest):
    """Going by what is shown alone, each could be any of more than `smallest` numbers: one promise for both shapes."""
    hiding_beside_a_total = 0
    for numbers in tables(3, 4 * smallest if smallest < 10 else 2 * smallest):
        parts = dict(zip(PARTS, numbers, strict=False))
        away = hidden(parts, smallest)
        if away and not total_hidden(parts, smallest):
            hiding_beside_a_total += 1
            assert len(away) > 1 and sum(parts[part] for part in away) + 1 > smallest, parts
    assert hiding_beside_a_total > 50


def test_parts_with_the_same_numbers_hide_the_same_whatever_office_asks():
    """The control of the smallest number: another one hides other parts."""
    parts = {"a": 2, "b": 3, "c": 60, "d": 70}
    assert hidden(parts, 3) == {"a", "b"} and hidden(parts, 5) == {"a", "b", "c"} and not hidden(parts, 2)
