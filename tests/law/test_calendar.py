"""Working days of England and Wales against three independent sources: a day-by-day walk and two published packages."""

import tomllib
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given, settings
from hypothesis import strategies as st

from putright.law import calendar
from putright.law.calendar import LONDON, BeyondCalendar, add_working_days, is_working_day
from putright.law.refusals import NotAMoment

FIRST, LAST = date(2012, 1, 1), date(2028, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
PUBLISHED = holidays.country_holidays("GB", subdiv="ENG", years=range(2012, 2029))


def walked(day: date, count: int) -> date:
    """The slow way: step a day at a time, asking the published list."""
    step = 1 if count > 0 else -1
    while count:
        day += timedelta(days=step)
        if day.weekday() < 5 and day not in PUBLISHED:
            count -= step
    return day


def test_every_day_from_2012_to_2028_agrees_with_the_holidays_package_for_england_and_for_wales() -> None:
    wales = holidays.country_holidays("GB", subdiv="WLS", years=range(2012, 2029))
    for day in EVERY_DAY:
        for published in (PUBLISHED, wales):
            assert is_working_day(day) == (day.weekday() < 5 and day not in published), day


def test_every_holiday_agrees_with_the_official_list_by_date_name_and_substitution() -> None:
    official = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    told = {row["date"]: row["title"] + (" (substitute day)" if row["notes"] == "Substitute day" else "") for row in official}
    ours = calendar.england_and_wales().holidays
    assert {day: name["en"] for day, name in ours.items()} == {day: told[day] for day in told if FIRST <= day <= LAST}
    assert len(ours) == 140


def test_adding_working_days_agrees_with_a_day_by_day_walk_from_every_day() -> None:
    for place, day in enumerate(EVERY_DAY[60:-60]):
        for count in (1, 2 + place % 9, 5, -1, -3):
            assert add_working_days(day, count) == walked(day, count), (day, count)


@given(st.sampled_from(EVERY_DAY), st.integers(1, 250), st.integers(1, 250))
@settings(max_examples=300, deadline=None)
def test_adding_in_two_steps_is_adding_once(day: date, first: int, second: int) -> None:
    known = calendar.england_and_wales()
    try:
        once = known.add_working_days(day, first + second)
    except BeyondCalendar:
        return
    assert known.add_working_days(known.add_working_days(day, first), second) == once
    assert known.is_working_day(once)


@pytest.mark.parametrize(("day", "name"), [
    (date(2020, 5, 8), "Early May bank holiday (VE day)"),
    (date(2022, 6, 2), "Spring bank holiday"),
    (date(2022, 6, 3), "Platinum Jubilee bank holiday"),
    (date(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
    (date(2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
    (date(2012, 6, 5), "Queen’s Diamond Jubilee"),
    (date(2021, 12, 27), "Christmas Day (substitute day)"),
    (date(2021, 12, 28), "Boxing Day (substitute day)"),
    (date(2022, 12, 27), "Christmas Day (substitute day)"),
    (date(2026, 12, 28), "Boxing Day (substitute day)"),
    (date(2028, 1, 3), "New Year’s Day (substitute day)"),
    (date(2026, 4, 3), "Good Friday"),
    (date(2026, 4, 6), "Easter Monday"),
])
def test_the_hard_days_are_not_worked_and_say_why(day: date, name: str) -> None:
    assert not is_working_day(day)
    assert calendar.england_and_wales().why_not(day)["en"] == name


@pytest.mark.parametrize("day", [date(2020, 5, 4), date(2022, 5, 30), date(2022, 6, 1), date(2023, 5, 9), date(2021, 12, 29),
                                 date(2026, 1, 2), date(2026, 3, 17), date(2026, 8, 3)])
def test_days_that_look_like_holidays_and_are_worked(day: date) -> None:
    """The May Monday moved in 2020, the spring Monday moved in 2022, and days kept only in Scotland or Northern Ireland."""
    assert is_working_day(day)
    assert calendar.england_and_wales().why_not(day) is None


def test_christmas_on_a_saturday_is_a_weekend_first_and_two_days_stand_in() -> None:
    assert calendar.england_and_wales().why_not(date(2021, 12, 25))["en"] == "weekend"
    assert add_working_days(date(2021, 12, 24), 1) == date(2021, 12, 29)


def test_nought_gives_the_day_itself_or_the_next_working_day() -> None:
    assert add_working_days(date(2026, 3, 27), 0) == date(2026, 3, 27)
    assert add_working_days(date(2026, 3, 28), 0) == date(2026, 3, 30)


@pytest.mark.parametrize("day", [date(2011, 12, 31), date(2029, 1, 1), date(1066, 10, 14)])
def test_a_day_outside_the_list_is_refused_in_both_languages_and_never_guessed(day: date) -> None:
    for ask in (is_working_day, calendar.england_and_wales().why_not, lambda when: add_working_days(when, 1)):
        with pytest.raises(BeyondCalendar, match="from 2012 to 2028") as refused:
            ask(day)
    assert "o 2012 i 2028" in refused.value.cy
    assert (refused.value.first, refused.value.last) == (FIRST, LAST)


def test_counting_past_either_end_of_the_list_is_refused() -> None:
    assert add_working_days(date(2028, 12, 28), 1) == date(2028, 12, 29)
    with pytest.raises(BeyondCalendar):
        add_working_days(date(2028, 12, 29), 1)
    assert add_working_days(date(2012, 1, 4), -1) == date(2012, 1, 3)
    with pytest.raises(BeyondCalendar):
        add_working_days(date(2012, 1, 3), -1)


def test_a_list_that_ends_on_a_working_day_counts_that_day_and_none_after_it() -> None:
    week = calendar.Calendar({}, date(2026, 3, 2), date(2026, 3, 6))
    assert week.add_working_days(date(2026, 3, 5), 1) == date(2026, 3, 6)
    assert week.add_working_days(date(2026, 3, 6), -4) == date(2026, 3, 2)
    with pytest.raises(BeyondCalendar):
        week.add_working_days(date(2026, 3, 6), 1)


@pytest.mark.parametrize(("moment", "day"), [
    (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)),      # half past midnight in London, in summer
    (datetime(2026, 1, 31, 23, 30, tzinfo=UTC), date(2026, 1, 31)),
    (datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), date(2026, 3, 29)),
    (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
])
def test_a_moment_falls_on_its_london_day(moment: datetime, day: date) -> None:
    assert calendar.day_of(moment) == day
    assert calendar.add_days(moment, 1) == day + timedelta(days=1)
    assert calendar.add_weeks(moment, 4) == day + timedelta(days=28)


def test_a_moment_without_a_clock_is_refused() -> None:
    with pytest.raises(NotAMoment, match="which clock"):
        calendar.day_of(datetime.fromisoformat("2026-03-27T12:00"))


@pytest.mark.parametrize(("day", "offset", "hours_long"), [
    (date(2026, 3, 28), 0, 24), (date(2026, 3, 29), 1, 23), (date(2026, 3, 30), 1, 24),
    (date(2026, 10, 24), 1, 24), (date(2026, 10, 25), 0, 25), (date(2026, 10, 26), 0, 24),
])
def test_the_end_of_the_day_around_the_nights_the_clocks_change(day: date, offset: int, hours_long: int) -> None:
    end = calendar.end_of_day(day)
    assert end.isoformat() == f"{day}T23:59:59+0{offset}:00"
    began = calendar.at(day, time(0))
    assert end.astimezone(UTC) - began.astimezone(UTC) == timedelta(hours=hours_long) - timedelta(seconds=1)


def test_a_time_skipped_in_spring_is_moved_on_by_the_lost_hour() -> None:
    assert calendar.at(date(2026, 3, 29), time(1, 30)).isoformat() == "2026-03-29T02:30:00+01:00"


@pytest.mark.parametrize(("text", "read"), [
    ("2026-03-27T16:50", "2026-03-27T16:50:00+00:00"),
    ("2026-07-01T09:00", "2026-07-01T09:00:00+01:00"),
    ("2026-07-01T09:00Z", "2026-07-01T10:00:00+01:00"),
    ("2026-10-25T01:30", "2026-10-25T01:30:00+01:00"),  # comes twice: the first
    ("2026-03-27", "2026-03-27T00:00:00+00:00"),
])
def test_a_written_moment_is_london_time_unless_it_says_otherwise(text: str, read: str) -> None:
    assert calendar.read_moment(text).isoformat() == read
    assert calendar.read_moment(text).tzinfo is LONDON


@pytest.mark.parametrize(("text", "says"), [
    ("2026-03-29T01:30", "clocks went forward"), ("2026-02-30T10:00", "not a date and time"), ("", "not a date"),
    ("yesterday", "not a date and time"), ("2026-03-27T25:00", "not a date and time"),
])
def test_a_moment_that_cannot_be_is_refused_in_plain_words(text: str, says: str) -> None:
    with pytest.raises(NotAMoment, match=says) as refused:
        calendar.read_moment(text)
    assert refused.value.cy != refused.value.en


def test_the_list_carries_its_licence_and_names_every_day_in_both_languages() -> None:
    listed = tomllib.loads((Path(calendar.__file__).parent / "bank_holidays.toml").read_text("utf-8"))
    assert "Open Government Licence v3.0" in listed["licence"]
    assert "GOV.UK" in listed["source"]
    assert all(name["en"] and name["cy"] and name["en"] != name["cy"] for name in calendar.england_and_wales().holidays.values())
