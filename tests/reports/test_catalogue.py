"""The catalogue has everything, and each measure has a page with its months, in both languages."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from gateways import clock
from offices import known, load
from putright.facts.about import ABOUT, NOT_HELD
from putright.facts.measures import CATALOGUE
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.people.queries import office
from putright.reports import queries
from putright.reports.derived import DERIVED
from tests.make import contacts

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)


@pytest.fixture
def supervisor(client, cast):
    with clock.fixed(AT):
        client.force_login(cast.jo.user)
        yield client


def test_every_measure_says_who_answers_for_it_and_where_it_comes_from():
    assert ABOUT.keys() == CATALOGUE.keys()
    for measure in CATALOGUE.values():
        assert all((measure.name.en, measure.name.cy, measure.definition.en, measure.definition.cy, measure.unit.cy))


def test_every_published_indicator_is_a_measure_or_is_said_not_to_be_held():
    said = " ".join([*(about.published for about in ABOUT.values()), *NOT_HELD])
    assert {int(number) for number in re.findall(r"K(\d+)", said)} == set(range(1, 22))


def test_every_target_of_an_office_is_for_a_measure_there_is():
    targets = [row for slug in known() for row in load(slug).targets]
    assert targets and {row.measure for row in targets} <= CATALOGUE.keys()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_catalogue_has_every_figure_with_its_meaning(supervisor, language):
    html = supervisor.get(f"/{language}/staff/reports/measures/").text
    for one in (*CATALOGUE.values(), *DERIVED):
        assert one.name.said(language).replace("’", "’") in html, one.key


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("key", ["contacts", "soon", "kept", "calls", "finished"])
def test_a_measure_shows_its_months_and_opens_into_its_list(supervisor, cast, language, key):
    contacts.contact(cast.ffion, at=AT - timedelta(days=8), kind="complaint")
    contacts.contact(cast.ffion, at=AT - timedelta(days=40), kind="complaint")
    html = supervisor.get(f"/{language}/staff/reports/measures/{key}/").text
    assert CATALOGUE[key].definition.said(language) in html and "<svg" in html
    number = queries.figures(Scope(Month(2026, 3), office(), AT)).total(key)
    assert (f"/{language}/staff/reports/2026/3/{key}/" in html) == bool(number)


def test_an_analyst_sees_no_small_numbers_and_no_lists(client, cast):
    for days in (1, 2, 40):
        contacts.contact(cast.ffion, at=AT - timedelta(days=days), channel="letter")
    with clock.fixed(AT):
        client.force_login(cast.robin.user)
        html = client.get("/en/staff/reports/measures/contacts/").text
    assert "hidden" in html and "/staff/reports/2026/3/contacts/" not in html
    assert not re.search(r"(February|March) 2026: [1-4]\b", html)


def test_a_measure_there_is_not_is_not_found(supervisor):
    assert supervisor.get("/en/staff/reports/measures/nonsense/").status_code == 404


def test_the_page_of_a_measure_asks_a_fixed_number_of_questions(supervisor, cast, django_assert_max_num_queries):
    for number in range(30):
        contacts.contact(cast.ffion, at=AT - timedelta(days=number * 9))
    with django_assert_max_num_queries(30):
        assert supervisor.get("/en/staff/reports/measures/contacts/").status_code == 200
