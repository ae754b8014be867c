"""What was heard in the month's sample and in surveys is taken up once, as a lesson or as an answered suggestion."""

from datetime import timedelta

import pytest

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Case
from putright.learning import heard, refusals
from putright.learning.actions import boards
from putright.learning.models import Lesson, Suggestion
from putright.surveys.actions import reading
from tests.make import contacts, surveys
from tests.quality import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggested(cast):
    """A survey's answer that Jo marked as holding a suggestion."""
    surveys.surveys(cast.at)
    case = contacts.contact(cast.ffion, at=cast.at, kind="complaint").case
    made = surveys.answered(case, cast.ffion, at=cast.at, scores={"overall": "5"}, words={"better": "Open on Saturdays."})
    return reading.read(made, reading.Made(suggestion=True), by=cast.jo, at=cast.at)


def said(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_suggestion_of_a_survey_is_answered_on_one_screen(client, cast, suggested, lang):
    client.force_login(cast.sam.user)
    row = heard.waiting(Case.objects.all(), lang, cast.at + timedelta(hours=1))[0]
    with clock.fixed(cast.at + timedelta(hours=1)):
        where = f"/{lang}/staff/learning/heard/"
        assert "Open on Saturdays." in said(client.get(where))
        page = f"{where}{row.kind}/{row.pk}/answer/"
        assert "Open on Saturdays." in said(client.get(page))
        typed = {"words": "Open on Saturdays.", "outcome": "not", "did": "Four people would come", "told": "phone"}
        assert client.post(page, typed).status_code == 302
        assert "Open on Saturdays." not in said(client.get(where)) and client.get(page).status_code == 404
    made = Suggestion.objects.get()
    assert (made.outcome, made.case, made.source) == ("not", row.case, row.source)
    with pytest.raises(refusals.TakenUp):
        boards.take_up(boards.Came(row.source, "x", row.on), boards.Did("taken", "x", "no"), by=cast.jo, at=cast.at)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_theme_of_the_sample_becomes_a_lesson_on_one_screen(client, cast, lang):
    samples.senior()
    samples.finished(cast.sam)
    samples.looked(samples.drawn().picked.get(), plain="not")
    now = samples.AFTER + timedelta(days=2)
    row = heard.waiting(Case.objects.none(), lang, now)[0]
    assert (row.words, row.case) == ("Say it sooner.", None)
    client.force_login(cast.sam.user)
    with clock.fixed(now):
        page = f"/{lang}/staff/learning/heard/{row.kind}/{row.pk}/lesson/"
        assert "Say it sooner." in said(client.get(page))
        assert client.post(page, {"words": "Say it sooner.", "level": "team", "cause": "delay"}).status_code == 302
    assert Lesson.objects.get().source == row.source and heard.waiting(Case.objects.none(), lang, now) == []


def test_what_was_heard_is_set_aside_and_can_still_be_taken_up(client, cast, suggested):
    client.force_login(cast.sam.user)
    later = cast.at + timedelta(hours=1)
    row = heard.waiting(Case.objects.all(), "en", later)[0]
    typed = {"why": "Asked already", "until-day": "2", "until-month": "4", "until-year": "2026"}
    with clock.fixed(later):
        assert client.post(f"/en/staff/learning/aside/?what={row.source}", typed).status_code == 302
        page = said(client.get("/en/staff/learning/heard/"))
        assert "Asked already" in page and "Open on Saturdays." in page
        assert client.get(f"/en/staff/learning/heard/{row.kind}/{row.pk}/answer/").status_code == 200
    assert heard.waiting(Case.objects.all(), "en", later) == []
    assert [one.source for one in heard.waiting(Case.objects.all(), "en", later + timedelta(days=60))] == [row.source]


def test_nobody_sees_what_was_said_of_a_case_they_are_walled_from(client, cast, suggested):
    wall_off(suggested.response.invite.case, cast.sam, "Knows them", by=cast.jo, at=cast.at)
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at + timedelta(hours=1)):
        assert "Open on Saturdays." not in said(client.get("/en/staff/learning/heard/"))
        assert client.get(f"/en/staff/learning/heard/answer/{suggested.pk}/lesson/").status_code == 404


def test_listing_what_was_heard_asks_the_same_however_much(cast, suggested, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        assert len(heard.waiting(Case.objects.all(), "en", cast.at + timedelta(hours=1))) == 1
