"""The pages of putting it right, in both languages."""

import re

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases import stages
from putright.cases.models import Access, Case
from putright.recovery.actions import offer
from putright.recovery.models import Attempt
from putright.recovery.panel import panel
from putright.triage.actions import answer, decide
from tests.make.contacts import contact
from tests.triage.sheets import ORDINARY
from tests.triage.test_page import text
from tests.triage.test_panel import asked_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    made = contact(cast.ffion, kind="complaint").case
    answer(made, ORDINARY, by=cast.sam, at=cast.at)
    decide(made, "outside", by=cast.sam, at=cast.at)
    return Case.objects.get(pk=made.pk)


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def to(case, name, *more, language="en"):
    return reverse(f"recovery:{name}", args=[case.reference, *more]).replace("/en/", f"/{language}/")


GIVEN = {"kind": "apology", "words": "I am sorry.", "content": "not_known", "answer": ""}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_offer_and_its_answer_in_one_go(desk, case, language):
    page = desk.get(to(case, "offer", language=language))
    limits = {"en": "It never investigates.", "cy": "Nid yw byth yn ymchwilio."}
    assert limits[language] in text(page) and "para 6(2E)" in text(page)
    assert "checked" in page.content.decode()
    done = desk.post(to(case, "offer", language=language), GIVEN | {"content": "yes", "answer": "Diolch."})
    assert done.url == reverse("desk:case", args=[case.reference]).replace("/en/", f"/{language}/")
    assert Case.objects.get(pk=case.pk).stage == stages.OUTCOME_KNOWN


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_answer_heard_later(desk, case, language):
    desk.post(to(case, "offer"), GIVEN)
    tried = Attempt.objects.get()
    assert (tried.content, tried.answered_at) == ("not_known", None)
    page = desk.get(to(case, "answer", tried.pk, language=language))
    assert "I am sorry." in text(page)
    desk.post(to(case, "answer", tried.pk, language=language), {"content": "no", "answer": "Dim digon da."})
    tried.refresh_from_db()
    assert (tried.content, tried.answer) == ("no", "Dim digon da.")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_i_want_it_recorded(desk, case, language):
    assert desk.get(to(case, "ask_to_record", language=language)).status_code == 200
    done = desk.post(to(case, "ask_to_record", language=language), {"words": ""})
    assert done.status_code == 302
    assert Case.objects.get(pk=case.pk).stage == stages.RECORDED


def test_asking_again_is_refused_with_their_words_kept(desk, case):
    desk.post(to(case, "ask_to_record"), {"words": "once"})
    back = desk.post(to(case, "ask_to_record"), {"words": "twice\nover"})
    assert "It is already recorded." in text(back)
    assert "twice&#10;over" in back.content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": ""}, "Choose what you offered"),
        ({"words": " \n "}, "Write what you offered them"),
        ({"content": "maybe"}, "Choose one of the answers in the list"),
        ({"words": "x" * 50_001}, "Your answer is too long."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_kept(desk, case, wrong, sentence):
    back = desk.post(to(case, "offer"), GIVEN | wrong)
    assert back.status_code == 200 and sentence in text(back)
    assert not Attempt.objects.exists()


def test_an_empty_post_is_answered_not_ignored(desk, case):
    assert "Choose what you offered" in text(desk.post(to(case, "offer"), {}))


def test_a_case_that_moved_on_is_refused_with_nothing_typed_lost(desk, case):
    desk.post(to(case, "ask_to_record"), {"words": ""})
    back = desk.post(to(case, "offer"), GIVEN | {"words": "I am very sorry."})
    assert "The case has moved on" in text(back) and "I am very sorry." in back.content.decode()


def test_another_cases_attempt_is_not_found_here(desk, case, cast):
    tried = offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at)
    other = contact(cast.amir).case
    assert desk.get(to(other, "answer", tried.pk)).status_code == 404


def test_each_look_leaves_one_access_row(desk, case):
    desk.get(to(case, "offer"))
    assert [row.page for row in Access.objects.all()] == ["recovery:offer"]


@pytest.mark.parametrize("who", ["dana", "pat", "robin", "toni"])
def test_only_the_front_team_has_these_pages(client, case, cast, who):
    client.force_login(getattr(cast, who).user)
    for name in ("offer", "ask_to_record"):
        assert client.get(to(case, name)).status_code == 403


def test_pages_ask_little_of_the_database(desk, case, cast, django_assert_max_num_queries):
    for words in ("one", "two", "three"):
        offer(case, "apology", words, by=cast.sam, at=cast.at)
    with django_assert_max_num_queries(15):
        desk.get(to(case, "offer"))
    with django_assert_max_num_queries(27):
        desk.post(to(case, "offer"), GIVEN | {"content": "yes"})


def test_the_panel_shows_tries_and_offers_what_may_be_done_next(case, cast, django_assert_num_queries):
    offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at)
    with django_assert_num_queries(3):  # the log, what was tried, and the lists for its name
        shown = panel(asked_by(cast.sam), case)
    assert [words for _, words in shown.links] == ["Offer to put it right", "They want it recorded"]
    assert len(shown.values["attempts"]) == 1
    assert panel(asked_by(cast.pat), case).links == ()


def test_the_case_page_leads_to_the_answer(desk, case, cast):
    tried = offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at)
    page = desk.get(reverse("desk:case", args=[case.reference]))
    assert re.search(rf'href="{to(case, "answer", tried.pk)}"', page.content.decode())
