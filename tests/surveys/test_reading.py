"""A person reads every answer; an unhappy one asks whether to look again; nothing shows of a walled case."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gateways import clock
from putright.asking.queries import unread
from putright.cases.actions import take, wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.surveys import queries
from putright.surveys.actions import reading
from putright.surveys.models import Look
from putright.surveys.refusals import NotYours, ReadAlready, SayWhetherAgain

from ..make import contacts, people, surveys

pytestmark = pytest.mark.django_db
QUERIES = 12


@pytest.fixture
def case(cast):
    surveys.surveys(cast.at)
    return contacts.contact(cast.ffion, at=cast.at, kind="complaint").case


@pytest.fixture
def unhappy(cast, case):
    return surveys.answered(case, cast.ffion, at=cast.at, scores={"overall": "1"}, words={"better": "Nobody rang me."})


def stage(case, to):
    Case.objects.filter(pk=case.pk).update(stage=to)


def said(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("before", ["settled", "not_complaint"])
def test_looking_again_moves_the_case_back_to_triage(cast, case, unhappy, before):
    stage(case, before)
    reading.read(unhappy, reading.Made("yes", "She was never rung."), by=cast.jo, at=cast.at)
    case.refresh_from_db()
    assert case.stage == "received" and broken_at(case) is None
    assert [event.verb for event in Event.objects.filter(case=case).order_by("seq")][-2:] == ["survey_read", "reopened"]


@pytest.mark.parametrize("before", ["closed", "recorded", "handed_over"])
def test_where_no_move_is_possible_their_words_join_the_case_and_wait(cast, case, unhappy, before):
    stage(case, before)
    reading.read(unhappy, reading.Made("yes", "She was never rung."), by=cast.jo, at=cast.at)
    case.refresh_from_db()
    assert case.stage == before and Event.objects.filter(case=case, verb="survey_taken_up").exists()
    waits = unread(Case.objects.all(), at=cast.at + timedelta(minutes=1))
    assert [event.case_id for event in waits] == [case.pk]
    assert waits[0].payload.body["words"] == "Nobody rang me."


def test_not_looking_again_is_a_choice_with_its_reason(cast, case, unhappy):
    stage(case, "settled")
    for made in (reading.Made(), reading.Made("no", " "), reading.Made("maybe", "x")):
        with pytest.raises(SayWhetherAgain):
            reading.read(unhappy, made, by=cast.jo, at=cast.at)
    reading.read(unhappy, reading.Made("no", "We rang her twice since."), by=cast.jo, at=cast.at)
    assert Event.objects.get(verb="survey_not_reopened").payload.body == {"words": "We rang her twice since."}
    with pytest.raises(ReadAlready):
        reading.read(unhappy, reading.Made("no", "Again."), by=cast.jo, at=cast.at)


def test_whoever_holds_the_case_does_not_read_what_is_said_of_it(cast, case, unhappy):
    take(case, by=cast.sam, at=cast.at)
    with pytest.raises(NotYours):
        reading.read(unhappy, reading.Made("no", "I was fine."), by=cast.sam, at=cast.at)
    assert not Look.objects.exists()


def test_read_on_the_page_with_suggestion_and_praise_for_the_rooms_after(client, cast, case):
    made = surveys.answered(case, cast.ffion, at=cast.at, scores={"overall": "5"}, words={"better": "Open on Saturdays."})
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at + timedelta(hours=1)):
        listed = said(client.get("/en/staff/surveys/to-read/"))
        assert case.reference in listed and "Unhappy" not in listed.split("<table")[1]
        page = said(client.get(f"/en/staff/surveys/answers/{made.pk}/"))
        assert "Open on Saturdays." in page and "Very well" in page and "Do we look at it again" not in page
        client.post(f"/en/staff/surveys/answers/{made.pk}/", {"marks": ["suggestion", "praise"]})
    since, until = cast.at, cast.at + timedelta(days=1)
    assert [look.response for look in queries.suggestions(since, until)] == [made]
    assert [look.response.invite.case for look in queries.praise(since, until)] == [case]


def test_a_refusal_keeps_what_was_typed(client, cast, case, unhappy):
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at + timedelta(hours=1)):
        page = client.post(f"/en/staff/surveys/answers/{unhappy.pk}/", {"why": "She was never rung."})
    assert page.status_code == 422 and "She was never rung." in said(page) and "Choose whether to look again" in said(page)


def test_the_unhappy_come_first_and_the_list_asks_no_more_for_more(client, cast, case, unhappy):
    for n in range(12):
        who = people.person(f"Person {n}")
        surveys.answered(contacts.contact(who, at=cast.at).case, who, at=cast.at - timedelta(hours=n + 1))
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at + timedelta(hours=1)):
        client.get("/en/staff/surveys/to-read/")
        with CaptureQueriesContext(connection) as asked:
            page = client.get("/en/staff/surveys/to-read/")
    assert len(asked) <= QUERIES
    table = said(page).split("<tbody")[1]
    assert table.index("Unhappy") < table.index("survey") + len(table) and table.count("<tr") == 13
    assert queries.to_read(Case.objects.all(), campaigns=False)[0] == unhappy


def test_an_answer_of_a_walled_case_is_not_there(client, cast, case, unhappy):
    wall_off(case, cast.jo, "knows them", by=cast.sam, at=cast.at)
    client.force_login(cast.jo.user)
    with clock.fixed(cast.at + timedelta(hours=1)):
        assert case.reference not in said(client.get("/en/staff/surveys/to-read/"))
        missing = client.get("/en/staff/surveys/answers/999999/")
        walled = client.get(f"/en/staff/surveys/answers/{unhappy.pk}/")
    assert walled.status_code == missing.status_code == 404
