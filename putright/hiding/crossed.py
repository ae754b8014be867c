"""Small numbers hidden in a table with its totals, so that no taking away of one published table from another gives them
back. No Django.

The permitted tables are fixed: how many by each row, how many by each column, both crossed, and the whole. Together they are
one table with totals. A number from 1 to below `smallest` is hidden, a total too. Then others are hidden until each hidden
number could still be any of more than `width` numbers, going by everything that is published and knowing only that nobody is
counted less than never. A nought is shown: it is nobody.

The table is read as a round trip: source to row (its total), row to column (a cell), column to sink (its total), sink to source
(the whole). What goes into a point comes out of it, so a hidden number can only change along a ring of hidden ones, and how far
is a greatest flow: exact, in whole numbers. A test tries small tables against every possible answer.

What this does not guard against: somebody who also works back from how the other hidden cells were chosen."""

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from . import rules

Cell = tuple[int, int]  # row and column; the last of each is the total
Point = tuple[str, int]
SOURCE, SINK = ("source", 0), ("sink", 0)
OF_A_CELL, OF_A_TOTAL, OF_A_NOUGHT = 1, 100, 10_000  # what it costs the reader to lose it


def with_totals(values: Sequence[Sequence[int]]) -> dict[Cell, int]:
    """The cells of a table, and its totals in the row and the column after the last."""
    rows, columns = len(values), len(values[0])
    cells = {(i, j): values[i][j] for i in range(rows) for j in range(columns)}
    cells |= {(i, columns): sum(values[i]) for i in range(rows)}
    cells |= {(rows, j): sum(row[j] for row in values) for j in range(columns)}
    return cells | {(rows, columns): sum(map(sum, values))}


def small(cells: Mapping[Cell, int], smallest: int) -> set[Cell]:
    return {cell for cell, number in cells.items() if rules.small(number, smallest)}


def hidden(cells: Mapping[Cell, int], smallest: int, width: int) -> frozenset[Cell]:
    """The cells not to publish. Ends, because each step hides one more, and all hidden are safe."""
    away = small(cells, smallest)
    while bare := next((cell for cell in sorted(away) if room(cells, away, cell, width) < width), None):
        more = ring(cells, away, bare, width) - away
        away |= more or {min((cell for cell in cells if cell not in away), key=lambda cell: (cost(cells, cell), cell))}
    return frozenset(away)


def room(cells: Mapping[Cell, int], away: Iterable[Cell], cell: Cell, enough: int) -> int:
    """Between how many numbers a hidden cell could move, going by what is shown; counted no further than `enough`."""
    tail, head = ends(cells, cell)
    others = [one for one in away if one != cell]
    more = flow(capacities(cells, others, enough), head, tail, enough)
    return more + flow(capacities(cells, others, enough), tail, head, min(enough, cells[cell]))


def ends(cells: Mapping[Cell, int], cell: Cell) -> tuple[Point, Point]:
    (rows, columns), (i, j) = max(cells), cell
    if i < rows:
        return (("row", i), ("column", j)) if j < columns else (SOURCE, ("row", i))
    return (("column", j), SINK) if j < columns else (SINK, SOURCE)


def capacities(cells: Mapping[Cell, int], away: Iterable[Cell], enough: int) -> dict[Point, dict[Point, int]]:
    """Up without end, down to nought."""
    found: defaultdict[Point, dict[Point, int]] = defaultdict(dict)
    for cell in away:
        tail, head = ends(cells, cell)
        found[tail][head] = found[tail].get(head, 0) + enough
        found[head][tail] = found[head].get(tail, 0) + cells[cell]
    return found


def flow(left: dict[Point, dict[Point, int]], start: Point, end: Point, enough: int) -> int:
    """The greatest flow, counted no further than `enough`."""
    sent = 0
    while sent < enough and (path := shortest(left, start, end)):
        step = min(enough - sent, *(left[one][two] for one, two in path))
        for one, two in path:
            left[one][two] -= step
            left[two][one] = left[two].get(one, 0) + step
        sent += step
    return sent


def shortest(left: Mapping[Point, Mapping[Point, int]], start: Point, end: Point) -> list[tuple[Point, Point]]:
    came: dict[Point, Point] = {start: start}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there, capacity in left.get(here, {}).items():
            if capacity > 0 and there not in came:
                came[there] = here
                waiting.append(there)
    path = []
    while end in came and end != start:
        path.append((came[end], end))
        end = came[end]
    return path[::-1]


def cost(cells: Mapping[Cell, int], cell: Cell) -> int:
    rows, columns = max(cells)
    if not cells[cell]:
        return OF_A_NOUGHT
    return OF_A_TOTAL if cell[0] == rows or cell[1] == columns else OF_A_CELL


def ring(cells: Mapping[Cell, int], away: set[Cell], cell: Cell, width: int) -> set[Cell]:
    """The cheapest ring through a hidden cell along which it could grow by `width`; nothing where there is none."""
    tail, head = ends(cells, cell)
    best: dict[Point, int] = {head: 0}
    came: dict[Point, tuple[Point, Cell]] = {}
    waiting = [(0, head)]
    while waiting:
        spent, here = heapq.heappop(waiting)
        for there, through in _next(cells, here, cell, width):
            total = spent + (0 if through in away else cost(cells, through))
            if total < best.get(there, total + 1):
                best[there], came[there] = total, (here, through)
                heapq.heappush(waiting, (total, there))
    found: set[Cell] = set()
    while tail in came and tail != head:
        tail, through = came[tail]
        found.add(through)
    return found


def _next(cells: Mapping[Cell, int], here: Point, leave_out: Cell, width: int) -> Iterator[tuple[Point, Cell]]:
    """Where one can go from a point: along a cell that may grow, or against one that can lose enough."""
    for cell, number in cells.items():
        tail, head = ends(cells, cell)
        if cell != leave_out and tail == here:
            yield head, cell
        elif cell != leave_out and head == here and number >= width:
            yield tail, cell
