"""Saving, coming back, and never losing what was typed."""

import re
from datetime import timedelta

import pytest

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.models import Case
from putright.contacts.channels.web import codes
from putright.contacts.models import Contact, Draft
from tests.contacts.web.walk import ORDINARY, boxes, carried, fill, send, walk

pytestmark = pytest.mark.usefixtures("cast")
WORDS = "What I wrote took me an hour."


def strict():
    return MannerlyClient(enforce_csrf_checks=True)


def saved_code(client) -> str:
    page = client.get("/en/tell-us/saved/").content.decode()
    return re.search(r"(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}", page).group(0)


def test_a_saved_form_opens_with_its_code_on_another_device(client):
    walk(client, upto="what-happened")
    answer = fill(client, "what-happened", {"words": WORDS}, save="yes")
    assert answer.headers["Location"] == "/en/tell-us/saved/"
    elsewhere = MannerlyClient()
    typed = saved_code(client).lower().replace("-", " ")
    page = elsewhere.post("/en/tell-us/come-back/", {"code": typed}, follow=True)
    assert page.request["PATH_INFO"] == "/en/tell-us/when/"
    assert boxes(elsewhere.get("/en/tell-us/what-happened/"))["words"] == WORDS


def test_an_unfinished_page_can_be_saved_as_it_is(client):
    walk(client, upto="when")
    fill(client, "when", {"when_known": "day", "happened_on-day": "31", "happened_on-month": "2"}, save="yes")
    page = client.get("/en/tell-us/when/")
    assert (boxes(page)["happened_on-day"], boxes(page)["happened_on-month"]) == ("31", "2")


def test_the_code_has_120_bits_and_only_its_digest_is_kept(client):
    fill(client, "safe", {"danger": "no"})
    code, draft = saved_code(client), Draft.objects.get()
    assert len(code.replace("-", "")) * 5 == 120
    assert draft.secret_digest == codes.digest(code)
    assert code.replace("-", "") not in str(Draft.objects.values_list()).replace("-", "")


@pytest.mark.parametrize("typed", ["0000-0000-0000-0000-0000-0000", "PR-12345-67890", "☃", "x" * 100_000])
def test_a_wrong_code_is_answered_plainly_and_kept(client, typed):
    page = client.post("/en/tell-us/come-back/", {"code": typed})
    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
    assert boxes(page)["code"] == typed


def test_a_wrong_code_and_a_forgotten_one_are_answered_alike(client, cast):
    fill(client, "safe", {"danger": "no"})
    code = saved_code(client)
    with clock.fixed(clock.now() + timedelta(days=29)):
        old = MannerlyClient().post("/en/tell-us/come-back/", {"code": code}).content.decode()
    wrong = MannerlyClient().post("/en/tell-us/come-back/", {"code": codes.make()}).content.decode()
    neutral = [re.sub(r'value="[^"]*"', "", page) for page in (old, wrong)]
    assert neutral[0] == neutral[1]


def test_a_person_can_delete_what_they_wrote(client):
    walk(client, upto="where")
    page = client.post("/en/tell-us/saved/", carried(client.get("/en/tell-us/saved/")), follow=True)
    assert page.request["PATH_INFO"] == "/en/tell-us/deleted/"
    assert not Draft.objects.exists()


def test_the_code_of_a_sent_form_shows_its_reference_again(client):
    checked = walk(client)
    code = saved_code(client)
    send(client, checked)
    page = MannerlyClient().post("/en/tell-us/come-back/", {"code": code}, follow=True)
    assert Case.objects.get().reference in page.content.decode()


def test_a_lost_cookie_on_a_question_loses_nothing(client):
    page = walk(client, upto="where")
    client.cookies.clear()
    answer = client.post("/en/tell-us/where/", {**carried(page), "place": "Ware"}, follow=True)
    assert answer.request["PATH_INFO"] == "/en/tell-us/who/"
    assert Draft.objects.get().answers["where"] == {"place": ["Ware"]}


def test_a_lost_cookie_on_the_last_page_loses_nothing(db, cast):
    client = strict()
    checked = walk(client)
    client.cookies.clear()
    again = client.post("/en/tell-us/check/", carried(checked))
    assert again.status_code == 403
    assert "Nothing you wrote is lost" in again.content.decode()
    assert ORDINARY["what-happened"]["words"] in again.content.decode()
    assert Contact.objects.count() == 0
    sent = client.post("/en/tell-us/check/", carried(again), follow=True)
    assert Case.objects.get().reference in sent.content.decode()


def test_an_expired_token_on_a_question_gives_the_words_back_with_a_fresh_one(db, cast):
    client = strict()
    page = walk(client, upto="what-happened")
    client.cookies.clear()
    again = client.post("/en/tell-us/what-happened/", {**carried(page), "words": WORDS})
    assert (again.status_code, boxes(again)["words"]) == (403, WORDS)
    answer = client.post("/en/tell-us/what-happened/", {**carried(again), "words": boxes(again)["words"]}, follow=True)
    assert answer.request["PATH_INFO"] == "/en/tell-us/when/"
    assert Draft.objects.get().answers["what-happened"] == {"words": [WORDS]}


def test_an_expired_token_elsewhere_says_what_to_do(db, cast):
    page = strict().post("/en/tell-us/come-back/", {"code": "x"})
    assert page.status_code == 403
    assert "load it again" in page.content.decode()


def test_words_sent_without_any_form_begin_one(client):
    answer = client.post("/en/tell-us/what-happened/", {"words": WORDS, "draft": codes.make()}, follow=True)
    assert answer.request["PATH_INFO"] == "/en/tell-us/safe/"
    assert Draft.objects.get().answers["what-happened"] == {"words": [WORDS]}


def test_two_forms_open_at_once_do_not_mix(client):
    one, two = walk(client, upto="where"), None
    client.cookies.clear()
    two = walk(client, upto="where")
    client.post("/en/tell-us/where/", {**carried(one), "place": "First"})
    client.post("/en/tell-us/where/", {**carried(two), "place": "Second"})
    kept = [d.answers["where"]["place"] for d in Draft.objects.order_by("pk")]
    assert kept == [["First"], ["Second"]]
