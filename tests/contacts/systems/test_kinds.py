"""What a contact of another system is about: the office's dated kinds and their questions; Crimestoppers first."""

import pytest
from django.test import Client

from gateways import clock
from putright.contacts.models import Answer, Contact

from .asking import SAID, bearer, give, post

pytestmark = pytest.mark.django_db
CAR = {"registration": "ab12cde", "pound": "Bridgend"}


@pytest.fixture
def web(cast):
    with clock.fixed(cast.at):
        yield Client()


def kinds(web, secret, language="en"):
    read = web.get("/api/v1/kinds", headers=bearer(secret, **{"Accept-Language": language}))
    assert read.status_code == 200, read.content
    return {one["code"]: one for one in read.json()["kinds"]}


def test_the_kinds_are_listed_with_their_questions_in_both_languages(web, cast):
    english, welsh = kinds(web, give(cast)), kinds(web, give(cast), "cy")
    car = english["vehicle-recovery"]
    assert (car["counts_as"], car["send"]) == ("enquiry", True)
    assert {"registration", "pound"} <= {one["name"] for one in car["questions"]}
    assert welsh["vehicle-recovery"]["name"] == "Cerbyd a gymerwyd i bwynd"
    assert english["intelligence"]["send"] is False and "Crimestoppers" in " ".join(english["intelligence"]["show"])


def test_a_kind_and_its_answers_become_the_contacts(web, cast):
    sent = post(web, give(cast), {**SAID, "topic": "vehicle-recovery", "answers": CAR})
    assert sent.status_code == 201, sent.content
    contact = Contact.objects.get()
    assert (contact.topic, contact.kind) == ("vehicle-recovery", "enquiry")
    kept = {one.question: one.value for one in Answer.objects.filter(contact=contact)}
    assert kept == {"registration": "AB12 CDE", "pound": "Bridgend"}


def test_what_they_say_it_is_stands_before_what_the_kind_counts_as(web, cast):
    post(web, give(cast), {**SAID, "topic": "vehicle-recovery", "kind": "complaint"})
    assert Contact.objects.get().kind == "complaint"


def test_in_the_slow_lane_nothing_of_it_is_lost(web, cast, monkeypatch):
    from putright.contacts.channels.systems import owed

    monkeypatch.setattr("putright.contacts.channels.systems.queries.CONTACTS", 0)
    assert post(web, give(cast), {**SAID, "topic": "vehicle-recovery", "answers": CAR}).status_code == 202
    owed.fulfil(next(iter(owed.owed(cast.at, limit=1)))[0], at=cast.at)
    assert Contact.objects.get().topic == "vehicle-recovery" and Answer.objects.count() == 2


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    ("told", "field", "code"),
    [
        ({"topic": "vehicle-recovry"}, "topic", "unknown"),
        ({"topic": "intelligence"}, "topic", "crimestoppers"),
        ({"answers": {"pound": "Bridgend"}}, "answers.pound", "unknown"),
        ({"topic": "vehicle-recovery", "answers": {"plate": "AB12 CDE"}}, "answers.plate", "unknown"),
        ({"topic": "vehicle-recovery", "answers": {"registration": "not a number at all"}}, "answers.registration", "answer"),
        ({"topic": "vehicle-recovery", "answers": {"vehicle-now": "maybe"}}, "answers.vehicle-now", "answer"),
        ({"topic": "victim-enquiry", "answers": {"kept-informed": "ja"}}, "answers.kept-informed", "answer"),
        ({"topic": "victim-enquiry", "answers": {"enhanced-rights": "yes"}}, "answers.enhanced-rights", "unknown"),  # a handler's
    ],
)  # fmt: skip
def test_a_kind_or_an_answer_that_is_none_is_named_and_nothing_is_kept(web, cast, told, field, code, language):
    answer = post(web, give(cast), {**SAID, **told}, **{"Accept-Language": language})
    (wrong,) = answer.json()["errors"]
    assert (answer.status_code, wrong["field"], wrong["code"]) == (422, field, code)
    assert wrong["message"] and not Contact.objects.exists()
