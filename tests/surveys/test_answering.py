"""The page behind the code: both languages, one query-light page, kept half, sent once; and what is counted and not kept."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gateways import clock
from putright.cases.log import broken_at
from putright.cases.models import Event
from putright.invited.models import Invite, NoSurvey
from putright.questionnaires import rules
from putright.surveys.actions import answering, sending
from putright.surveys.models import Half, Response, Tally
from putright.surveys.refusals import NotOpen

from ..make import contacts, surveys

pytestmark = pytest.mark.django_db
HEAVIEST = 50_000  # bytes of the answer page
QUERIES = 5


@pytest.fixture
def case(cast):
    surveys.surveys(cast.at)
    return contacts.contact(cast.ffion, at=cast.at, kind="complaint").case


@pytest.fixture
def stranger(client, cast):
    """Whoever has the code, three days later, signed in nowhere."""
    with clock.fixed(cast.at + timedelta(days=3)):
        yield client


def said(response) -> str:
    return " ".join(response.content.decode().split())


def link(code: str, language: str = "en") -> str:
    return f"/{language}/survey/{code}/"


@pytest.mark.parametrize(("language", "words"), [
    ("en", ("Tell us how we did", "We understood what you told us.", "You do not have to answer", "How old are you?")),
    ("cy", ("Dywedwch wrthym sut y gwnaethom", "Roeddem yn deall yr hyn a ddywedoch wrthym.", "Faint yw eich oed?")),
])  # fmt: skip
def test_the_page_is_light_says_what_it_is_for_and_shows_nothing_of_anybody(stranger, cast, case, language, words):
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    stranger.get(link(code, language))
    with CaptureQueriesContext(connection) as asked:
        page = stranger.get(link(code, language))
    assert len(asked) <= QUERIES and len(page.content) < HEAVIEST
    assert all(word in said(page) for word in words)
    assert case.reference not in said(page) and "Ffion" not in said(page)
    assert Invite.objects.get().opened_at is not None


def test_answered_once_and_in_the_log_of_the_case_without_a_word_of_theirs(stranger, cast, case):
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    typed = {"overall": "2", "empathy": "na", "polite": "5", "better": "Ring when you say you will.", "may_contact": "yes"}
    done = stranger.post(link(code, "cy"), typed)
    assert done["Location"] == "/cy/survey/thank-you/" and "Diolch" in said(stranger.get(done["Location"]))
    made = Response.objects.get()
    assert made.scores == {"overall": "2", "empathy": "na", "polite": "5"} and made.words == {"better": typed["better"]}
    assert made.unhappy and made.may_contact and made.channel == "web" and made.language == "cy" and made.how == "web"
    event = Event.objects.get(case=case, verb="survey_answered")
    assert event.facts == {"response": made.pk, "how": "web"} and event.by_words == "unverified" and broken_at(case) is None
    again = stranger.post(link(code), {"overall": "5"})
    assert "We have your answers" in said(again) and Response.objects.get().scores["overall"] == "2"


def test_half_an_answer_is_kept_and_taken_up_again_but_nothing_about_themselves(stranger, cast, case):
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    kept = stranger.post(link(code), {"overall": "4", "better": "Nothing yet.", "me_age": "65_over", "do": "keep"})
    page = said(stranger.get(kept["Location"]))
    assert "We kept what you have so far" in page and "Nothing yet." in page
    assert Half.objects.get().answers == {"overall": "4", "better": "Nothing yet."} and not Tally.objects.exists()
    stranger.post(link(code), {"overall": "4"})
    assert not Half.objects.exists()


def test_nothing_typed_is_lost_when_something_is_wrong(stranger, cast, case):
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    page = stranger.post(link(code), {"polite": "4", "better": "x" * 2001, "well": "The call."})
    assert page.status_code == 422 and "Your answer is too long" in said(page) and "The call." in said(page)
    assert 'value="4" checked' in said(page)
    empty = stranger.post(link(code), {})
    assert empty.status_code == 422 and "Answer at least one question" in said(empty) and not Response.objects.exists()


def test_an_answer_that_is_not_among_those_offered_is_refused(stranger, cast, case):
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    assert stranger.post(link(code), {"overall": "9"}).status_code == 422


@pytest.mark.parametrize("typed", [str.lower, str.upper, lambda code: code.replace("-", " "), lambda code: code.replace("-", "")])
def test_a_code_from_paper_is_typed_as_people_type(stranger, cast, case, typed):
    _, code = surveys.asked(case, cast.ffion, at=cast.at, how="post")
    done = stranger.post("/en/survey/", {"code": typed(code)})
    assert done.status_code == 302 and done["Location"] == link(code)


def test_a_wrong_code_says_how_to_mend_it(stranger, cast, case):
    page = stranger.post("/cy/survey/", {"code": "7K3M"})
    assert page.status_code == 422 and "Nid yw’r cod hwn yn gweithio" in said(page) and "7K3M" in said(page)
    page = stranger.get(link("0000-0000-0000"))
    assert page.status_code == 404 and "This code does not work" in said(page) and "tel:01632960101" in said(page)


def test_a_code_ends_on_its_day_and_says_so(client, cast, case):
    made, code = surveys.asked(case, cast.ffion, at=cast.at)
    with clock.fixed(made.until + timedelta(days=1)):
        assert "This survey has ended" in said(client.get(link(code)))
        assert client.post(link(code), {"overall": "1"}).status_code == 200 and not Response.objects.exists()


def test_do_not_ask_again_is_kept_and_ends_what_else_is_out(stranger, cast, case):
    other, _ = surveys.asked(None, cast.ffion, at=cast.at, survey="enquiry")
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    stranger.post(link(code), {"overall": "4", "no_more": "yes"})
    assert NoSurvey.objects.get().person == cast.ffion
    other.refresh_from_db()
    assert other.ended_at is not None


def test_staff_who_are_signed_in_cannot_answer_by_a_link(client, cast, case):
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        page = client.post(link(code), {"overall": "5"})
    assert page.status_code == 409 and not Response.objects.exists()


def test_a_code_answers_once_also_when_two_open_it_at_the_same_moment(cast, case):
    """Both had the page before either sent it: the action itself refuses the second, and counts nothing of it."""
    invite, _code = surveys.asked(case, cast.ffion, at=cast.at)
    given = rules.Given(scores={"overall": "2"}, words={}, language="en", themselves={"age": "65_over"})
    answering.answer(invite, given, by=None, at=cast.at)
    with pytest.raises(NotOpen):
        answering.answer(invite, given, by=None, at=cast.at)
    assert Response.objects.count() == 1 and [one.number for one in Tally.objects.filter(question="")] == [1]


def test_read_out_on_the_phone_and_typed_by_a_handler_whose_name_stands_with_it(client, cast, case):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        begun = client.post(f"/en/staff/cases/{case.reference}/survey/", {"way": "phone"})
        page = client.get(begun["Location"])
        assert "Read each question out" in said(page) and "How old are you?" not in said(page)
        assert client.post(begun["Location"], {"overall": "5", "well": "You rang."}).status_code == 302
    made = Response.objects.get()
    assert made.typed_by == cast.sam and made.how == "phone" and not made.unhappy
    assert Event.objects.get(verb="survey_answered").by == cast.sam


def test_what_they_say_about_themselves_is_counted_and_no_row_leads_back(stranger, cast, case):
    """Equality answers are tallies: no key to a person, a case, an invite or an answer, and no moment but the quarter."""
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    stranger.post(link(code), {"overall": "2", "polite": "4", "me_age": "65_over", "me_ethnic": "silent", "beside": "yes"})
    told = {(t.group, t.band, t.question, t.value, t.number) for t in Tally.objects.all()}
    assert told == {("age", "65_over", "", "", 1), ("age", "65_over", "overall", "2", 1), ("age", "65_over", "polite", "4", 1)}
    made = Response.objects.get()
    assert "65" not in str(made.scores) + str(made.words)
    keys = {field.related_model for field in Tally._meta.fields if field.related_model}
    assert keys == {type(made.version)}
    assert not [relation for relation in Tally._meta.related_objects]
    [line] = Event.objects.filter(verb="survey_answered")
    assert "65" not in str(line.facts) and set(line.facts) == {"response", "how"}  # the log of the case knows nothing of it


def test_without_leave_only_the_people_are_counted_and_not_how_they_answered(stranger, cast, case):
    _, code = surveys.asked(case, cast.ffion, at=cast.at)
    stranger.post(link(code), {"overall": "2", "me_disabled": "yes"})
    assert [(t.band, t.question) for t in Tally.objects.all()] == [("yes", "")]


def test_the_questions_are_those_of_the_day_they_were_asked(stranger, cast, case):
    made = sending.write_to(case, by=cast.sam, at=cast.at)
    assert made.survey == "complaint" and Invite.objects.count() == 1
