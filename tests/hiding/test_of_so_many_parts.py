"""Nobody is picked out: every small table is tried, by somebody who knows the rule, the whole, and every figure shown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.hiding import rules as hiding
from putright.questionnaires import rules

NAMES = "abcd"


@pytest.mark.parametrize("smallest", [3, 5])
def test_what_is_hidden_is_never_fewer_people_than_the_smallest_number_and_never_one_part(smallest):
    """From the whole and the parts shown only the sum of all hidden parts can be worked out: it must be of enough people."""
    tried = 0
    for numbers in product(range(2 * smallest), repeat=3):
        parts = dict(zip(NAMES, numbers, strict=False))
        if sum(numbers) < smallest:
            continue  # then the whole is not shown, and no part of it
        tried += 1
        away = hiding.hidden(parts, smallest)
        shown = [parts[name] for name in parts if name not in away]
        assert all(number == 0 or number >= smallest for number in shown)
        assert not away or (len(away) > 1 and sum(parts[name] for name in away) >= smallest), parts
    assert tried > 100


@pytest.mark.parametrize("smallest", [3, 5])
def test_a_hidden_number_cannot_be_told_from_the_whole_where_there_was_another_part_to_hide_with_it(smallest):
    """For every small table with at least one large part: another table looks the same from outside and differs there."""
    seen: dict[object, list[dict[str, int]]] = {}
    for numbers in product(range(4 * smallest), repeat=3):
        parts = dict(zip(NAMES, numbers, strict=False))
        away = hiding.hidden(parts, smallest)
        outside = (frozenset((n, parts[n]) for n in parts if n not in away), sum(numbers), away)
        seen.setdefault(outside, []).append(parts)
    for (_, _whole, away), alike in seen.items():
        if not any(number >= smallest for number in alike[0].values()) or max(alike[0].values()) > 2 * smallest:
            continue  # nothing to hide with; or at the edge of the tables tried here
        for name in away:
            assert len({parts[name] for parts in alike}) > 1, (name, alike)


NAME = st.sampled_from(NAMES)


@given(st.dictionaries(NAME, st.integers(0, 40), min_size=1), st.integers(3, 10), st.sets(NAME))
def test_a_part_hidden_for_another_reason_stays_hidden(parts, smallest, also):
    assert also & parts.keys() <= hiding.hidden(parts, smallest, also)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12), st.integers(3, 8))
def test_figures_come_out_in_steps_of_enough_people(by_month, smallest):
    """Whoever keeps last month's figures and takes them from this month's is left with nobody, or with enough people."""
    months = {(2026, number): count for number, count in enumerate(by_month, 1)}
    out = []
    for now in range(1, 14):
        until = rules.released({m: n for m, n in months.items() if m[1] <= now}, (2026, now), smallest)
        out.append(sum(n for m, n in months.items() if until and m <= until))
        assert until is None or until < (2026, now)
    steps = [after - before for before, after in zip(out, out[1:], strict=False)]
    assert all(step == 0 or step >= smallest for step in [out[0], *steps])
