"""The month as it is read: in both languages, by each role, with a fixed number of queries."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation

from design.manners import check
from gateways import clock
from offices import load
from putright.contacts.said import Settled
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.people.models import Handler
from putright.reports import pages
from putright.reports.figures import Figures
from tests.make import contacts, people

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
# who it is 2, office, lists 2, triggers 2, all by day 1, rights, areas and calls 3, callers 3, one pass of the log 1, reviews 1
QUERIES = 13


@pytest.fixture
def now():
    with clock.fixed(AT):
        yield AT


def received(cast, how_many: int, *, settle: int = 0) -> None:
    for number in range(how_many):
        details = {"channel": "phone", "kind": "dissatisfaction", "reason": "informed.no-update"}
        if number < settle:
            details["settled"] = Settled("Rang the officer, who will call today.", "informed.no-update")
        contacts.contact(cast.ffion, by=cast.sam, at=AT - timedelta(days=3, minutes=number), **details)


def essex(hides: bool = False) -> Figures:
    costs = load("essex").costs(date(2019, 3, 31))
    counts = {"contacts": {"phone": costs.contacts}, "settled": {"all": costs.settled_at_first_contact}}
    return Figures(counts, costs, Decimal("1.25"), months=12)


def page_of(figures: Figures, handler, language: str) -> str:
    with translation.override(language):
        request = RequestFactory().get(reverse("reports:month_of", args=[2019, 3]))
        request.at, request.user, request.handler = datetime(2019, 3, 31, 12, tzinfo=UTC), handler.user, handler
        request.office = load("essex")
        scope = Scope(Month(2019, 3), request.office, request.at)
        html = pages.drawn(request, scope, figures).content.decode()
        check(html, request.path)
        return html


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_essex_review_comes_out_right_on_the_page(cast, language):
    html = page_of(essex(), cast.jo, language)
    for figure in ("102,624", "47,207", "46.0%", "£1.39", "£3.02", "11,801.75", "£289,142.88", "£146,683", "£3.64"):
        assert figure in html, figure
    assert "£1.40" not in html
    assert load("essex").costs(date(2019, 3, 31)).note.said(language) in html.replace("&#39;", "'")


def test_both_costs_stand_side_by_side(cast):
    html = page_of(essex(), cast.jo, "en")
    assert html.index("£1.39") < html.index("£3.02") < html.index("£289,142.88")
    assert "Cost of a contact" in html and "Cost of settling one" in html


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("who", ["sam", "jo", "robin"])
def test_the_month_is_read_in_both_languages_by_those_who_may(client, cast, now, language, who):
    received(cast, 7, settle=3)
    client.force_login(getattr(cast, who).user)
    answer = client.get(f"/{language}/staff/reports/")
    assert answer.status_code == 200
    assert ("Contacts received" if language == "en" else "Cysylltiadau a dderbyniwyd") in answer.text
    assert ("March 2026" if language == "en" else "Mawrth 2026") in answer.text


@pytest.mark.parametrize("who", ["dana", "chris", "pat", "toni"])
def test_others_do_not_read_the_month(client, cast, now, who):
    client.force_login(getattr(cast, who).user)
    assert client.get("/en/staff/reports/").status_code == 403
    assert client.get("/en/staff/reports/2026/3/figures.csv").status_code == 403


def test_nobody_reads_it_signed_out(client, cast, now):
    assert client.get("/en/staff/reports/").status_code == 302


def test_costs_not_set_are_said_to_be_not_set(client, cast, now):
    client.force_login(cast.jo.user)
    assert "Costs: not set" in client.get("/en/staff/reports/").text


def test_a_month_of_the_essex_office_bears_a_twelfth_of_the_year(client, cast, now):
    people.office("essex")
    Handler.objects.filter(pk=cast.sam.pk).update(employer="chief_constable", directed_by="chief_constable")  # the force’s team
    cast.sam.refresh_from_db()
    received(cast, 10, settle=5)
    client.force_login(cast.jo.user)
    html = client.get("/en/staff/reports/").text
    assert "£11,871.67" in html  # 142,460 / 12
    assert "£1,187.17" in html  # ... / 10 contacts
    assert "£2,374.33" in html  # ... / 5 settled
    assert "2018/19" in html


def test_the_number_of_queries_does_not_grow_with_the_contacts(client, cast, now, django_assert_num_queries):
    client.force_login(cast.jo.user)
    client.get("/en/staff/reports/")
    received(cast, 2)
    with django_assert_num_queries(QUERIES):
        client.get("/en/staff/reports/")
    received(cast, 30, settle=10)
    with django_assert_num_queries(QUERIES):
        client.get("/en/staff/reports/")


def test_months_lead_to_each_other_and_never_into_the_future(client, cast, now):
    client.force_login(cast.jo.user)
    assert "/en/staff/reports/2026/2/" in client.get("/en/staff/reports/2026/3/").text
    assert "/en/staff/reports/2026/4/" not in client.get("/en/staff/reports/2026/3/").text
    assert "/en/staff/reports/2026/3/" in client.get("/en/staff/reports/2026/2/").text


@pytest.mark.parametrize("address", ["2026/13/", "2026/0/", "0/1/", "99999/1/", "2026/4/", "2026/3/no-such-measure/"])
def test_a_month_or_measure_there_is_not_is_not_found(cast, now, address):
    client = Client()
    client.force_login(cast.jo.user)
    assert client.get(f"/en/staff/reports/{address}").status_code == 404


def test_an_analyst_sees_no_small_number_no_name_and_no_link(client, cast, now):
    received(cast, 7, settle=3)
    client.force_login(cast.robin.user)
    html = client.get("/en/staff/reports/").text
    assert "hidden" in html and "Ffion" not in html
    assert "/en/staff/reports/2026/3/settled/" not in html
    assert "42.9%" not in html  # three of seven
    assert client.get("/en/staff/reports/2026/3/contacts/").status_code == 403
    client.force_login(cast.jo.user)
    assert "42.9%" in client.get("/en/staff/reports/").text


def test_the_figures_page_leaves_no_access_row_for_it_shows_no_case(client, cast, now):
    from putright.cases.models import Access

    received(cast, 2)
    client.force_login(cast.jo.user)
    client.get("/en/staff/reports/")
    assert Access.objects.count() == 0
