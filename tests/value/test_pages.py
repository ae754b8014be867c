"""A year's cost and worth, what it rests on, what was counted before, and the benefits: on pages, in both languages."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from gateways import clock
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.people.gates import NotAllowed
from putright.people.queries import office
from putright.reports import queries as reports
from putright.value import actions, queries, refusals
from putright.value.actions import Counted, Figure
from putright.value.forms import AgainForm, BeforeForm
from putright.value.models import Benefit, Rate
from putright.value.years import Year
from tests.make import contacts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
D = Decimal
THIS = Year(2025)
PAGES = ("money", "rates", "before", "benefits", "worked_again")
FIGURES = (
    Figure("cost", THIS, D(36_500), "Finance, table 2", "Managers"),
    Figure("hour", THIS, D("30.00"), "Reckoner", rank="constable"),
    Figure("minutes", THIS, D(15), "Two weeks timed in May"), Figure("benchmark", THIS, D("3.64")),
)  # fmt: skip


@pytest.fixture
def supervisor(client, cast):
    with clock.fixed(AT):
        client.force_login(cast.jo.user)
        yield client


@pytest.fixture
def year(cast):
    """Ten contacts, six of them put right, and everything they are worked with."""
    for number in range(10):
        one = contacts.contact(cast.ffion, at=AT - timedelta(days=3 * number + 1))
        if number < 6:
            type(one).objects.filter(pk=one.pk).update(settled_at=one.received_at, answer="done")
    for figure in FIGURES:
        actions.set_rate(figure, by=cast.jo, at=cast.at)
    return queries.money(THIS, office(), AT)


def test_the_year_is_counted_as_the_months_are(year, cast):
    months = [Month(2026, 2), Month(2026, 3)]
    counted = [reports.figures(Scope(month, office(), AT)) for month in months]
    assert (year.contacts, year.settled) == (10, 6)
    assert year.contacts == sum(one.total("contacts") for one in counted)
    assert year.settled == sum(one.total("settled") for one in counted)


def test_a_year_that_is_not_over_bears_the_cost_of_its_days(year):
    assert (year.days, year.year.days) == (361, 365)
    assert year.cost == D(36_100)
    assert year.worth.cost_per_contact == D(3_610)
    assert year.worth.officer_hours_saved == D("1.5")


@pytest.mark.parametrize(("language", "words"), [("en", "Cost of one put right"), ("cy", "Cost un a ddatryswyd")])
def test_the_two_costs_stand_side_by_side_and_the_missing_source_is_marked(
    supervisor, year, django_assert_max_num_queries, language, words
):
    with django_assert_max_num_queries(12):
        html = supervisor.get(f"/{language}/staff/value/").text
    assert words in html
    assert "£3,610.00" in html
    assert "£6,016.67" in html
    assert html.count("Source missing" if language == "en" else "Ffynhonnell ar goll") == 1
    assert "Managers" in html


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_nothing_in_it(supervisor, language, page):
    assert supervisor.get(reverse(f"value:{page}").replace("/en/", f"/{language}/")).status_code == 200


def test_without_a_cost_nothing_is_worked_out(supervisor, cast):
    contacts.contact(cast.ffion, at=AT)
    assert queries.money(Year(2001), office(), AT).worth is None
    assert "have to be set" in supervisor.get("/en/staff/value/2001/").text


def test_a_year_that_has_not_begun_is_no_page(supervisor):
    assert supervisor.get("/en/staff/value/2026/").status_code == 404
    assert supervisor.get("/en/staff/value/1066/").status_code == 404


def test_small_numbers_are_hidden_from_who_may_not_open_cases(client, cast, year):
    with clock.fixed(AT):
        client.force_login(cast.robin.user)
        html = client.get("/en/staff/value/").text
    assert "hidden from you" in html
    assert "£6,016.67" not in html
    assert "contacts=10" not in html


def test_the_newest_figure_holds_and_the_earlier_one_stays_listed(cast):
    for amount in (100, 200):
        actions.set_rate(Figure("cost", THIS, D(amount)), by=cast.jo, at=cast.at)
    assert queries.held(THIS, office())["cost"].amount == 200
    assert [(one.amount, holds) for one, holds in queries.rates()] == [(200, True), (100, False)]


def test_a_later_year_keeps_the_figure_of_the_one_before_and_an_earlier_year_does_not_know_it(cast):
    actions.set_rate(Figure("cost", THIS, D(100)), by=cast.jo, at=cast.at)
    assert queries.held(Year(2027), office())["cost"].year == "2025/26"
    assert "cost" not in queries.held(Year(2010), office())


def test_another_rank_is_listed_and_is_not_the_hour_that_counts(cast):
    actions.set_rate(Figure("hour", THIS, D(30), rank="constable"), by=cast.jo, at=cast.at)
    actions.set_rate(Figure("hour", THIS, D(45), rank="inspector"), by=cast.jo, at=cast.at)
    assert queries.held(THIS, office())["hour"].amount == 30


@pytest.mark.parametrize("wrong", [
    Figure("cost", THIS, D(-1)), Figure("hour", THIS, D(0), rank="constable"), Figure("hour", THIS, D(30)),
    Figure("cost", THIS, D(5), rank="constable"), Figure("luck", THIS, D(5)),
])  # fmt: skip
def test_a_figure_that_cannot_be_is_refused(cast, wrong):
    with pytest.raises(refusals.CannotBe):
        actions.set_rate(wrong, by=cast.jo, at=cast.at)


def test_only_a_supervisor_writes_figures(cast):
    for nobody in (cast.sam, cast.robin, cast.pat):
        with pytest.raises(NotAllowed):
            actions.set_rate(FIGURES[0], by=nobody, at=cast.at)


def test_the_database_refuses_to_rewrite_a_figure(cast):
    one = actions.set_rate(FIGURES[0], by=cast.jo, at=cast.at)
    with pytest.raises(DatabaseError), transaction.atomic():
        Rate.objects.filter(pk=one.pk).update(amount=1)


def test_a_figure_is_written_down_on_its_form(supervisor):
    sent = {"kind": "minutes", "rank": "", "year": "2025", "amount": "12.5", "source": "", "leaves_out": ""}
    assert supervisor.post("/en/staff/value/rates/new/", sent).status_code == 302
    assert queries.held(THIS, office())["minutes"].amount == D("12.5")
    assert "Source missing" in supervisor.get("/en/staff/value/rates/").text


@pytest.mark.parametrize("typed", ["lots", "-3", "1e400", "٣", "1.23456", ""])
def test_what_is_no_number_comes_back_as_typed(supervisor, typed):
    sent = {"kind": "cost", "year": "2025", "amount": typed, "source": "Finance"}
    answer = supervisor.post("/en/staff/value/rates/new/", sent)
    assert answer.status_code == 422
    assert "Finance" in answer.text
    assert not Rate.objects.exists()


def test_before_and_after_are_compared_month_with_month(supervisor, cast):
    old = Counted("The old team", date(2016, 4, 1), 12, 6_000, 600, "Review, 2.1", 4)
    new = Counted("The new team", date(2018, 4, 1), 12, 102_624, 47_207, "Review, 2.5", 6)
    for one in (old, new):
        actions.set_before(one, by=cast.jo, at=cast.at)
    html = supervisor.get("/en/staff/value/before-and-after/").text
    for text in ("8,552", "1,610.4%", "46.0%", "7,767.8%", "1,425"):
        assert text in html


def test_more_put_right_than_there_were_is_refused_on_the_form(supervisor):
    sent = {"name": "Before", "since-day": "1", "since-month": "4", "since-year": "2024", "months": "12", "contacts": "5",
            "settled": "6", "staff": "", "source": ""}  # fmt: skip
    answer = supervisor.post("/en/staff/value/before-and-after/new/", sent)
    assert answer.status_code == 422
    assert "More were put right" in answer.text


@pytest.mark.parametrize("form", [BeforeForm, AgainForm])
def test_a_form_sent_empty_names_each_thing_once(form):
    said = [str(error) for errors in form({}).errors.values() for error in errors]
    assert len(said) == len(set(said)) > 3


def test_a_benefit_is_planned_then_delivered_once_with_what_shows_it(supervisor, cast):
    one = actions.plan("Fewer people ring twice", "Frequent callers", cast.sam, date(2026, 3, 1), by=cast.jo, at=cast.at)
    assert "Late" in supervisor.get("/en/staff/value/benefits/").text
    with pytest.raises(refusals.NoEvidence):
        actions.deliver(one, AT.date(), " ", by=cast.jo, at=AT)
    actions.deliver(one, AT.date(), "The month of February", by=cast.jo, at=AT)
    with pytest.raises(refusals.DeliveredAlready):
        actions.deliver(one, AT.date(), "Again", by=cast.jo, at=AT)
    html = supervisor.get("/en/staff/value/benefits/").text
    assert "The month of February" in html
    assert "None is planned" in html


def test_a_handler_reads_a_benefit_and_has_no_form(client, cast):
    one = actions.plan("Fewer people ring twice", "Frequent callers", cast.sam, date(2026, 3, 1), by=cast.jo, at=cast.at)
    with clock.fixed(AT):
        client.force_login(cast.sam.user)
        html = client.get(f"/en/staff/value/benefits/{one.pk}/").text
    assert "It has not been delivered yet" in html
    assert "Write down that it was delivered" not in html


def test_the_numbers_of_the_review_worked_again_in_an_address(supervisor):
    sent = {"cost": "142,460", "contacts": "102624", "settled": "47207", "minutes": "15", "hour": "24.50", "benchmark": "£3.64",
            "printed": "1.40", "share": "50", "said": "over"}  # fmt: skip
    html = supervisor.get("/en/staff/value/worked-again/", sent).text
    for text in ("£1.39", "£3.02", "11,801.75", "£146,683", "7.4", "61.9%", "rounded more than", "Does not agree"):
        assert text in html


def test_impossible_numbers_are_said_to_be_so(supervisor):
    sent = {"cost": "1", "contacts": "5", "settled": "6", "minutes": "15", "hour": "24.50"}
    answer = supervisor.get("/en/staff/value/worked-again/", sent)
    assert answer.status_code == 422
    assert "More were put right" in answer.text


@pytest.mark.parametrize("page", ["rates", "before", "benefits"])
def test_lists_take_as_many_questions_however_long_they_are(supervisor, cast, django_assert_max_num_queries, page):
    for number in range(6):
        actions.set_rate(Figure("cost", Year(2010 + number), D(5)), by=cast.jo, at=cast.at)
        actions.set_before(Counted("x", date(2020, 1, 1), 1, 2, 1), by=cast.jo, at=cast.at)
        actions.plan("x", "y", cast.sam, date(2027, 1, 1), by=cast.jo, at=cast.at)
    assert Benefit.objects.count() == 6
    with django_assert_max_num_queries(10):
        supervisor.get(f"/en/staff/value/{'before-and-after' if page == 'before' else page}/")
