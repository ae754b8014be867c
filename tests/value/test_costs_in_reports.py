"""What is written down under Cost and worth is what the month and the reports for boards go by, beside what it leaves out."""

from datetime import date
from decimal import Decimal

import pytest

import offices
from gateways import clock
from putright.people.models import OfficeInUse
from putright.people.queries import office
from putright.promises import actions as promises
from putright.value import actions, queries
from putright.value.actions import Figure
from putright.value.years import Year
from tests.promises.test_changes import PROCLAIMED

from .test_pages import AT, FIGURES, THIS

pytestmark = pytest.mark.django_db
D = Decimal


def test_nothing_is_there_until_all_that_is_needed_is_written_down(cast):
    before = office().cost_years
    for figure in FIGURES[:2]:
        actions.set_rate(figure, by=cast.jo, at=cast.at)
        assert office().cost_years == before
    actions.set_rate(FIGURES[2], by=cast.jo, at=cast.at)
    held = office().costs(AT.date())
    assert (held.year, held.team_cost, held.hourly_rate, held.minutes_saved) == ("2025/26", D(36_500), D(30), D(15))
    assert "Finance, table 2. It leaves out: Managers." in held.note.en and "Mae’n gadael allan: Managers." in held.note.cy
    assert office().costs(THIS.first_day) == held and office().costs(date(2025, 3, 31)) == next(iter(before), None)


def test_a_year_stands_until_the_next_is_written_down_and_the_newest_figure_holds(cast):
    for figure in FIGURES:
        actions.set_rate(figure, by=cast.jo, at=cast.at)
    actions.set_rate(Figure("cost", Year(2027), D(40_000)), by=cast.jo, at=cast.at)
    actions.set_rate(Figure("cost", Year(2024), D(1_000), "An older paper"), by=cast.jo, at=cast.at)
    actions.set_rate(Figure("cost", Year(2027), D("41000.50")), by=cast.jo, at=cast.at)
    told = [(one.year, one.team_cost, one.until) for one in office().cost_years if one.source == "office"]
    assert told == [("2025/26", D(36_500), date(2027, 3, 31)), ("2027/28", D("41000.5"), None)]
    assert "source missing" in office().costs(date(2027, 5, 1)).note.en


def test_the_packs_own_year_stays_before_and_gives_way_after(cast):
    OfficeInUse.objects.update(slug="essex")
    assert office().costs(AT.date()).year == "2018/19"
    actions.set_rate(Figure("cost", THIS, D(200_000), "The budget"), by=cast.jo, at=cast.at)
    now = office().costs(AT.date())
    assert (now.year, now.team_cost, now.hourly_rate) == ("2025/26", D(200_000), D("24.50"))
    assert office().costs(date(2019, 2, 1)).team_cost == 142_460, "February 2019 is as the pack has it"
    assert "2018/19" in now.note.en, "and says of which year the hour is"


def test_a_promise_agreed_upon_leaves_the_costs_and_the_other_way_round(cast):
    for figure in FIGURES:
        actions.set_rate(figure, by=cast.jo, at=cast.at)
    promises.agree(promises.ask(PROCLAIMED, by=cast.sam, at=cast.at), by=cast.jo, at=cast.at)
    free = office().days_off
    assert free and office().costs(AT.date()).team_cost == 36_500
    actions.set_rate(Figure("cost", THIS, D(37_000)), by=cast.jo, at=cast.at)
    assert office().days_off == free and office().costs(AT.date()).team_cost == 37_000


@pytest.mark.parametrize(("lang", "out"), [("en", "It leaves out: Managers"), ("cy", "Mae’n gadael allan: Managers")])
def test_the_month_says_both_costs_and_what_they_leave_out(client, cast, lang, out):
    client.force_login(cast.jo.user)
    with clock.fixed(AT):
        before = client.get(f"/{lang}/staff/reports/2026/3/").content.decode()
        for figure in FIGURES:
            actions.set_rate(figure, by=cast.jo, at=cast.at)
        after = client.get(f"/{lang}/staff/reports/2026/3/").content.decode()
    assert out in after and out not in before and "£36,500" in after and "£30" in after


def test_the_money_page_and_the_report_go_by_the_same_figures(cast):
    for figure in FIGURES:
        actions.set_rate(figure, by=cast.jo, at=cast.at)
    held, costs = queries.money(THIS, office(), AT).held, office().costs(AT.date())
    assert (held["cost"].amount, held["hour"].amount) == (costs.team_cost, costs.hourly_rate)
    assert not held["cost"].of_pack and offices.load("hertfordshire").costs(AT.date()) is None
