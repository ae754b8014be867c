"""Days the law counts that start no promise of the office: each worked out by hand from a wall calendar."""

from datetime import date

import pytest

from putright.law.body import notice_from
from putright.law.calendar import add_months, read_moment
from putright.law.investigation import delay_notice
from putright.law.promises import STATUTORY, Kind, Period, due
from putright.law.reviews import last_day_to_respond
from putright.law.victims import ACKNOWLEDGE, COMPLETE, last_day_to_ask


@pytest.mark.parametrize(("recommended", "last"), [
    (date(2026, 3, 27), date(2026, 4, 24)), (date(2026, 12, 10), date(2027, 1, 7)), (date(2024, 2, 1), date(2024, 2, 29)),
])
def test_reg_30_5_a_recommendation_is_answered_within_28_days_starting_the_day_after(recommended: date, last: date) -> None:
    assert last_day_to_respond(recommended) == last


@pytest.mark.parametrize(("made", "sent", "next_one"), [
    (date(2025, 3, 27), 0, date(2026, 3, 27)),   # twelve months
    (date(2025, 3, 27), 1, date(2026, 9, 27)),   # and each six
    (date(2025, 3, 27), 2, date(2027, 3, 27)),
    (date(2024, 2, 29), 0, date(2025, 2, 28)),   # a day the next year does not have
    (date(2025, 8, 31), 1, date(2027, 2, 28)),
])
def test_reg_13_3_an_investigation_that_takes_long_is_explained_after_twelve_months_and_every_six(made, sent, next_one) -> None:
    assert delay_notice(made, sent) == next_one
    assert sent or delay_notice(made) == next_one


@pytest.mark.parametrize(("told", "first"), [
    (date(2022, 1, 4), date(2022, 2, 1)), (date(2024, 2, 1), date(2024, 2, 29)), (date(2026, 12, 10), date(2027, 1, 7)),
])
def test_reg_48_1_b_a_notice_under_s_13a_waits_28_days_that_start_with_the_day_the_chief_officer_is_told(told, first) -> None:
    """28 days, the day itself the first of them: 4 to 31 January; so the notice may be given on 1 February."""
    assert notice_from(told) == first


@pytest.mark.parametrize(("told", "last"), [
    (date(2026, 1, 15), date(2026, 4, 15)), (date(2025, 11, 30), date(2026, 2, 28)), (date(2026, 10, 31), date(2027, 1, 31)),
])
def test_a_victim_has_three_months_to_ask_the_police_to_look_again(told: date, last: date) -> None:
    assert last_day_to_ask(told) == last


def test_a_victim_is_answered_in_10_working_days_and_told_in_30_from_receipt_whatever_the_hours() -> None:
    """Received on the evening of Maundy Thursday 2026; past Good Friday, Easter Monday and the bank holidays of May."""
    received = read_moment("2026-04-02T20:00")
    assert due(ACKNOWLEDGE, received).at.isoformat() == "2026-04-20T23:59:59+01:00"
    assert due(COMPLETE, received).at.isoformat() == "2026-05-19T23:59:59+01:00"
    assert all("Set by: Police VRR scheme: Wiltshire." in due(period, received).working_out["en"]
               for period in (ACKNOWLEDGE, COMPLETE))


@pytest.mark.parametrize(("day", "count", "then"), [
    (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2024, 1, 31), 1, date(2024, 2, 29)),
    (date(2026, 11, 30), 1, date(2026, 12, 30)), (date(2026, 12, 31), 1, date(2027, 1, 31)),
    (date(2026, 12, 1), 12, date(2027, 12, 1)), (date(2026, 3, 31), -1, date(2026, 2, 28)),
    (date(2026, 1, 15), 0, date(2026, 1, 15)),
])
def test_a_month_on_is_the_same_day_or_the_last_there_is(day: date, count: int, then: date) -> None:
    assert add_months(day, count) == then


def test_working_days_are_numbered_one_after_another_over_weekends_and_holidays() -> None:
    """From Maundy Thursday 2026: nobody is told that the fifth day is the third, or that a Sunday is a day of the five."""
    told = due(STATUTORY["outcome"], read_moment("2026-04-02T10:00")).working_out["en"]
    assert [line for line in told if line.startswith("Working day")] == [
        "Working day 1: Tuesday 7 April 2026.", "Working day 2: Wednesday 8 April 2026.", "Working day 3: Thursday 9 April 2026.",
        "Working day 4: Friday 10 April 2026.", "Working day 5: Monday 13 April 2026."]


def test_a_period_that_names_no_number_is_one_long() -> None:
    assert due(Period(Kind.DAYS), read_moment("2026-04-02T10:00")).at == read_moment("2026-04-03T23:59:59")
