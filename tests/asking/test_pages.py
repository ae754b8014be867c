"""The pages: asking from the case, the page behind the link in both languages, what waits, the first steps."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gateways import clock
from putright.asking import queries
from putright.asking.actions import meetings
from putright.asking.models import Link, Question, Seen, Step
from putright.cases.actions import wall_off
from putright.contacts.models import Contact
from putright.documents.models import Document
from putright.triage import queries as triage

from ..make import contacts
from . import questions

FACT = "conduct_done_to_them"


@pytest.fixture
def case(cast):
    return questions.case(cast.ffion, at=cast.at)


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


@pytest.fixture
def stranger(client, cast):
    """Whoever has a link, three days later, signed in nowhere."""
    with clock.fixed(cast.at + timedelta(days=3)):
        yield client


def said(response) -> str:
    return " ".join(response.content.decode().split())


def of(case, rest: str) -> str:
    return f"/en/staff/cases/{case.reference}/{rest}"


def link(secret: str, language: str = "en") -> str:
    return f"/{language}/answer/{secret}/"


def test_what_triage_does_not_know_is_suggested_and_fills_the_form_in(sam, case):
    page = said(sam.get(of(case, "questions/new/")))
    assert "Are you unhappy with the police about this?" in page or "Did what happened affect you badly?" in page
    assert "danger" not in page.lower()
    page = said(sam.get(of(case, f"questions/new/?fact={FACT}")))
    assert "Ai i chi y cafodd ei wneud?" in page and 'name="words_en"' not in page  # Ffion is written to in Welsh


def test_asked_from_the_page_answered_by_the_link_and_read_on_the_case(sam, cast, case):
    typed = {"words_cy": "Ai i chi y cafodd ei wneud?", "kind": "yes_no"}
    assert sam.post(of(case, f"questions/new/?fact={FACT}"), typed).status_code == 302
    made = Question.objects.get()
    assert made.site == "http://testserver/" and made.fact == FACT
    secret = questions.secret_in(made.letter)
    sam.logout()
    page = said(sam.get(link(secret, "cy")))
    assert "Ai i chi y cafodd ei wneud?" in page and "Cwestiwn i chi" in page
    assert case.reference not in page and "Ffion" not in page and contacts.WORDS[:20] not in page
    done = sam.post(link(secret, "cy"), {"value": "yes", "words": "Wrth y drws."})
    assert done["Location"] == "/cy/answer/thank-you/" and "Mae eich ateb gennym" in said(sam.get(done["Location"]))
    sam.force_login(cast.sam.user)
    page = said(sam.get(of(case, "")))
    assert "Waits to be read" in page and "Wrth y drws." in page and "Take this answer over in triage: Yes" in page
    assert sam.post(of(case, f"questions/{made.pk}/take-over/")).status_code == 302
    assert triage.facts(case)[FACT] == "yes"
    event = queries.unread(type(case).objects.all(), at=cast.at)[0]
    assert sam.post(of(case, f"replies/{event.seq}/read/")).status_code == 302
    assert "read by Sam Adeyemi" in said(sam.get(of(case, ""))) and Seen.objects.count() == 1
    assert sam.post(of(case, f"replies/{event.seq}/read/")).status_code == 409


def test_opening_a_link_uses_nothing_up_and_a_second_answer_is_told_plainly(stranger, cast, case):
    _, secret = questions.asked(case, by=cast.sam, at=cast.at)
    for _ in range(3):
        assert stranger.get(link(secret)).status_code == 200
    assert stranger.post(link(secret), {"value": "no"}).status_code == 302
    again = stranger.post(link(secret), {"value": "yes"})
    assert "We have an answer" in said(again) and "01632 960101" in said(again) and "Use our form" in said(again)
    assert Contact.objects.filter(case=case).count() == 2 and Question.objects.get().value == "no"


@pytest.mark.parametrize(("language", "words"), [("en", "This link has ended"), ("cy", "Mae’r ddolen hon wedi dod i ben")])
def test_a_link_that_is_too_old_says_so_with_ways_to_reach_us(client, cast, case, language, words):
    _, secret = questions.asked(case, by=cast.sam, at=cast.at)
    with clock.fixed(Link.objects.get().until + timedelta(days=1)):
        page = client.get(link(secret, language))
    assert words in said(page) and "tel:01632960101" in said(page)


def test_a_forged_link_is_told_like_any_that_does_not_work(client, cast):
    page = client.get(link("7K3M-Q2X9-0000-0000-0000-0000"))
    assert page.status_code == 404 and "This link does not work" in said(page) and "tel:01632960101" in said(page)


def test_nothing_typed_is_lost_when_the_answer_is_missing(stranger, cast, case):
    _, secret = questions.asked(case, by=cast.sam, at=cast.at)
    page = stranger.post(link(secret), {"words": "It was at night."})
    assert page.status_code == 422 and "It was at night." in said(page) and "Choose one of the answers" in said(page)


def test_one_of_a_few_answers_in_the_language_of_the_page(stranger, cast, case):
    offered = {"en": ["By phone", "By letter"], "cy": ["Dros y ffôn", "Drwy lythyr"]}
    _, secret = questions.asked(case, by=cast.sam, at=cast.at, kind="choice", choices=offered)
    assert "Dros y ffôn" in said(stranger.get(link(secret, "cy")))
    stranger.post(link(secret, "en"), {"value": "2"})
    assert Contact.objects.order_by("-pk").first().words == "By letter" and Question.objects.get().value == "2"


def test_a_date_and_a_few_words(stranger, cast, case):
    _, secret = questions.asked(case, by=cast.sam, at=cast.at, kind="date")
    wrong = stranger.post(link(secret), {"value_0": "31", "value_1": "2", "value_2": "2026"})
    assert wrong.status_code == 422
    names = re.findall(r'name="(value[^"]*)"', wrong.content.decode())
    stranger.post(link(secret), dict(zip(names, ["27", "3", "2026"], strict=True)))
    assert Question.objects.get().value == "2026-03-27"


def test_a_file_goes_to_the_case_with_the_answer(stranger, cast, case):
    _, secret = questions.asked(case, by=cast.sam, at=cast.at, kind="file")
    nothing = stranger.post(link(secret), {})
    assert nothing.status_code == 422 and "Choose a file, or write to us below" in said(nothing)
    note = SimpleUploadedFile("note.txt", b"What I saw that night.", "text/plain")
    assert stranger.post(link(secret), {"files": note}).status_code == 302
    assert Document.objects.get().case == case
    assert Contact.objects.order_by("-pk").first().words == "I have sent a file."


def test_a_walled_case_is_in_no_list_and_none_of_its_parts_can_be_reached(sam, cast, case):
    made, _ = questions.asked(case, by=cast.sam, at=cast.at)
    contacts.contact(cast.ffion, joins=case, at=cast.at)
    assert case.reference in said(sam.get("/en/staff/waiting/"))
    wall_off(case, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    assert case.reference not in said(sam.get("/en/staff/waiting/"))
    for rest in (f"questions/{made.pk}/let-go/", f"questions/{made.pk}/take-over/", "replies/2/read/", "meetings/new/"):
        assert sam.post(of(case, rest)).status_code == 404


def test_another_cases_question_is_not_reached_through_mine(sam, cast, case):
    made, _ = questions.asked(questions.case(cast.ffion, at=cast.at), by=cast.sam, at=cast.at)
    assert sam.post(of(case, f"questions/{made.pk}/let-go/")).status_code == 404
    assert Question.objects.get(ended_at=None) == made


def test_a_meeting_from_offer_to_record(sam, cast, case):
    assert sam.post(of(case, "meetings/new/"), {"offered": "no"}).status_code == 422
    assert sam.post(of(case, "meetings/new/"), {"offered": "yes"}).status_code == 302
    [made] = queries.meetings_of(case)
    type(cast.ffion).objects.filter(pk=cast.ffion.pk).update(adjustments="Large print, please")
    assert "Large print, please" in said(sam.get(of(case, f"meetings/{made.pk}/")))
    arranged = {"time": "10:30", "place": "The library", "who": "Ffion", "adjustments": "A quiet room"}
    assert sam.post(of(case, f"meetings/{made.pk}/"), arranged).status_code == 302
    assert "The library" in said(sam.get(of(case, f"meetings/{made.pk}/")))
    assert sam.post(of(case, f"meetings/{made.pk}/became/"), {"how": "held", "words": "We talked."}).status_code == 302
    page = said(sam.get(of(case, "")))
    assert "Record owed" in page and "reg 34(6)" in page
    assert "held, noted" in said(sam.get("/en/staff/waiting/"))


def test_the_first_steps_are_the_offices_own_and_none_come_with_it(sam, cast, case):
    assert "First steps" in said(sam.get(of(case, "")))
    assert "has not written its first steps yet" in said(sam.get("/en/staff/first-steps/"))
    assert sam.post("/en/staff/first-steps/add/", {"en": "a", "cy": "b", "order": "1"}).status_code == 403
    sam.force_login(cast.jo.user)
    page = sam.post("/en/staff/first-steps/add/", {"en": "Ring them back", "order": "x"})
    assert page.status_code == 422 and "Write the step in Welsh" in said(page) and "Ring them back" in said(page)
    sam.post("/en/staff/first-steps/add/", {"en": "Ring them back", "cy": "Ffoniwch nhw yn ôl", "order": "1"})
    assert "Ring them back" in said(sam.get(of(case, "")))
    assert "Ffoniwch nhw yn ôl" in said(sam.get(of(case, "").replace("/en/", "/cy/")))
    assert sam.post(f"/en/staff/first-steps/{Step.objects.get().pk}/end/").status_code == 302
    assert "Ring them back" not in said(sam.get(of(case, "")))


def test_what_pages_cost(sam, cast, case, django_assert_max_num_queries):
    made, secret = questions.asked(case, by=cast.sam, at=cast.at)
    meetings.end(meetings.consider(case, offered=True, by=cast.sam, at=cast.at), "held", "", by=cast.sam, at=cast.at)
    contacts.contact(cast.ffion, joins=case, at=cast.at)
    sam.get("/en/staff/waiting/")
    with django_assert_max_num_queries(12):
        sam.get("/en/staff/waiting/")
    with django_assert_max_num_queries(30):
        sam.get(of(case, "questions/new/"))
    sam.logout()
    with django_assert_max_num_queries(4):
        sam.get(link(secret))
