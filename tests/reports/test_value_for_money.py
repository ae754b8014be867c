"""The Essex review of March 2019, worked again from its own counts."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offices import load
from putright.reports.rules import (
    Count,
    Kept,
    ValueForMoney,
    counted,
    figure,
    part_of_year,
    pounds,
    rounded,
    share,
    supports_over_half,
    value_for_money,
)

D = Decimal


@pytest.fixture
def essex() -> ValueForMoney:
    costs = load("essex").costs(date(2019, 3, 31))
    assert costs and costs.contacts and costs.settled_at_first_contact
    return value_for_money(
        contacts=costs.contacts,
        settled=costs.settled_at_first_contact,
        team_cost=costs.team_cost,
        hourly_rate=costs.hourly_rate,
        minutes_saved=costs.minutes_saved,
    )


def test_the_counts_in_the_pack_are_those_of_the_review():
    costs = load("essex").costs(date(2019, 3, 31))
    assert costs is not None
    assert (costs.contacts, costs.settled_at_first_contact) == (102_624, 47_207)
    assert (costs.team_cost, costs.hourly_rate, costs.minutes_saved) == (D(142_460), D("24.50"), D(15))


def test_forty_six_per_cent_were_settled_at_first_contact(essex):
    assert figure(essex.share_settled, 1) == "46.0"


def test_over_half_was_not_true():
    assert supports_over_half(47_207, 102_624) is False


@pytest.mark.parametrize(("part", "whole", "may_say"), [(50, 100, False), (51, 100, True), (0, 0, None)])
def test_over_half_means_more_than_half(part, whole, may_say):
    assert supports_over_half(part, whole) is may_say


def test_a_contact_cost_one_pound_thirty_nine(essex):
    assert pounds(essex.cost_per_contact) == "£1.39"


def test_a_resolution_cost_three_pounds_two(essex):
    assert pounds(essex.cost_per_resolution) == "£3.02"


def test_officer_hours_saved_are_exact(essex):
    assert essex.officer_hours_saved == D("11801.75")
    assert figure(essex.officer_hours_saved, 2) == "11,801.75"


def test_money_saved_to_the_penny(essex):
    assert essex.money_saved == D("289142.875")
    assert pounds(essex.money_saved) == "£289,142.88"


def test_net_saving_in_whole_pounds(essex):
    assert pounds(essex.net, pence=False) == "£146,683"


def test_the_team_pays_for_itself_at_seven_point_four_minutes(essex):
    assert figure(essex.break_even_minutes, 1) == "7.4"


def test_no_figure_comes_out_as_the_review_misprinted_it(essex):
    shown = [pounds(getattr(essex, f.name)) for f in fields(essex)]
    assert "£1.40" not in shown


def test_nothing_settled_is_not_known_rather_than_free():
    nothing = value_for_money(contacts=0, settled=0, team_cost=D(100), hourly_rate=D(20), minutes_saved=D(15))
    assert nothing.cost_per_contact is None
    assert nothing.cost_per_resolution is None
    assert nothing.share_settled is None
    assert nothing.break_even_minutes is None
    assert pounds(nothing.cost_per_contact) is None
    assert figure(nothing.share_settled, 1) is None
    assert pounds(nothing.net) == "-£100.00"


def test_a_rate_of_nothing_leaves_the_break_even_not_known():
    answer = value_for_money(contacts=10, settled=5, team_cost=D(100), hourly_rate=D(0), minutes_saved=D(15))
    assert answer.break_even_minutes is None
    assert answer.money_saved == 0


@pytest.mark.parametrize(("contacts", "settled"), [(10, 11), (-1, 0), (5, -1)])
def test_impossible_counts_are_refused(contacts, settled):
    with pytest.raises(ValueError, match="cannot"):
        value_for_money(contacts=contacts, settled=settled, team_cost=D(1), hourly_rate=D(1), minutes_saved=D(1))


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0.005", "£0.01"),
        ("0.004", "£0.00"),
        ("-0.005", "-£0.01"),
        ("-0.004", "£0.00"),
        ("1234567.895", "£1,234,567.90"),
    ],
)
def test_half_a_penny_goes_up(amount, text):
    assert pounds(D(amount)) == text


def test_a_year_of_months_makes_the_year():
    assert part_of_year(D(142_460), 12) == D(142_460)
    assert pounds(part_of_year(D(142_460))) == "£11,871.67"


def test_counts_keep_the_order_asked_for_and_show_what_had_none():
    things = ["phone", "web", "phone", "fax"]
    assert counted(things, order=["web", "letter", "phone"]) == (
        Count("web", 1, D(25)),
        Count("letter", 0, D(0)),
        Count("phone", 2, D(50)),
        Count("fax", 1, D(25)),
    )


def test_counts_of_nothing_have_no_share():
    assert counted([], order=["web"]) == (Count("web", 0, None),)


def test_promises_still_running_are_in_no_share():
    assert Kept(kept=3, missed=1).share == D(75)
    assert Kept(kept=0, missed=0).share is None


@given(st.lists(st.sampled_from("abcd"), min_size=1))
def test_numbers_add_up_to_all_there_were(things):
    answer = counted(things, order="ab")
    assert sum(c.number for c in answer) == len(things)
    assert rounded(sum((c.share or D(0) for c in answer), D(0)), 9) == 100


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_share_is_between_none_and_all(one, other):
    part, whole = sorted((one, other))
    answer = share(part, whole)
    assert answer is None if whole == 0 else answer is not None and 0 <= answer <= 100
