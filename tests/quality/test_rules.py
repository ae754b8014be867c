"""The arithmetic of the sample: fair within each group, shared out by the largest remainder, and drawn the same again."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.quality import rules

POPULATION = [(rules.key_of(f"PR-{n:05}-AAAAA"), "web" if n < 30 else "phone") for n in range(42)]
SEEDS = 10_000
# The critical values of chi-square at one in a thousand, for 29 and 11 degrees of freedom (NIST/SEMATECH, table 1.3.6.7.4).
CRITICAL = {"web": 58.301, "phone": 31.264}
sizes_drawn = st.dictionaries(st.text(max_size=3), st.integers(0, 200), min_size=1, max_size=8)


def record(**other):
    given = {"month": "2026-03-01", "number": 0, "secret": "ab" * 32, "size": 10, "population": POPULATION}
    return rules.made(given | {"previous": rules.FIRST} | other)


def test_over_ten_thousand_seeds_every_case_of_a_group_is_drawn_as_often_as_any_other():
    """Sampling k of N without replacement: the sum of squares over the expected, times (N-1)/(N-k), is chi-square with N-1."""
    allotted = rules.allocate(Counter(stratum for _key, stratum in POPULATION), 10)
    often = Counter(key for n in range(SEEDS) for key in rules.chosen(f"seed {n}", POPULATION, allotted))
    for name, taken in allotted.items():
        keys = [key for key, stratum in POPULATION if stratum == name]
        expected = SEEDS * taken / len(keys)
        squares = sum((often[key] - expected) ** 2 / expected for key in keys)
        assert squares * (len(keys) - 1) / (len(keys) - taken) < CRITICAL[name], name


def test_a_draw_that_favours_one_case_would_be_noticed():
    """The control: the first case is in every draw."""
    often = Counter({key: 1000 for key, stratum in POPULATION if stratum == "web"})
    often[POPULATION[0][0]] += 1000
    expected = sum(often.values()) / 30
    assert sum((n - expected) ** 2 / expected for n in often.values()) > CRITICAL["web"]


@given(sizes_drawn, st.integers(1, 300))
def test_each_group_gives_at_least_one_and_never_more_than_it_has(sizes, wanted):
    taken, there = rules.allocate(sizes, wanted), {name: size for name, size in sizes.items() if size}
    assert taken.keys() == there.keys()
    assert all(1 <= taken[name] <= there[name] for name in there)
    assert sum(taken.values()) == min(sum(there.values()), max(wanted, len(there)))


@given(sizes_drawn, st.integers(1, 300))
def test_a_share_above_one_is_off_by_less_than_one_where_nobody_is_raised_to_one(sizes, wanted):
    taken, whole = rules.allocate(sizes, wanted), sum(sizes.values())
    total = sum(taken.values())
    share = {name: total * sizes[name] / whole for name in taken}
    if all(one >= 1 for one in share.values()):
        assert all(abs(taken[name] - share[name]) < 1 + 1e-9 for name in taken)


@pytest.mark.parametrize(("sizes", "wanted", "taken"), [
    ({"a": 60, "b": 30, "c": 10}, 10, {"a": 6, "b": 3, "c": 1}),
    ({"a": 47, "b": 33, "c": 20}, 10, {"a": 5, "b": 3, "c": 2}),  # 4.7, 3.3, 2.0: the largest remainder gets the last
    ({"a": 97, "b": 2, "c": 1}, 10, {"a": 8, "b": 1, "c": 1}),  # at least one each, from whoever has most above their share
    ({"a": 2, "b": 1}, 10, {"a": 2, "b": 1}),
    ({"a": 5, "b": 5, "c": 5}, 2, {"a": 1, "b": 1, "c": 1}),
    ({}, 5, {}),
])  # fmt: skip
def test_shared_out_by_hand(sizes, wanted, taken):
    assert rules.allocate(sizes, wanted) == taken


def test_the_order_of_the_list_makes_no_difference():
    assert record(population=list(reversed(POPULATION))) == record()


def test_drawn_again_from_its_record_it_is_the_same_also_from_a_file():
    assert rules.problems(json.loads(json.dumps(record()))) == []


def test_a_redraw_takes_others_and_chooses_nothing():
    assert record(number=1)["chosen"] != record()["chosen"] and record(number=1)["secret"] == record()["secret"]


def tampered(**other):
    return record() | other


@pytest.mark.parametrize(("made", "found"), [
    (lambda r: r | {"chosen": [*r["chosen"][1:], next(k for k, _ in POPULATION if k not in r["chosen"])]}, {"chosen", "digest"}),
    (lambda r: r | {"secret": "cd" * 32}, {"seed", "chosen", "digest"}),
    (lambda r: r | {"secret": "cd" * 32, "seed_digest": rules.seed_digest("cd" * 32)}, {"chosen", "digest"}),
    (lambda r: r | {"population": r["population"][1:]}, {"population", "digest"}),
    (lambda r: r | {"population": list(reversed(r["population"]))}, {"population", "digest"}),
    (lambda r: r | {"allotted": r["allotted"] | {"web": 9}}, {"allotted", "digest"}),
    (lambda r: r | {"size": 11}, {"digest"}),
    (lambda r: r | {"previous": "f" * 64}, {"digest"}),
    (lambda r: {name: value for name, value in r.items() if name != "population"}, {"unreadable"}),
])  # fmt: skip
def test_a_tampered_record_is_found(made, found):
    assert found <= set(rules.problems(made(record())))
