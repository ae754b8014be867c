"""What is said of a printed figure, of a change, and of a year."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.reports.rules import rounded
from putright.value.rules import Said, Verdict, a_month, a_year, changed, judged, part_of_days, places
from putright.value.years import Year

D = Decimal
WORKED = st.decimals(min_value=D("0.01"), max_value=10**7, places=4)


@given(WORKED, st.integers(0, 3))
def test_a_figure_rounded_as_it_is_printed_always_agrees(worked, to):
    assert judged(rounded(worked, to), worked) is Verdict.OK


@given(WORKED, st.integers(0, 3))
def test_the_last_place_changed_never_agrees(worked, to):
    """Unless only noughts are left at its end, when it may be a rounding of more."""
    printed = rounded(worked, to) + 1 * D(1).scaleb(-to)
    assert judged(printed, worked) in ({Verdict.INCONSISTENT} if printed % D(10).scaleb(-to) else set(Verdict) - {Verdict.OK})


@given(WORKED, WORKED)
def test_over_is_true_of_what_is_more_and_of_nothing_else(printed, worked):
    assert (judged(printed, worked, Said.OVER) is Verdict.OK) == (worked > printed)


@pytest.mark.parametrize(("printed", "worked", "verdict"), [
    ("100", "101", Verdict.OK), ("100", "101.02", Verdict.INCONSISTENT), ("8500", "8552", Verdict.OK), ("101", "100", Verdict.OK),
])  # fmt: skip
def test_about_allows_one_in_a_hundred(printed, worked, verdict):
    assert judged(D(printed), D(worked), Said.ABOUT) is verdict


@pytest.mark.parametrize(("text", "number"), [("1.40", 2), ("1.4", 1), ("12", 0), ("3.9E+3", -2)])
def test_places_are_those_written(text, number):
    assert places(D(text)) == number


@given(st.integers(0, 10**6), st.integers(1, 60))
def test_a_month_is_a_twelfth_of_a_year(number, months):
    assert rounded(a_month(number, months) * 12, 9) == rounded(a_year(number, months), 9)


def test_no_months_make_no_year():
    with pytest.raises(ValueError, match="at least one"):
        a_year(5, 0)


def test_nothing_before_makes_no_change():
    assert changed(0, 5) is None


@pytest.mark.parametrize(("when", "name", "days"), [
    (date(2019, 3, 31), "2018/19", 365), (date(2019, 4, 1), "2019/20", 366), (date(2000, 4, 1), "2000/01", 365),
])  # fmt: skip
def test_a_financial_year_begins_in_april(when, name, days):
    assert (Year.of(when).name, Year.of(when).days) == (name, days)
    assert Year.of(when).first_day <= when <= Year.of(when).last_day


def test_the_last_hour_of_march_in_london_is_still_the_old_year():
    assert Year.of(datetime(2026, 3, 31, 22, 59, tzinfo=UTC)).first == 2025
    assert Year.of(datetime(2026, 3, 31, 23, 0, tzinfo=UTC)).first == 2026


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(0, 10**7))
def test_no_day_costs_more_than_the_year_and_all_of_them_cost_it(today, annual):
    year = Year.of(today)
    assert 1 <= year.days_gone(today) <= year.days
    assert part_of_days(D(annual), year.days_gone(today), year.days) <= annual
    assert part_of_days(D(annual), year.days, year.days) == annual
    assert year.days_gone(date(year.first - 1, 1, 1)) == 0


@pytest.mark.parametrize("first", [1999, 2100])
def test_there_is_no_such_year(first):
    with pytest.raises(ValueError, match="no financial year"):
        Year(first)
