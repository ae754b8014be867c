"""How many will ring: what the past shows is found again, the error is honest, too little is said to be too little."""

from datetime import date, timedelta
from random import Random

import pytest

from putright.staffing.rules.arrivals import HOLIDAY, Model, Past, TooLittle, grew, learn, tried

MONDAY = date(2025, 1, 6)
DAYS = (1.4, 1.1, 1.0, 0.9, 0.6, 0.0, 0.0)
SHAPE = {18: 0.1, 20: 0.4, 22: 0.3, 30: 0.2}


def past(weeks, *, months=None, opened=None, more=1.0, luck=None, holidays=frozenset()):
    """Whole weeks from a Monday; with `luck`, as chance has it, and without, exactly as expected."""
    counts = {}
    for step in range(weeks * 7):
        day = MONDAY + timedelta(days=step)
        expected = 100 * DAYS[day.weekday()] * (months or {}).get(day.month, 1.0) * (day not in holidays)
        expected *= more if opened and day >= opened else 1.0
        for half, share in SHAPE.items():
            mean = expected * share
            counts[day, half] = max(0, round(luck.gauss(mean, mean**0.5))) if luck else round(mean)
    return Past(counts, MONDAY, MONDAY + timedelta(days=weeks * 7 - 1), holidays)


def test_weekdays_and_half_hours_are_found_again():
    model = learn(past(12))
    monday, friday = MONDAY + timedelta(weeks=20), MONDAY + timedelta(weeks=20, days=4)
    assert model.day(monday) == pytest.approx(140, rel=0.02) and model.day(friday) == pytest.approx(60, rel=0.02)
    assert model.half(monday, 20) == pytest.approx(56, rel=0.02) and model.half(monday, 5) == 0
    assert model.day(MONDAY + timedelta(weeks=20, days=6)) == 0


def test_months_are_told_apart_only_after_a_year():
    summer = {6: 1.5, 7: 1.5, 8: 1.5}
    assert learn(past(52, months=summer)).months == {}
    model = learn(past(110, months=summer))
    july, january = date(2027, 7, 5), date(2027, 1, 11)
    assert model.day(july) / model.day(january) == pytest.approx(1.5, rel=0.05)


def test_a_bank_holiday_is_a_day_of_its_own_once_there_were_three():
    three = frozenset(MONDAY + timedelta(weeks=step) for step in (2, 4, 6))
    coming = MONDAY + timedelta(weeks=14)
    found = past(12, holidays=three)
    model = learn(Past(found.counts, found.first, found.last, three | {coming}))
    assert model.day(coming) == 0 and model.day(coming + timedelta(weeks=1)) == pytest.approx(140, rel=0.05)
    few = frozenset(sorted(three)[:2])
    assert learn(past(12, holidays=few), on_holidays=0.3).kinds[HOLIDAY] == 0.3


def test_a_bank_holiday_has_its_own_half_hours():
    shapes = {kind: (0.0, 1.0) if kind == HOLIDAY else (1.0, 0.0) for kind in range(HOLIDAY + 1)}
    model = Model(10.0, dict.fromkeys(range(HOLIDAY + 1), 1.0), {}, shapes, frozenset({MONDAY}))
    assert [model.half(MONDAY, half) for half in (0, 1)] == [0.0, 10.0]
    assert [model.half(MONDAY + timedelta(weeks=1), half) for half in (0, 1)] == [10.0, 0.0]


def test_growth_from_a_door_is_seen_and_what_came_before_it_is_not_the_level():
    opened = MONDAY + timedelta(weeks=17)
    found = past(20, opened=opened, more=1.5)
    assert grew(found, opened) == pytest.approx(1.5, rel=0.02)
    knows, does_not = learn(found, [(opened, 1.1)]), learn(found)
    assert knows.level == pytest.approx(1.5 * 500 / 7, rel=0.03) and does_not.level < 0.85 * knows.level
    assert grew(found, MONDAY + timedelta(weeks=1)) is None and grew(found, found.last) is None


def test_a_door_that_opens_later_lifts_only_the_days_after():
    later = MONDAY + timedelta(weeks=16)
    model = learn(past(12), [(later, 1.25)])
    assert model.day(later) / model.day(later - timedelta(weeks=1)) == pytest.approx(1.25)


def test_the_error_on_weeks_it_had_not_seen_is_below_repeating_the_week_before():
    shown = tried(past(40, luck=Random(5)))
    assert shown.since == MONDAY + timedelta(weeks=36) and (shown.until - shown.since).days == 27
    assert shown.days < 0.12 and shown.days < shown.days_repeated and shown.halves < shown.halves_repeated
    assert shown.halves > shown.days  # a half-hour is harder to foretell than a day


def test_the_error_is_the_sum_of_what_it_was_off_by():
    even, grown = past(16), past(16, opened=MONDAY + timedelta(weeks=12), more=2.0)
    assert tried(even).days == pytest.approx(0, abs=0.01)
    assert tried(grown).days == pytest.approx(0.5, abs=0.02)  # half of what came was not foretold
    assert tried(grown).days_repeated == pytest.approx(0.5, abs=0.01)


def test_what_was_kept_back_is_not_learned_from():
    found = past(20)
    spoilt = Past({**found.counts, (found.last - timedelta(days=2), 20): 100_000}, found.first, found.last)
    assert learn(spoilt.until(found.last - timedelta(weeks=4))).level == learn(found.until(found.last - timedelta(weeks=4))).level
    assert tried(spoilt).days > 0.9


def test_too_little_history_is_said_to_be_too_little():
    with pytest.raises(TooLittle) as few:
        learn(past(7))
    assert (few.value.weeks, few.value.wanted) == (7, 8)
    assert learn(past(8)).level > 0
    with pytest.raises(TooLittle) as short:
        tried(past(11))
    assert (short.value.weeks, short.value.wanted) == (11, 12)
