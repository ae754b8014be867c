"""Whether a change helped, by hand and on simulated years in which nothing changed."""

from dataclasses import replace
from datetime import date

import pytest

from putright.improvements import rules
from putright.warnings.rules import Period
from tests.warnings.simulated import World

from .simulated import read_as_a_change


def months(*counts, days=20):
    return [Period(date(2025 + n // 12, n % 12 + 1, 1), days, count) for n, count in enumerate(counts)]


CHANGED = date(2026, 1, 14)


def test_a_halved_rate_is_told_with_its_numbers():
    found = rules.measure(months(*[60] * 13, *[30] * 6), CHANGED)
    assert (found.verdict, found.before.count, found.after.count) == (rules.FEWER, 720, 180)
    assert found.before.rate == 3 and found.after.rate == 1.5
    assert found.low < found.change < found.high < 0 and found.change == pytest.approx(-50, abs=0.5)


def test_the_month_of_the_change_belongs_to_neither():
    usual = months(*[60] * 13, *[30] * 6)
    odd = [replace(one, count=999) if one.begins == date(2026, 1, 1) else one for one in usual]
    assert rules.measure(odd, CHANGED) == rules.measure(usual, CHANGED)


def test_two_months_after_are_too_early_and_three_are_not():
    assert rules.measure(months(*[60] * 13, 1, 1), CHANGED).verdict == rules.EARLY
    assert rules.measure(months(*[60] * 13, 1, 1, 1), CHANGED).verdict == rules.FEWER


def test_without_a_past_nothing_is_told():
    assert rules.measure(months(*[60] * 20)[11:], CHANGED).verdict == rules.UNKNOWN
    assert rules.measure(months(*[0] * 20), CHANGED).verdict == rules.UNKNOWN


def test_a_few_more_or_fewer_cannot_be_told_from_chance():
    assert rules.measure(months(*[60] * 13, 55, 62, 57), CHANGED).verdict == rules.CHANCE


def test_months_that_move_much_need_more_to_tell():
    calm, wild = months(*[60] * 13, 42, 42, 42), months(*[30, 90] * 6, 60, 42, 42, 42)
    assert rules.measure(calm, CHANGED).verdict == rules.FEWER
    assert rules.measure(wild, CHANGED).verdict == rules.CHANCE


def test_working_days_are_counted_and_not_months():
    periods = months(*[60] * 13) + [replace(one, days=10) for one in months(*[30] * 19)[13:]]
    assert rules.measure(periods, CHANGED).change == pytest.approx(0, abs=0.5)


def test_the_month_of_the_warning_is_left_out_and_what_followed_it_is_the_level_before():
    counts = [30] * 7 + [200, 60, 60, 60, 60, 60] + [30] * 6
    noticed = date(2025, 8, 1)
    found = rules.measure(months(*counts), CHANGED, noticed)
    assert found.before.first == date(2025, 9, 1) and found.before.rate == 3 and found.verdict == rules.FEWER
    late = rules.measure(months(*[30] * 11, 200, 60, *[30] * 6), CHANGED, date(2025, 12, 1))
    assert late.before.count == 330 and late.verdict == rules.CHANCE


@pytest.mark.parametrize(("hoped", "reached"), [(-30, True), (-75, False), (20, False), (None, None)])
def test_whether_it_was_as_much_as_hoped_for(hoped, reached):
    assert rules.reached(rules.measure(months(*[60] * 13, *[30] * 6), CHANGED), hoped) is reached


def test_nothing_is_reached_that_chance_may_have_done():
    assert rules.reached(rules.measure(months(*[60] * 13, 50, 50, 50), CHANGED), -10) is None


def test_what_is_kept_is_read_again():
    for found in (rules.measure(months(*[60] * 13, *[30] * 6), CHANGED), rules.measure(months(60), CHANGED)):
        assert rules.read(rules.kept(found)) == found


@pytest.mark.parametrize(("free", "known"), [(4, 2.776), (7, 2.365), (13, 2.160), (22, 2.074)])
def test_students_t_is_that_of_the_tables(free, known):
    assert rules.student(free) == pytest.approx(known, rel=0.01)


@pytest.mark.parametrize("after", [3, 12])
def test_years_in_which_nothing_changed_seldom_read_as_a_change(after):
    assert read_as_a_change(World(20, season=0), range(200), after=after) <= 0.08


def test_a_real_halving_is_seen():
    assert read_as_a_change(World(20), range(40), after=6, shift=0.5) >= 0.9
