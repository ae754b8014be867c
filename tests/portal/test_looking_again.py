"""A victim reads of the right to review, asks with a short form, and a review opens by itself with its two clocks."""

import re
from datetime import UTC, date, datetime

import pytest

from gateways import clock
from putright.clocks.queries import for_case
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.people.models import Person
from putright.victims import owed
from putright.victims.models import Review

pytestmark = pytest.mark.usefixtures("cast")
FRIDAY = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
ABOUT, ASK = "/{}/look-again/", "/{}/look-again/ask/"
KEY = "0d2f3b3e-54a8-4c60-9f0e-3a0c8d1b7a11"
TYPED = {
    "key": KEY, "who": "relative", "name": "Menna Vaughan", "email": "menna@complainant.example", "phone": "", "address": "",
    "avoid": ["no_phone"], "crime_reference": "42/9876/26", "told_on-day": "2", "told_on-month": "3", "told_on-year": "2026",
    "words": "It was my brother’s case.", "adjustments": "Large print",
}  # fmt: skip
each_language = pytest.mark.parametrize("language", ["en", "cy"])


@pytest.fixture(autouse=True)
def friday():
    with clock.fixed(FRIDAY):
        yield


def text(response) -> str:
    return " ".join(response.content.decode().split())


def sent(client, language="en", **changed):
    return client.post(ASK.format(language), TYPED | changed)


def test_the_page_says_what_who_by_when_how_and_what_follows(client):
    page = text(client.get(ABOUT.format("en")))
    for said in ("Victims’ Right to Review", "three months", "within ten working days", "within thirty working days",
                 "1 April 2015", "more senior", "not a complaint", "/en/look-again/ask/", "/en/leaflets/victims.pdf"):
        assert said in page, said
    welsh = text(client.get(ABOUT.format("cy")))
    for said in ("Hawl Dioddefwyr i Adolygiad", "tri mis", "deg diwrnod gwaith", "tri deg diwrnod gwaith", "/cy/look-again/ask/"):
        assert said in welsh, said


@each_language
def test_the_start_the_foot_and_the_help_pages_lead_to_it(client, language):
    for address in ("", "help-and-support/", "your-rights/", "look-again/ask/"):
        assert f'href="/{language}/look-again/"' in text(client.get(f"/{language}/{address}"))
    assert client.get(f"/{language}/leaflets/victims.pdf").content.startswith(b"%PDF")


@each_language
def test_what_is_sent_is_a_contact_that_opens_a_review_with_both_its_clocks(client, language):
    page = sent(client, language)
    contact = Contact.objects.get(key=KEY)
    assert page.status_code == 200 and contact.case.reference in text(page)
    assert (contact.topic, contact.kind, contact.channel, contact.language) == ("victims-review", "enquiry", "web", language)
    assert "It was my brother’s case." in contact.words and contact.person.safe_contact == {"no_phone": True}
    for key, _since in list(owed.owed(FRIDAY, limit=9)):
        owed.fulfil(key, at=FRIDAY)
    review = Review.objects.get(contact=contact)
    assert (review.crime_reference, review.told_on, review.asked_on) == ("42/9876/26", date(2026, 3, 2), date(2026, 3, 27))
    due = {one.promise: day_of(one.due_at) for one in for_case(contact.case, FRIDAY) if one.promise.startswith("vrr-")}
    assert due == {"vrr-acknowledge": date(2026, 4, 14), "vrr-complete": date(2026, 5, 13)}


def test_pressed_twice_it_is_one_request(client):
    assert [sent(client).status_code for _ in range(2)] == [200, 200]
    assert Contact.objects.filter(key=KEY).count() == 1 and Person.objects.filter(name="Menna Vaughan").count() == 1


def test_nothing_but_a_name_and_one_way_to_reach_them_is_needed(client):
    bare = {"key": KEY, "who": "me", "name": "Menna Vaughan", "phone": "07700 900123"}
    assert client.post(ASK.format("en"), bare).status_code == 200
    assert Contact.objects.get(key=KEY).words.startswith("Who is asking? I am")


@each_language
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, language):
    page = sent(client, language, email="", who="", **{"told_on-month": "33"})
    shown = text(page)
    assert page.status_code == 422 and "govuk-error-summary" in shown and not Contact.objects.filter(key=KEY).exists()
    assert "42/9876/26" in shown and "It was my brother" in shown and 'value="33"' in shown
    wanted = {"en": "Give us one way to reach you", "cy": "Rhowch un ffordd i ni eich cyrraedd"}[language]
    assert wanted in shown


def test_a_forged_key_and_a_day_to_come_are_refused_plainly(client):
    assert "Something went wrong with this page" in text(sent(client, key="x"))
    assert sent(client, **{"told_on-year": "2027"}).status_code == 422


def test_a_crowd_from_one_address_waits_and_loses_nothing(client):
    keys = [f"0d2f3b3e-54a8-4c60-9f0e-{number:012d}" for number in range(400)]
    for key in keys:
        page = sent(client, key=key)
        if page.status_code == 429:
            break
    shown = text(page)
    assert page.status_code == 429 and "It was my brother" in shown
    turn = re.search(r'name="turn" value="([^"]+)"', shown)
    assert turn and not Contact.objects.filter(key=key).exists()


def test_a_page_costs_few_questions(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        client.get(ASK.format("en"))
