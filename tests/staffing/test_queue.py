"""The formulas of waiting: against numbers worked out elsewhere, against the queue played out, and at their edges."""

from dataclasses import astuple
from itertools import pairwise
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from putright.staffing.rules.erlang import CannotReckon, Load, Target, blocked, impatient, lost, needed, patient, states
from putright.staffing.rules.simulation import Run, Skills, Speakers, played, skilled, welsh_speakers
from putright.staffing.words import number, percent

from .vectors import NEAR, PATIENCE, VECTORS, WITHIN, farthest, shares


@pytest.mark.parametrize("vector", VECTORS)
def test_every_vector_to_its_last_printed_digit(vector):
    calls, seconds, people, *printed = vector
    load = Load(calls, seconds)
    c, a = patient(load, people, WITHIN), impatient(load, people, PATIENCE, WITHIN)
    mean = f"{c.mean:.1f}"
    assert [f"{c.waits:.4f}", mean, percent(c.in_time), percent(c.busy), f"{a.waits:.4f}", percent(a.abandoned)] == printed


@pytest.mark.parametrize("vector", VECTORS)
def test_every_vector_is_within_two_points_of_the_queue_played_out(vector):
    calls, seconds, people = vector[:3]
    load, long = Load(calls, seconds), 400_000 if people == 4 else 60_000  # near full load a queue forgets slowly
    c, a = patient(load, people, WITHIN), impatient(load, people, PATIENCE, WITHIN)
    assert farthest(c, played(load, people, None, WITHIN, Run(7, long))) < NEAR
    seen = played(load, people, PATIENCE, WITHIN, Run(7, 60_000))
    assert farthest(a, seen) < NEAR and abs(seen.mean - a.mean) < 1


def test_a_formula_that_is_for_something_else_is_farther_off():
    load = Load(60, 360)
    seen = played(load, 8, PATIENCE, WITHIN, Run(7, 60_000))
    assert farthest(patient(load, 8, WITHIN), seen) > 5 * NEAR  # as if nobody gave up
    assert abs(blocked(6, 8) - seen.waits) > 2 * NEAR  # as if whoever finds nobody free went away
    assert farthest(impatient(load, 7, PATIENCE, WITHIN), seen) > 2 * NEAR  # one too few


def test_too_few_people_and_nonsense_are_refused_in_words():
    for act, code, words in (
        (lambda: patient(Load(60, 360), 6, 20), "too few", "greater than the load"),
        (lambda: patient(Load(60, 360), 0, 20), "nobody", "At least one"),
        (lambda: impatient(Load(60, 360), 3, 0, 20), "patience", "give up"),
        (lambda: Load(-1, 360), "load", "fewer than none"),
        (lambda: Load(float("nan"), 360), "load", "fewer than none"),
        (lambda: needed(Load(60, 360), Target(1.01, 20), 120), "never", "No number"),
        (lambda: skilled(Skills(3, 4, 0.1), Load(60, 360), 120, 30, Run(1, 10)), "skills", "more Welsh speakers"),
    ):
        with pytest.raises(CannotReckon, match=words) as refused:
            act()
        assert refused.value.code == code


@settings(max_examples=60, deadline=None)
@given(some.floats(0.1, 20_000), some.floats(10, 3600), some.integers(1, 3000), some.floats(5, 1800), some.floats(0, 300))
def test_nothing_overflows_and_shares_stay_shares(calls, seconds, people, patience, within):
    load = Load(calls, seconds)
    if people * 3 < load.erlangs > 3000:
        calls = people * 3 * 3600 / seconds
        load = Load(calls, seconds)
    found = impatient(load, people, patience, within)
    assert all(isfinite(one) for one in astuple(found))
    assert all(-1e-9 <= share <= 1 + 1e-9 for share in shares(found))
    assert sum(states(load, people, patience).values()) == pytest.approx(1)


def test_a_very_large_office_is_reckoned_too():
    found = patient(Load(60_000, 360), 6_100, 20)
    assert number(found.waits * 100, 1) == "13.1" and found.in_time > 0.99
    assert impatient(Load(60_000, 360), 3_000, 120, 20).abandoned == pytest.approx(0.5)


def test_with_endless_patience_nobody_gives_up_and_both_formulas_agree():
    load = Load(60, 360)
    c, a = patient(load, 8, 20), impatient(load, 8, 1e7, 20)
    assert (a.waits, a.in_time, a.mean) == pytest.approx((c.waits, c.in_time, c.mean), rel=1e-3)


def test_whoever_stays_is_answered_in_time_when_the_time_is_endless():
    """Who gave up was never answered, however long the office allows itself."""
    load, endless = Load(60, 360), 1e6
    for people in (5, 7):
        found = impatient(load, people, 120, 5_000)
        assert found.in_time == pytest.approx(1 - found.abandoned, abs=1e-3)
        play = played(load, people, 120, endless, Run(5, 5_000))
        assert play.in_time == pytest.approx(1 - play.abandoned, abs=1e-9) and play.abandoned > 0.05
        apart = skilled(Skills(people, 3, 0.3), load, 120, endless, Run(5, 5_000))
        assert (apart.welsh_soon, apart.others_soon) == pytest.approx((1 - apart.welsh_lost, 1 - apart.others_lost))


def test_the_fewest_who_reach_the_target():
    load, target = Load(60, 360), Target(0.9, 30)
    assert patient(load, 10, 30).in_time >= 0.9 > patient(load, 9, 30).in_time and needed(load, target, None) == 10
    assert impatient(load, 9, 120, 30).in_time >= 0.9 > impatient(load, 8, 120, 30).in_time
    assert needed(load, target, 120) == 9
    assert needed(load, Target(0.9, 30, 0.03), 120) == 10  # fewer may give up
    assert needed(Load(0, 360), target, 120) == 0


def test_part_of_a_person_is_that_person_part_of_the_time():
    load = Load(60, 360)
    seven, eight = (impatient(load, people, 120, 0).abandoned for people in (7, 8))
    assert lost(load, 7.5, 120) == pytest.approx((seven + eight) / 2)
    assert lost(load, 0, 120) == 1 and lost(Load(0, 360), 0, 120) == 0
    assert lost(load, 0.5, 120) == pytest.approx((1 + impatient(load, 1, 120, 0).abandoned) / 2)


def test_everybody_speaking_welsh_is_the_queue_without_skills():
    load = Load(60, 360)
    apart = skilled(Skills(8, 8, 0.2), load, 120, 30, Run(3, 40_000))
    assert apart.welsh_lost * 0.2 + apart.others_lost * 0.8 == pytest.approx(impatient(load, 8, 120, 0).abandoned, abs=NEAR)


RUNS = [Run(seed, 20_000) for seed in range(3)]


def test_the_fewest_welsh_speakers_who_give_welsh_callers_what_all_are_promised():
    load, target, run = Load(60, 360), Target(0.8, 30, 0.1), Run(3, 20_000)
    enough = welsh_speakers(9, 0.2, load, 120, target, [run]).fewest
    few, right = (skilled(Skills(9, welsh, 0.2), load, 120, 30, run) for welsh in (enough - 1, enough))
    assert few.welsh_soon < 0.8 or few.welsh_lost > 0.1
    assert right.welsh_soon >= 0.8 and right.welsh_lost <= 0.1 and enough < 9
    assert skilled(Skills(9, 0, 0.2), load, 120, 30, run).welsh_lost == 1


def test_every_play_is_asked_and_chance_between_them_is_said():
    load, target = Load(60, 360), Target(0.8, 30, 0.1)
    alone = [welsh_speakers(9, 0.2, load, 120, target, [Run(seed, 300)]).fewest for seed in range(12)]
    together = welsh_speakers(9, 0.2, load, 120, target, [Run(seed, 300) for seed in range(12)])
    assert (together.fewest, together.most) == (min(alone), max(alone)) and together.fewest < together.most, "300 calls are few"


def test_few_welsh_callers_do_not_need_everybody_to_speak_welsh():
    load, promised = Load(9, 583), Target(0.9, 30, 0.05)  # a small office: four people, six Welsh callers in a hundred
    assert welsh_speakers(4, 0.06, load, 120, promised, RUNS).most < 4


def test_everybody_is_needed_is_not_everybody_is_not_enough():
    load = Load(9, 583)
    assert welsh_speakers(4, 0.06, load, 120, Target(1, 0), RUNS) == Speakers(4, 4, enough=False)
    for promised in (Target(0.8, 30), Target(0.9, 30, 0.05)):
        people = needed(load, promised, 120)
        nearly_all = welsh_speakers(people, 0.999, load, 120, promised, RUNS)
        assert nearly_all == Speakers(people, people), "nearly every caller is Welsh: as many as Erlang says, and they are enough"


@settings(max_examples=20)
@given(some.floats(0.05, 0.9), some.integers(2, 8), some.floats(0.5, 0.9))
def test_more_is_never_fewer(share, people, promised):
    """A promise of more, or more Welsh callers at the same people, never asks for fewer Welsh speakers."""
    load, run = Load(people * 4, 360), [Run(7, 4_000)]
    asked = [welsh_speakers(people, share, load, 120, Target(level, 30), run).fewest for level in (promised, (1 + promised) / 2)]
    assert asked[0] <= asked[1] <= people
    soon = [skilled(Skills(people, welsh, share), load, 120, 30, Run(7, 20_000)).welsh_soon for welsh in range(people + 1)]
    assert all(more >= fewer - NEAR for fewer, more in pairwise(soon))


def test_a_welsh_line_of_its_own_is_answered_as_erlang_says():
    apart = skilled(Skills(5, 2, 0.5), Load(20, 360), 120, 30, Run(5, 40_000))
    alone = impatient(Load(10, 360), 2, 120, 30).in_time
    assert apart.welsh_soon <= alone + NEAR  # theirs alone at best: the two also help others
    assert apart.others_soon >= impatient(Load(10, 360), 3, 120, 30).in_time - NEAR
