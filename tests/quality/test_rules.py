"""The arithmetic of the sample: fair within each group, shared out by the largest remainder, and drawn the same again."""

import hashlib
import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.quality import rules

POPULATION = [(rules.key_of(f"PR-{n:05}-AAAAA"), "web" if n < 30 else "phone") for n in range(42)]
SEEDS = 10_000
# The critical values of chi-square at one in a thousand, by degrees of freedom (NIST/SEMATECH, table 1.3.6.7.4).
CRITICAL = {29: 58.301, 28: 56.892, 11: 31.264, 10: 29.588}
sizes_drawn = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 200), min_size=1, max_size=8)


def record(**other):
    given = {"month": "2026-03-01", "number": 0, "secret": "ab" * 32, "size": 10, "population": POPULATION}
    return rules.made(given | {"previous": rules.FIRST} | other)


def unfair(draw) -> set[str]:
    """Groups in which some case, or some two together, come up oftener than chance over SEEDS seeds.

    Of k drawn from N without replacement the sum of squares over the expected, times (N-1)/(N-k), is chi-square with N-1 degrees
    of freedom; each group has one chance in a thousand to be named wrongly. Two together: the first case of a group with each
    other, over the seeds that draw the first, is the same law for k-1 of N-1."""
    allotted, found = rules.allocate(Counter(stratum for _key, stratum in POPULATION), 10), set()
    drawn = [set(draw(f"seed {n}", POPULATION, allotted)) for n in range(SEEDS)]
    for name, taken in allotted.items():
        keys = [key for key, stratum in POPULATION if stratum == name]
        with_first = [one for one in drawn if keys[0] in one]
        for several, among, k in ((drawn, keys, taken), (with_first, keys[1:], taken - 1)):
            often, size = Counter(key for one in several for key in one), len(among)
            expected = len(several) * k / size
            squares = sum((often[key] - expected) ** 2 / expected for key in among) if expected else float("inf")
            found |= {name} if squares * (size - 1) / (size - k) > CRITICAL[size - 1] else set()
    return found


def test_over_ten_thousand_seeds_every_case_and_every_two_of_a_group_are_drawn_as_often_as_any_other():
    assert unfair(rules.chosen) == set()


def favours_one(seed, population, allotted):
    """In one draw of twenty one case is put in for another: it comes up 27 times in a hundred and not 23."""
    found = rules.chosen(seed, population, allotted)
    return found if int(seed.split()[1]) % 20 or POPULATION[0][0] in found else [POPULATION[0][0], *found[1:]]


def in_a_row(seed, population, allotted):
    """One in n from a random start: each case as often as any other, and neighbours never together."""
    found = []
    for name, taken in allotted.items():
        keys = [key for key, stratum in population if stratum == name]
        start = int(hashlib.sha256(seed.encode()).hexdigest(), 16) % len(keys)
        found += [keys[(start + n) % len(keys)] for n in range(taken)]
    return found


def by_the_key_alone(seed, population, allotted):
    """The seed makes no difference."""
    return rules.chosen("", population, allotted)


def the_first(seed, population, allotted):
    """By the digest as it is, and in a sixteenth of all places what begins with 0 to 3 goes before the rest."""
    ranked = []
    for key, stratum in population:
        found = hashlib.sha256(f"{seed}:{key}".encode()).hexdigest()
        ranked.append((found > "f" and key > "4", found if found < "f" or key > "4" else "", key, stratum))
    ranked.sort()
    return [key for name, taken in allotted.items() for key in [one[2] for one in ranked if one[3] == name][:taken]]


@pytest.mark.parametrize("draw", [favours_one, in_a_row, by_the_key_alone, the_first])
def test_the_control_a_draw_that_is_not_fair_is_noticed(draw):
    assert unfair(draw)


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


BESIDE = {"drawn": "2026-04-03T08:00:00+00:00", "why": "", "axes": ["channel"], "left_out": 2, "by": None}


@pytest.mark.parametrize("field", sorted(record(beside=BESIDE)))
def test_whatever_is_changed_in_a_record_is_found(field):
    """Every field there is, one by one: changed, and taken out."""
    whole = record(beside=BESIDE)
    assert rules.problems(whole) == []
    held = whole[field]
    other = held + 1 if isinstance(held, int) else f"f{held[1:]}" if isinstance(held, str) else None
    other = other or (held[1:] if isinstance(held, list) else held | {"left_out": 0, "web": 1})
    assert other != held and rules.problems(whole | {field: other}) != []
    assert rules.problems({name: value for name, value in whole.items() if name != field}) != []


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
