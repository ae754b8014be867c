"""No hidden number of a published table can be worked out: small tables against every answer that fits what is shown."""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from putright.hiding import crossed as hiding
from putright.hiding.crossed import Cell

SMALLEST, WIDTH = 5, 4
NUMBERS = (0, 1, 3, 6, 9)


def answers(cells: dict[Cell, int], away: frozenset[Cell]) -> Iterator[dict[Cell, int]]:
    """Tables of whole numbers from nought that agree with each number shown, totals among them, by trying them all up to
    WIDTH either side of the true ones. Trying fewer can only raise a false alarm. Nothing here knows of flows."""
    rows, columns = max(cells)
    by_row = []
    for i in range(rows):
        tried = [range(max(0, cells[i, j] - WIDTH), cells[i, j] + WIDTH + 1) if (i, j) in away else (cells[i, j],)
                 for j in range(columns)]  # fmt: skip
        fitting = [row for row in product(*tried) if (i, columns) in away or sum(row) == cells[i, columns]]
        Random(i).shuffle(fitting)  # so that a table with room is soon seen to have it
        by_row.append(fitting)
    totals = [j for j in range(columns) if (rows, j) not in away]
    for table in product(*by_row):
        if all(sum(row[j] for row in table) == cells[rows, j] for j in totals):
            made = hiding.with_totals(table)
            if (rows, columns) in away or made[rows, columns] == cells[rows, columns]:
                yield made


def told(cells: dict[Cell, int], away: frozenset[Cell]) -> set[Cell]:
    """The hidden cells that what is shown confines to no more than WIDTH numbers."""
    seen: dict[Cell, set[int]] = {cell: set() for cell in away}
    for made in answers(cells, away):
        for cell in away:
            seen[cell].add(made[cell])
        if all(len(numbers) > WIDTH for numbers in seen.values()):
            return set()
    return {cell for cell, numbers in seen.items() if max(numbers) - min(numbers) < WIDTH}


def tables() -> Iterator[dict[Cell, int]]:
    """Every table of two by two of those numbers, and two hundred of two by three."""
    for a, b, c, d in product(NUMBERS, repeat=4):
        yield hiding.with_totals([[a, b], [c, d]])
    chance = Random(20261122)
    for _n in range(200):
        yield hiding.with_totals([[chance.choice(NUMBERS) for _j in range(3)] for _i in range(2)])


def test_no_hidden_number_of_any_small_table_is_known_or_nearly_known():
    tried = hiding_something = 0
    for cells in tables():
        away = hiding.hidden(cells, SMALLEST, WIDTH)
        assert {cell for cell, number in cells.items() if 0 < number < SMALLEST} <= away, "each of them, a total too"
        assert told(cells, away) == set(), (cells, away)
        tried, hiding_something = tried + 1, hiding_something + bool(away)
    assert tried == 825 and hiding_something > 500


def test_the_trial_finds_a_build_that_hides_only_the_small_numbers():
    """The control: without the others hidden, taking away from the totals gives small numbers back."""
    caught = sum(bool(told(cells, frozenset(hiding.small(cells, SMALLEST)))) for cells in tables())
    assert caught > 300


@pytest.mark.parametrize("seed", range(5))
def test_larger_tables_are_safe_by_the_exact_bounds_and_keep_something_to_show(seed):
    chance = Random(seed)
    cells = hiding.with_totals([[chance.choice([0, 0, 2, 4, 7, 30, 120]) for _j in range(3)] for _i in range(11)])
    away = hiding.hidden(cells, SMALLEST, WIDTH)
    assert all(hiding.room(cells, away, cell, WIDTH) >= WIDTH for cell in away)
    assert len(away) < len(cells) / 2


def test_the_exact_bounds_are_those_found_by_trying_everything():
    chance = Random(7)
    for _n in range(40):
        cells = hiding.with_totals([[chance.choice(NUMBERS) for _j in range(2)] for _i in range(2)])
        away = frozenset(cell for cell in cells if chance.random() < 0.5)
        near = {cell for cell in away if hiding.room(cells, away, cell, WIDTH) < WIDTH}
        assert near == told(cells, away), (cells, away)
