"""The case on one page: what a handler needs first, and nothing for whom it is not."""

import pytest
from django.urls import reverse

from putright.cases.actions import wall_off
from putright.cases.models import Access
from tests.make import cases, people
from tests.make.contacts import contact

from .furnish import full, settled

pytestmark = pytest.mark.django_db


def page(client, case, language="en"):
    return client.get(f"/{language}/staff/cases/{case.reference}/")


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    return client


def test_a_full_case_in_both_languages_within_its_budget(sam, cast, django_assert_max_num_queries):
    case = full(cast)
    for language in ("en", "cy"):
        page(sam, case, language)  # the first request of a session writes the session
        with django_assert_max_num_queries(22):
            shown = page(sam, case, language)
        words = shown.content.decode()
        assert "Roedd yr heddwas yn gas." in words and "Gwyn Pugh" in words and "Rang the station." in words
    assert Access.objects.count() == 4  # one for each time it was shown


def test_what_a_handler_needs_comes_first(sam, cast):
    cast.ffion.safe_contact = {"no_voicemail": True}
    cast.ffion.save()
    words = page(sam, full(cast)).content.decode()
    order = ["Ffion Rees", "Do not leave a message", "What next", "Promises", "What they told us", "What is alleged",
             "Everything that happened"]  # fmt: skip
    places = [words.index(part, words.index('class="app-case"')) for part in order]
    assert places == sorted(places)


def test_the_log_is_in_words(sam, cast):
    case = full(cast)
    english, welsh = (page(sam, case, language).content.decode() for language in ("en", "cy"))
    for words in (
        "Offered to put it right",
        "An apology",
        "They are not content",
        "Taken on",
        "On the telephone",
        "H1 ",
    ):
        assert words in english, words
    for word in ("noted", "alleged", "officer_named", "answered_back"):
        assert f">{word}<" not in english + welsh
    assert "Taken on" not in welsh and "Cymerwyd ymlaen" in welsh


def test_nothing_next_when_it_is_finished(sam, cast):
    words = page(sam, settled(cast)).content.decode()
    assert "What next" not in words


def test_what_next_follows_the_stage(sam, cast):
    case = contact(cast.ffion).case
    assert reverse("triage:ask", args=[case.reference]) in page(sam, case).content.decode().split("What next")[1][:500]
    moved = full(cast)
    assert (
        reverse("recovery:offer", args=[moved.reference])
        in page(sam, moved).content.decode().split("What next")[1][:500]
    )


@pytest.mark.parametrize("name", ["pat", "dana"])
def test_others_with_reach_see_the_case_without_the_front_teams_buttons(client, cast, name):
    case = full(cast)
    person = getattr(cast, name)
    cases.grant(case, to=person)
    client.force_login(person.user)
    words = page(client, case).content.decode()
    assert ("Gwyn Pugh" in words) is (name == "pat")  # a local supervisor sees only the part they need
    assert reverse("cases:note", args=[case.reference]) in words
    for front in (
        "cases:take",
        "cases:allege",
        "cases:close",
        "triage:ask",
        "recovery:offer",
        "letters:new",
        "contacts:new",
    ):
        address = reverse(front, args=[case.reference] if front != "contacts:new" else [])
        assert f'"{address}"' not in words, front


def test_a_walled_case_is_the_same_as_a_missing_one(sam, cast):
    case = contact(cast.ffion).case
    wall_off(case, cast.sam, "is family", by=cast.jo, at=cast.at)
    walled = page(sam, case)
    missing = sam.get("/en/staff/cases/PR-00000-00000/")
    assert walled.status_code == missing.status_code == 404
    assert walled.content.decode().replace(case.reference, "") == missing.content.decode().replace("PR-00000-00000", "")
    assert Access.objects.count() == 0


def test_strange_words_stay_words(sam, cast):
    odd = people.person("</h2><script>alert(1)</script> محمد 😟", phone="<b>1</b>")
    case = contact(odd, words="<img src=x onerror=alert(1)>\n" + "ŵ" * 3000 + "\nسطر").case
    words = page(sam, case).content.decode()
    assert "<script>alert" not in words and "<img src=x" not in words and "ŵ" * 3000 in words


def test_an_anonymous_case_is_called_so(sam, cast):
    assert "Anonymous" in page(sam, contact(None).case).content.decode()
