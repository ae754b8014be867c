"""Counting against a day-by-day oracle that shares no arithmetic with it, and the dates everybody remembers."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from putright.law import counting
from putright.law.calendar import LONDON, england_and_wales
from putright.law.counting import DAY, HOUR, WORKING_DAY, Length, More, Still
from tests.clocks.oracle import by_hand

HELD = england_and_wales()


def count(unit, number, start, *, opening=None, **given):
    return counting.count(Length(unit, number, opening=opening), start, **given)


def london(*parts):
    return datetime(*parts, tzinfo=LONDON)


def nine_to_five(day):
    return (time(9), time(17)) if HELD.is_working_day(day) else None


@pytest.mark.parametrize(
    ("unit", "number", "start", "due"),
    [
        (WORKING_DAY, 1, london(2022, 5, 27, 12), date(2022, 5, 30)),  # no late-May holiday that year: it was moved
        (WORKING_DAY, 4, london(2022, 5, 27, 12), date(2022, 6, 6)),  # 2 and 3 June instead
        (WORKING_DAY, 1, london(2022, 9, 16, 12), date(2022, 9, 20)),  # the funeral
        (WORKING_DAY, 1, london(2023, 5, 5, 12), date(2023, 5, 9)),  # the coronation
        (WORKING_DAY, 1, london(2020, 5, 7, 12), date(2020, 5, 11)),  # VE Day: Friday, and not that Monday
        (WORKING_DAY, 1, london(2021, 12, 24, 12), date(2021, 12, 29)),  # Christmas and Boxing Day in their places
        (WORKING_DAY, 4, london(2016, 12, 23, 12), date(2017, 1, 3)),  # 27 and 2 January were substitutes
        (DAY, 28, london(2026, 3, 1, 12), date(2026, 3, 29)),  # ends on the night the clocks go forward
        (DAY, 1, london(2026, 10, 24, 23, 59), date(2026, 10, 25)),  # a day of twenty-five hours
        (DAY, 1, datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 2)),  # in London it is July already
    ],
)
def test_the_dates_everybody_remembers(unit, number, start, due):
    assert count(unit, number, start).due_at == datetime.combine(due, time(23, 59, 59), LONDON)


def test_the_day_it_is_stopped_counts_and_the_day_it_goes_on_does_not():
    monday = london(2026, 3, 2, 9)
    still = Still(monday + timedelta(days=1), monday + timedelta(days=3))
    assert count(DAY, 5, monday, stills=[still]).due_at.date() == date(2026, 3, 9)


def test_a_pause_within_one_day_changes_nothing():
    monday = london(2026, 3, 2, 9)
    still = Still(monday + timedelta(hours=20), monday + timedelta(hours=23))
    assert count(DAY, 5, monday, stills=[still]) == count(DAY, 5, monday)


def test_while_it_stands_still_there_is_no_date_and_what_is_left_is_said():
    monday = london(2026, 3, 2, 9)
    standing = count(DAY, 5, monday, stills=[Still(monday + timedelta(days=2), None)])
    assert (standing.due_at, standing.left) == (None, 3)


def test_an_extension_made_too_late_changes_nothing():
    monday = london(2026, 3, 2, 9)
    assert count(DAY, 2, monday, more=[More(london(2026, 3, 4, 23, 59, 59), 3)]).due_at.date() == date(2026, 3, 7)
    late = count(DAY, 2, monday, more=[More(london(2026, 3, 5), 3)])
    assert (late.due_at.date(), late.taken) == (date(2026, 3, 4), ())


def test_an_extension_counts_from_the_moment_it_then_fell_due():
    monday = london(2026, 3, 2, 9)
    after_a_pause = Still(london(2026, 3, 3, 9), london(2026, 3, 6, 9))
    assert count(DAY, 2, monday, stills=[after_a_pause], more=[More(london(2026, 3, 7, 9), 1)]).taken


def test_hours_are_counted_while_the_office_is_open():
    friday = london(2026, 3, 27, 16, 30)
    assert count(HOUR, 2, friday, opening=nine_to_five).due_at == london(2026, 3, 30, 10, 30)
    over_lunch = Still(london(2026, 3, 30, 9, 15), london(2026, 3, 30, 10, 0))
    assert count(HOUR, 2, friday, opening=nine_to_five, stills=[over_lunch]).due_at == london(2026, 3, 30, 11, 15)
    standing = count(HOUR, 2, friday, opening=nine_to_five, stills=[Still(london(2026, 3, 30, 9, 15), None)])
    assert (standing.due_at, standing.left) == (None, 75)


seconds = st.integers(0, 14 * 365 * 86_400)
moments = st.builds(lambda after: datetime(2012, 2, 1, tzinfo=UTC) + timedelta(seconds=after), seconds)


@st.composite
def situations(draw):
    """A start, and stops, goings-on and extensions after it, in any order that can happen."""
    start = draw(moments)
    at, stills, more = start, [], []
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 900)), max_size=4)):
        since = at + timedelta(hours=gap)
        at = since + timedelta(hours=length)
        stills.append(Still(since, at))
    if stills and draw(st.booleans()):
        stills[-1] = stills[-1]._replace(until=None)
    for hours, by in draw(st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 12)), max_size=3)):
        more.append(More(start + timedelta(hours=hours), by))
    unit = draw(st.sampled_from([DAY, WORKING_DAY, HOUR]))
    return unit, draw(st.integers(1, 40)), start, stills, sorted(more)


@settings(max_examples=300, deadline=None)
@given(situations())
def test_it_agrees_with_counting_on_one_s_fingers(situation):
    unit, number, start, stills, more = situation
    opening = nine_to_five if unit == HOUR else None
    found = count(unit, number, start, stills=stills, more=more, opening=opening)
    assert (found.due_at, found.taken, found.left) == by_hand(unit, number, start, stills, more)
