"""The catalogue has everything, and each measure has a page with its months, in both languages."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from gateways import clock
from offices import known, load
from putright.contacts.said import Settled
from putright.facts.about import ABOUT, NOT_HELD
from putright.facts.measures import CATALOGUE
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.measures.derived import BY_KEY, DERIVED
from putright.measures.queries import names
from putright.people.queries import office
from putright.reports import queries
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


def published() -> str:
    return " ".join([*(about.published for about in ABOUT.values()), *(one.published for one in DERIVED), *NOT_HELD])


def test_every_published_indicator_is_a_measure_or_is_said_not_to_be_held():
    assert {int(number) for number in re.findall(r"K(\d+)", published())} == set(range(1, 22))


# Each of the indicators that are published, by our own notes' number: the figure that answers it.
INDICATORS = {
    "K1": "logged", "K2": "cases-each-thousand", "K3": "allegations", "K4": "allegations-each-thousand", "K5": "days-to-log",
    "K6": "days-to-contact", "K7": "recorded", "K8": "allegations", "K9": "factors", "K10": "days-outside",
    "K11": "days-less-stops", "K13": "days-recorded", "K14": "outcomes", "K15": "actions", "K16": "reviews-checked",
    "K17": "reviews-upheld", "K18": "days-to-review", "K19": "referrals", "K21": "after-first-try",
}  # fmt: skip
# Each thing that the catalogue must have, in the words of those who asked for it: the figures that answer it.
ASKED = {
    "first-contact share, settled by the team": ("settled-share",),
    "first-contact share, nobody else asked and not back": ("stayed", "stayed-share"),
    "promises kept": ("kept", "missed", "excused"),
    "days to log": ("soon", "days-to-log"),
    "days to contact": ("contacted", "days-to-contact"),
    "days to finalise": ("finished", "days-outside", "days-recorded", "days-less-stops"),
    "abandonment": ("calls", "given-up-share"),
    "speed of answer": ("speed-of-answer",),
    "service level": ("waits", "in-time-share"),
    "repeat callers": ("often",),
    "escalations": ("handed-over", "referrals", "after-first-try"),
    "conversions": ("converted",),
    "satisfaction by scale": ("satisfaction", "satisfied-share"),
    "still dissatisfied": ("content", "content-unhappy"),
    "vehicle recovery": ("vehicles", "vehicles-unhappy"),
    "fraud journey": ("fraud",),
    "reviews": ("reviews-asked", "reviews-checked", "reviews-decided", "reviews-upheld", "days-to-review"),
    "victims’ reviews": ("victims-reviews", "victims-reviews-doors", "victims-reviews-ended"),
    "Welsh-language service": ("languages", "welsh-share"),
    "hand-offs": ("passed-on",),
    "under-recording by area": ("by-area",),
    "data completeness": ("gaps", "nothing-missing"),
}


@pytest.mark.parametrize(("number", "key"), INDICATORS.items())
def test_a_published_indicator_is_answered_by_a_figure_that_says_so(number, key):
    told = ABOUT[key].published if key in CATALOGUE else BY_KEY[key].published
    assert number in told.split(", ")


def test_what_is_not_held_is_said_and_why():
    unanswered = {f"K{number}" for number in range(1, 22)} - INDICATORS.keys()
    assert unanswered == {"K12", "K20"} == set(NOT_HELD)


@pytest.mark.parametrize("words", ASKED)
def test_what_was_asked_for_is_a_figure_with_its_list_its_meaning_and_who_answers_for_it(words):
    for key in ASKED[words]:
        one = CATALOGUE.get(key) or BY_KEY[key]
        assert all((one.name.en, one.name.cy, one.definition.en, one.definition.cy, one.unit.en, one.unit.cy))
        assert key in CATALOGUE or one.rests_on in CATALOGUE  # the rows it opens into
        assert ABOUT[key if key in CATALOGUE else one.rests_on].owner


def test_every_target_of_an_office_is_for_a_figure_there_is():
    targets = [row for slug in known() for row in load(slug).targets]
    assert targets and {row.measure for row in targets} <= names().keys()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_catalogue_has_every_figure_with_its_meaning(supervisor, language):
    html = supervisor.get(f"/{language}/staff/reports/measures/").text
    for one in (*CATALOGUE.values(), *DERIVED):
        assert one.name.said(language).replace("’", "’") in html, one.key


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("key", ["contacts", "soon", "kept", "calls", "finished", "waits", "stayed", "satisfaction"])
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


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("key", ["days-outside", "stayed-share", "given-up-share", "cases-each-thousand", "cost-per-contact"])
def test_a_figure_worked_out_has_a_page_with_its_meaning_its_list_and_its_lines(supervisor, cast, language, key):
    contacts.contact(cast.ffion, at=AT - timedelta(days=8), kind="complaint")
    html = supervisor.get(f"/{language}/staff/reports/measures/{key}/").text
    one = BY_KEY[key]
    assert one.definition.said(language) in html and f"/staff/reports/measures/{one.rests_on}/" in html


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_shares_of_a_month_stand_with_what_they_are_set_beside(supervisor, cast, language, django_assert_max_num_queries):
    contacts.contact(cast.ffion, at=AT - timedelta(days=8), kind="complaint")
    with django_assert_max_num_queries(40):
        html = supervisor.get(f"/{language}/staff/reports/2026/3/shares/").text
    for one in DERIVED:
        assert one.name.said(language) in html or one.key in NOT_THERE, one.key
    assert f"/{language}/staff/reports/2026/3/soon/" in html


NOT_THERE = {"reviews-upheld", "days-to-review", "cost-per-contact", "cost-per-resolution", "officer-hours", "money-saved", "net",
             "break-even"}  # fmt: skip


def test_an_analyst_sees_no_share_of_few(client, cast):
    for days in (1, 2, 3):
        contacts.contact(cast.ffion, at=AT - timedelta(days=days), language="cy")
    with clock.fixed(AT):
        client.force_login(cast.robin.user)
        html = client.get("/en/staff/reports/2026/3/shares/").text
    assert re.search(r"Share of contacts in Welsh: hidden", html) and "/staff/reports/2026/3/soon/" not in html


def test_a_measure_with_no_parts_shows_no_code_for_its_whole_and_names_its_unit(supervisor, cast):
    contacts.contact(cast.ffion, at=AT - timedelta(days=2), settled=Settled("Rang the officer.", "informed.no-update"))
    page = " ".join(supervisor.get("/en/staff/reports/measures/settled/").text.split())
    assert "Unit: contacts." in page
    assert ">all</th>" not in page and ">All</th>" in page
