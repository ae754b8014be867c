"""The list behind each figure: the same number, only what is open to the reader, walled cases never."""

from datetime import UTC, datetime, timedelta

import pytest

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Access, AccessCase, Case
from putright.facts.measures import CATALOGUE
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.people.queries import office
from putright.reports import queries
from tests.make import cases, contacts

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
LIST = "/en/staff/reports/2026/3/contacts/"


@pytest.fixture
def supervisor(client, cast):
    with clock.fixed(AT):
        client.force_login(cast.jo.user)
        yield client


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("key", CATALOGUE)
def test_every_measure_opens(supervisor, cast, language, key):
    contacts.contact(cast.ffion, at=AT - timedelta(days=8), kind="complaint")
    answer = supervisor.get(f"/{language}/staff/reports/2026/3/{key}/")
    assert answer.status_code == 200
    assert CATALOGUE[key].name.said(language) in answer.text


def test_the_list_shows_who_and_where_and_leaves_one_access_row(supervisor, cast):
    one = contacts.contact(cast.ffion, at=AT - timedelta(days=1), channel="phone")
    other = contacts.contact(cast.amir, at=AT - timedelta(days=1), channel="letter")
    html = supervisor.get(f"{LIST}phone/").text
    assert one.case.reference in html and "Ffion Rees" in html
    assert other.case.reference not in html
    assert Access.objects.count() == 1
    assert AccessCase.objects.get().case_id == one.case_id


def test_a_walled_case_is_counted_and_never_shown(supervisor, cast):
    walled = contacts.contact(cast.ffion, at=AT - timedelta(days=1), kind="complaint").case
    shown = contacts.contact(cast.amir, at=AT - timedelta(days=1), kind="complaint").case
    wall_off(walled, cast.jo, "knows them", by=cast.sam, at=AT)
    for key in ("contacts", "kinds", "logged", "missed", "kept"):
        html = supervisor.get(f"/en/staff/reports/2026/3/{key}/").text
        assert walled.reference not in html and "Ffion" not in html, key
    html = supervisor.get(LIST).text
    assert shown.reference in html
    assert "Altogether: 2" in html and "1 more that are not open to you" in html


def test_a_promise_on_a_walled_case_is_counted_and_never_shown(supervisor, cast):
    walled = contacts.contact(cast.ffion, at=AT - timedelta(days=20)).case
    wall_off(walled, cast.jo, "knows them", by=cast.sam, at=AT)
    html = supervisor.get("/en/staff/reports/2026/3/missed/first-contact/").text
    assert "Altogether: 1" in html and "1 more that are not open to you" in html
    assert walled.reference not in html
    assert Access.objects.count() == 0


def test_another_teams_case_is_counted_and_not_shown(supervisor, cast):
    elsewhere = cases.case(cast.ffion, at=AT - timedelta(days=1), in_team=cast.chris.team)
    html = supervisor.get("/en/staff/reports/2026/3/logged/").text
    assert elsewhere.reference not in html and "1 more that are not open to you" in html


@pytest.mark.parametrize("who", ["robin", "dana", "pat", "toni"])
def test_only_the_front_team_opens_a_figure(client, cast, who):
    with clock.fixed(AT):
        client.force_login(getattr(cast, who).user)
        assert client.get(LIST).status_code == 403


@pytest.mark.parametrize("key", ["contacts", "missed"])
def test_the_pages_of_a_list_hold_every_row_once(cast, key):
    for number in range(120):
        contacts.contact(cast.ffion, at=AT - timedelta(days=10, minutes=number // 2))
    scope = Scope(Month(2026, 3), office(), AT)
    seen, after, sizes = [], "", []
    while True:
        page = queries.behind(scope, key, "", Case.objects.all(), after)
        seen += page.rows
        sizes.append(len(page.rows))
        after = page.after
        if not after:
            break
    assert len(seen) == len(set(seen)) == page.total == sum(CATALOGUE[key].rows(scope).counts().values())
    assert max(sizes) == 50 and page.total >= 120


def test_a_place_in_the_list_that_is_no_place_is_the_beginning(supervisor, cast):
    one = contacts.contact(cast.ffion, at=AT - timedelta(days=1))
    for after in ("nonsense", "2026-03-01~x", "2026-03-01T00:00:00~1", "~", "2026-03-01T00:00:00+00:00~" + "9" * 40):
        assert one.case.reference in supervisor.get(LIST, {"after": after}).text


def test_a_full_page_of_a_list_stays_within_fifteen_queries(supervisor, cast, django_assert_max_num_queries):
    for number in range(55):
        contacts.contact(cast.ffion, at=AT - timedelta(days=10, minutes=number))
    for key in ("contacts", "missed"):
        with django_assert_max_num_queries(15):
            assert "The next fifty" in supervisor.get(f"/en/staff/reports/2026/3/{key}/").text
