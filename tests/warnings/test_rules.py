"""When a month departs from its own past: on simulated years, on a real city's casework, and by hand."""

from datetime import date, timedelta

import pytest

from putright.warnings import rules

from . import new_york
from .simulated import CALENDAR, World, detected, false_alarms, series


def flat(count=40, months=30, days=20, **odd):
    """`odd`: m12=80 makes the thirteenth month 80."""
    return [
        rules.Period(date(2020 + n // 12, n % 12 + 1, 1), days, odd.get(f"m{n}", count)) for n in range(months)
    ]  # fmt: skip


def test_a_doubled_month_fires_by_itself_and_shows_its_working():
    found = rules.judge(flat(m20=80))
    (out,) = rules.begun(found)
    assert out.period.begins == date(2021, 9, 1) and out.fired == rules.ALONE
    assert out.expected == pytest.approx(40) and out.low < 40 < out.high < 80 and out.past == 19


def test_two_months_a_little_high_fire_together_where_one_does_not():
    found = rules.judge(flat(m20=53, m21=53))
    assert not found[20].fired and found[21].fired == rules.TOGETHER


def test_a_fall_is_a_warning_too():
    (out,) = rules.begun(rules.judge(flat(m20=12)))
    assert out.away < -rules.FAR


def test_a_month_with_fewer_working_days_is_not_a_fall():
    periods = flat()
    periods[25] = rules.Period(periods[25].begins, 14, 28)
    assert not rules.begun(rules.judge(periods))
    periods[25] = rules.Period(periods[25].begins, 20, 22)
    assert rules.begun(rules.judge(periods))


def test_what_every_december_does_is_expected_once_two_are_known():
    years = [rules.Period(begins, 20, 90 if begins.month == 12 else 45) for begins, _days in CALENDAR[:72]]
    found = rules.judge(years)
    assert not [one for one in found if one.fired and one.period.begins.year > 2017]
    assert found[71].factor > 1.6


def test_too_little_past_is_never_judged_and_nothing_later_is_used():
    found = rules.judge(flat(m5=400))
    assert all(one.expected is None for one in found[:13]) and found[13].expected is not None
    assert rules.judge(flat(m28=400))[:28] == rules.judge(flat())[:28]


def test_judging_only_the_last_few_gives_the_same():
    periods = series(World(30), 7)
    assert [one.away for one in rules.judge(periods, last=4)] == [one.away for one in rules.judge(periods)[-4:]]


def test_nothing_counted_and_no_working_days_are_no_warning():
    assert not rules.begun(rules.judge(flat(count=0)))
    assert not rules.begun(rules.judge(flat(days=0)))


def test_weeks_are_judged_by_the_same_rules():
    first = date(2022, 1, 3)
    weeks = [rules.Period(first + timedelta(weeks=n), 5, 30 if n < 115 else 70) for n in range(120)]
    assert rules.begun(rules.judge(weeks, rules.WEEKLY))[0].period.begins == weeks[115].begins


@pytest.mark.parametrize("mean", [5, 20, 100])
def test_in_ten_quiet_years_there_is_at_most_one_false_warning_a_year(mean):
    assert false_alarms(World(mean), range(12)) <= 1


@pytest.mark.parametrize(("mean", "shift"), [(20, 2.0), (50, 2.0), (100, 1.5), (50, 0.4)])
def test_a_planted_shift_is_seen_within_two_months(mean, shift):
    assert detected(World(mean), shift, range(20)) >= 0.85


def test_a_rule_that_never_fires_would_be_noticed(monkeypatch):
    monkeypatch.setattr(rules, "FAR", 99)
    monkeypatch.setattr(rules, "TWICE", 99)
    assert detected(World(100), 1.5, range(5)) == 0


def test_the_real_city_closed_in_april_2020_and_the_rules_say_so():
    fell = {
        kind for kind, periods in new_york.series().items()
        for one in rules.judge(periods) if one.fired and one.away < 0 and one.period.begins == date(2020, 4, 1)
    }  # fmt: skip
    assert {"Transportation", "Parks"} <= fell
