"""The forms about a case: good ones act once and lead back; bad ones say what is wrong and keep every word."""

import pytest
from django.urls import reverse

from putright.cases.actions import wall_off
from putright.cases.models import Allegation, Case, ComplainedOf, Event, Wall
from tests.make import cases
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
GOOD = {
    "note": ({"words": "Rang the station"}, "noted"),
    "spoke": ({"medium": "phone", "words": "She wants an apology"}, "spoke"),
    "allege": ({"words": "He shouted", "category": "H1"}, "alleged"),
    "name_officer": ({"name": "Gwyn Pugh", "rank": "PC"}, "officer_named"),
    "take": ({}, "taken"),
}


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


@pytest.fixture
def case(cast):
    return contact(cast.ffion).case


def address(name, case, language="en"):
    return reverse(f"cases:{name}", args=[case.reference]).replace("/en/", f"/{language}/", 1)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_form_acts_once_and_leads_back(sam, case, name):
    posted, verb = GOOD[name]
    answer = sam.post(address(name, case), posted)
    assert answer.url == reverse("desk:case", args=[case.reference])
    assert Event.objects.filter(case=case, verb=verb).count() == 1


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("name", ["note", "spoke", "allege", "name_officer", "wall"])
def test_an_empty_form_is_answered_plainly(sam, case, name, language):
    assert sam.get(address(name, case, language)).status_code == 200
    assert sam.post(address(name, case, language), {}).status_code == 422
    assert list(Event.objects.filter(case=case).values_list("verb", flat=True)) == ["received"]


@pytest.mark.parametrize(
    ("name", "field", "limit"), [("note", "words", 20_000), ("spoke", "words", 20_000), ("allege", "words", 5_000)]
)
def test_words_too_long_are_kept(sam, case, name, field, limit):
    words = "😟ه" + "x" * 100_000
    answer = sam.post(address(name, case), GOOD[name][0] | {field: words})
    assert answer.status_code == 422 and words in answer.content.decode() and f"{limit:,}" in answer.content.decode()


def test_unprintable_letters_are_dropped_and_the_rest_kept(sam, case):
    sam.post(address("note", case), {"words": "a\x00b <b>سطر</b> 😟"})
    assert Event.objects.get(verb="noted").payload.body["words"] == "ab <b>سطر</b> 😟"


def test_a_category_that_is_not_in_the_tree_is_refused_and_the_words_kept(sam, case):
    answer = sam.post(address("allege", case), {"words": "Kept words", "category": "Z9"})
    assert answer.status_code == 422 and "Kept words" in answer.content.decode()
    assert Allegation.objects.count() == 0


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_refusal_of_the_law_room_is_said_in_the_readers_language(sam, case, monkeypatch, language):
    from putright.cases import pages
    from putright.law.refusals import LawRefused

    def refuse(*_args, **_more):
        raise LawRefused("The list is closed.", "Mae’r rhestr ar gau.")

    monkeypatch.setattr(pages.actions, "allege", refuse)
    answer = sam.post(address("allege", case, language), GOOD["allege"][0])
    words = answer.content.decode()
    assert answer.status_code == 422 and "He shouted" in words
    assert ("Mae’r rhestr ar gau." if language == "cy" else "The list is closed.") in words


def test_an_officer_nobody_can_name_is_described(sam, case):
    assert sam.post(address("name_officer", case), {"description": "Tall, with a beard"}).status_code == 302
    assert sam.post(address("name_officer", case), {"organisational": "yes"}).status_code == 302
    words = sam.get(f"/cy/staff/cases/{case.reference}/").content.decode()
    assert "Heb ei adnabod" in words and "Yr heddlu ei hun" in words and ComplainedOf.objects.count() == 2


def test_a_colleague_is_kept_out_and_the_case_is_gone_for_them(sam, case, cast, client):
    answer = sam.post(address("wall", case), {"handler": str(cast.jo.pk), "why": "is family"})
    assert answer.status_code == 302 and Wall.objects.get().handler == cast.jo
    client.force_login(cast.jo.user)
    assert client.get(f"/en/staff/cases/{case.reference}/").status_code == 404


def test_a_case_is_taken_by_a_press_and_never_by_a_link(sam, case, cast):
    assert sam.get(address("take", case)).status_code == 200 and Case.objects.get().assigned_to is None
    sam.post(address("take", case))
    assert Case.objects.get().assigned_to == cast.sam


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_case_whose_outcome_is_not_known_is_not_closed(sam, case, language):
    answer = sam.post(address("close", case, language))
    assert answer.status_code == 422 and Case.objects.get().stage == "received"
    assert ("Mae’r achos wedi symud" if language == "cy" else "The case has moved on") in answer.content.decode()


def test_a_case_whose_outcome_is_known_is_closed(sam, case):
    Case.objects.filter(pk=case.pk).update(stage="outcome_known")
    assert sam.get(address("close", case)).status_code == 200
    assert sam.post(address("close", case)).status_code == 302
    assert Case.objects.get().stage == "closed"


@pytest.mark.parametrize("name", [*GOOD, "wall", "close"])
def test_behind_a_wall_there_is_no_form(sam, case, cast, name):
    wall_off(case, cast.sam, "is family", by=cast.jo, at=cast.at)
    assert sam.post(address(name, case), {}).status_code == 404


def test_others_with_reach_may_write_notes_but_not_allege(client, case, cast):
    cases.grant(case, to=cast.dana)
    client.force_login(cast.dana.user)
    assert client.post(address("note", case), GOOD["note"][0]).status_code == 302
    assert client.get(address("allege", case)).status_code == 403
