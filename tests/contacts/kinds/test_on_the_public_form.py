"""What a question is about, asked of the public; and Crimestoppers first for what somebody knows about a crime."""

import pytest

from putright.cases.models import Case
from putright.contacts.models import Answer, Contact, Draft
from putright.people.models import Person
from tests.contacts.web.walk import ORDINARY, carried, fill, send, walk

pytestmark = pytest.mark.usefixtures("cast")
QUESTION = {k: v for k, v in ORDINARY.items() if k not in ("when", "where")} | {
    "kind": {"kind": "enquiry"}, "about-what": {"topic": "vehicle-recovery"},
    "about-it": {"q_vehicle-recovery_registration": "ab12 cde", "q_vehicle-recovery_fee": "192",
                 "q_vehicle-recovery_vehicle-now": "held"},
}  # fmt: skip
KNOWS = {"safe": {"danger": "no"}, "kind": {"kind": "enquiry"}, "about-what": {"topic": "intelligence"},
         "crimestoppers": {"insists": "yes"},
         "ring-me": {"ring_phone": "07700 900555", "ring_name": "Max", "ring_after": "18:00"}}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_kind_is_chosen_and_its_questions_asked_checked_and_kept(client, language):
    checked = walk(client, QUESTION, lang=language)
    page = checked.content.decode()
    words = {"en": ("Vehicle taken to a pound", "Still in the pound"), "cy": ("Cerbyd a gymerwyd i bwynd", "Yn y pwynd o hyd")}
    assert all(said in page for said in (*words[language], "AB12 CDE"))
    send(client, checked)
    made = Contact.objects.get()
    assert (made.kind, made.topic) == ("enquiry", "vehicle-recovery")
    kept = dict(Answer.objects.values_list("question", "value"))
    assert kept == {"registration": "AB12 CDE", "fee": "192.00", "vehicle-now": "held"}


def test_only_what_is_for_the_public_is_asked(client):
    page = walk(client, QUESTION, upto="about-it").content.decode()
    assert "Which pound is it in?" in page and "Are they still unhappy now?" not in page
    choices = client.get("/en/tell-us/about-what/").content.decode()
    assert 'value="intelligence"' in choices and 'value="compliment"' not in choices and "Something else" in choices


def test_something_else_asks_nothing_more(client):
    other = {k: v for k, v in QUESTION.items() if k != "about-it"} | {"about-what": {"topic": "enquiry"}}
    send(client, walk(client, other))
    assert (Contact.objects.get().topic, Answer.objects.count()) == ("enquiry", 0)


def test_changing_the_kind_asks_the_new_ones_questions_and_forgets_the_old_answers(client):
    walk(client, QUESTION)
    to = fill(client, "about-what", {"topic": "fraud-journey"}, then="check")
    assert to.headers["Location"] == "/en/tell-us/about-it/"
    page = client.get(to.headers["Location"]).content.decode()
    assert "Report Fraud" in page and "AB12" not in page
    fill(client, "about-it", {"q_fraud-journey_fraud-reported": "yes"}, then="check")
    send(client, client.get("/en/tell-us/check/"))
    assert list(Answer.objects.values_list("topic", "question", "value")) == [("fraud-journey", "fraud-reported", "yes")]


def test_a_kind_answered_and_then_made_a_complaint_leaves_none_of_it(client):
    walk(client, QUESTION)
    fill(client, "kind", {"kind": "complaint"}, then="check")
    for slug in ("when", "where"):
        fill(client, slug, ORDINARY[slug], then="check")
    send(client, client.get("/en/tell-us/check/"))
    assert (Contact.objects.get().topic, Answer.objects.count()) == ("", 0)


def test_a_wrong_answer_comes_back_as_typed(client):
    walk(client, QUESTION, upto="about-it")
    page = fill(client, "about-it", {"q_vehicle-recovery_fee": "a fortune"})
    assert page.status_code == 200 and "a fortune" in page.content.decode() and "amount in pounds" in page.content.decode()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_crimestoppers_comes_first_and_nothing_is_sent_or_kept(client, language):
    first = walk(client, KNOWS, lang=language, upto="crimestoppers")
    page = first.content.decode()
    assert "0800 555 111" in page and "<textarea" not in page and 'type="text"' not in page
    left = client.post(first.request["PATH_INFO"], {**carried(first), "insists": "no"}, follow=True)
    assert left.request["PATH_INFO"] == f"/{language}/tell-us/told-others/" and "0800 555 111" in left.content.decode()
    assert (Draft.objects.count(), Contact.objects.count(), Case.objects.count()) == (0, 0, 0)


def test_who_insists_is_rung_and_the_log_does_not_say_why(client):
    before = Person.objects.count()
    asked = walk(client, KNOWS, upto="ring-me").content.decode()
    assert "<textarea" not in asked, "there is nowhere to write what they know"
    send(client, walk(client, KNOWS))
    made = Contact.objects.select_related("person", "case").get()
    assert made.words.startswith("Asks to be rung by a person.") and made.topic == "" and made.kind == "enquiry"
    assert "crime" not in f"{made.words} {made.case.summary}".lower()
    assert (made.person.name, made.person.phone) == ("Max", "07700 900555")
    assert made.person.safe_contact == {"no_voicemail": True, "not_before": "18:00"}
    assert Person.objects.count() == before + 1


def test_words_typed_before_are_not_sent_when_somebody_turns_out_to_know_of_a_crime(client):
    walk(client, QUESTION)
    fill(client, "about-what", {"topic": "intelligence"}, then="check")
    fill(client, "crimestoppers", {"insists": "yes"}, then="check")
    fill(client, "ring-me", {"ring_phone": "07700 900555"}, then="check")
    send(client, client.get("/en/tell-us/check/"))
    made = Contact.objects.select_related("person").get()
    assert "curt" not in made.words and made.about == "" and made.person.name == "" and made.heard_from == ""


def test_a_saved_form_that_leaves_it_to_crimestoppers_cannot_be_sent_later(client):
    walk(client, KNOWS, upto="crimestoppers")
    fill(client, "crimestoppers", {"insists": "no"}, save="yes")
    assert client.get("/en/tell-us/check/").headers["Location"] == "/en/tell-us/told-others/"
    assert (Draft.objects.count(), Contact.objects.count()) == (0, 0)


def test_the_pages_take_few_queries(client, django_assert_max_num_queries):
    walk(client, QUESTION, upto="about-it")
    for slug in ("about-what", "about-it"):
        with django_assert_max_num_queries(5):
            client.get(f"/en/tell-us/{slug}/")
