"""The case on one page: what a handler needs first, and nothing for whom it is not."""

import re

import pytest
from django.urls import reverse

from putright.asking.actions.steps import add_step
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


def test_rooms_with_nothing_to_show_are_links_in_one_list(sam, cast):
    case = contact(cast.ffion).case
    words = page(sam, case).content.decode()
    panels = re.findall(r'id="panel-[^>]*>([^<]+)<', words)
    assert panels == ["Promises", "What they told us"]
    listed = words.split("What else you can do</h2>")[1]
    assert re.findall(r"<h3[^>]*>([^<]+)</h3>", listed)[:2] == ["Ask and write", "Put right or pass on"]
    for name in ("asking:ask", "chasing:give", "documents:add", "victims:open", "own_page:give", "alike:link"):
        assert words.count(f'href="{reverse(name, args=[case.reference])}"') == 1, name
    assert words.count(reverse("triage:ask", args=[case.reference])) == 1  # what next says it


def test_a_room_with_something_to_show_keeps_its_panel_and_its_links(sam, cast):
    words = page(sam, full(cast)).content.decode()
    before, listed = words.split("What else you can do</h2>")
    for panel in ("What it is", "Putting it right", "What is alleged", "Letters"):
        assert f">{panel}</h2>" in before, panel
    assert "Look at it again" in before and "Look at it again" not in listed and "Add a document" in listed


def test_what_falls_due_first_stands_beside_what_next(sam, cast):
    words = page(sam, contact(cast.ffion).case).content.decode()
    assert "First contact: <strong>Missed, due" in words.split("What next</h2>")[1].split("</section>")[0]


def test_the_first_steps_are_closed_until_they_are_wanted(sam, cast):
    add_step("Ring them back", "Ffoniwch nhw yn ôl", 1, by=cast.jo, at=cast.at)
    case = contact(cast.ffion).case
    words = page(sam, case).content.decode().split("What next</h2>")[1].split("</section>")[0]
    assert "Ring them back" in words.split("<details")[1] and "open" not in words.split("<details")[1].split(">")[0]
    assert "Ring them back" not in page(sam, settled(cast)).content.decode()


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
