"""A screen at a station: told, forgotten, and empty for the next person."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from gateways import clock
from putright.cases.models import Event
from putright.contacts.channels.counter.actions import close_counter, open_counter
from putright.contacts.channels.counter.models import Counter
from putright.contacts.models import Contact
from putright.people.gates import NotAllowed
from tests.contacts.web.walk import carried

WORDS = "Nobody at this desk would write my statement down."
TYPED = {"kind": "complaint", "words": WORDS, "name": "Ffion Rees", "phone": "07700 900123", "avoid": ["no_voicemail"]}


@pytest.fixture
def screen(client, cast):
    """A screen that somebody opened for Hatfield."""
    _counter, code = open_counter("Hatfield police station", by=cast.sam, at=clock.now())
    client.post("/en/counter/", {"code": code.lower(), **carried(client.get("/en/counter/"))})
    return client


def told(screen, lang="en", **typed):
    address = f"/{lang}/counter/tell/"
    return screen.post(address, {**carried(screen.get(address)), **TYPED, **typed})


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_what_is_told_is_a_contact_with_its_station_and_a_reference_to_take_away(screen, lang):
    assert screen.get(f"/{lang}/counter/").status_code == 200
    answer = told(screen, lang)
    page = screen.get(answer["Location"]).content.decode()
    contact = Contact.objects.select_related("case", "person").get()
    assert (contact.channel, contact.words, contact.language, contact.by) == ("counter", WORDS, lang, None)
    assert (contact.person.name, contact.person.safe_contact) == ("Ffion Rees", {"no_voicemail": True})
    assert contact.case.reference in page
    assert "Hatfield police station" in page
    assert Event.objects.get(verb="told_at_counter").facts["station"] == "Hatfield police station"


def test_the_next_person_sees_nothing_of_the_one_before(screen):
    answer = told(screen)
    done = screen.get(answer["Location"])
    assert done["Refresh"].startswith("60;")
    screen.get("/en/counter/clear/", follow=True)
    assert screen.get("/en/counter/done/")["Location"].endswith("/counter/clear/")
    for address in ("/en/counter/", "/en/counter/tell/", "/cy/counter/tell/"):
        page = screen.get(address)
        assert page["Cache-Control"] == "no-store"
        for secret in (WORDS, "Ffion", "900123", Contact.objects.get().case.reference):
            assert secret not in page.content.decode()


def test_going_back_and_sending_the_old_page_again_shows_nothing_and_makes_nothing(screen):
    old = {**carried(screen.get("/en/counter/tell/")), **TYPED}
    screen.post("/en/counter/tell/", old)
    screen.get("/en/counter/clear/")
    for pressed in ({}, {"more": "yes"}):
        again = screen.post("/en/counter/tell/", {**old, **pressed})
        assert again.status_code == 302
        assert WORDS not in screen.get(again["Location"], follow=True).content.decode()
    assert Contact.objects.count() == 1


def test_words_left_on_the_screen_by_somebody_who_walked_away_are_not_shown_again(screen):
    old = {**carried(screen.get("/en/counter/tell/")), **TYPED, "more": "yes"}
    assert WORDS in screen.post("/en/counter/tell/", old).content.decode()
    assert screen.get("/en/counter/tell/")["Refresh"].startswith("600;")
    screen.get("/en/counter/clear/")
    assert screen.post("/en/counter/tell/", old).status_code == 302


def test_more_time_keeps_every_word(screen):
    page = screen.post("/en/counter/tell/", {**carried(screen.get("/en/counter/tell/")), **TYPED, "more": "yes"})
    for typed in (WORDS, "Ffion Rees", "07700 900123"):
        assert typed in page.content.decode()
    assert not Contact.objects.exists()


def test_a_double_press_is_one_contact(screen):
    old = {**carried(screen.get("/en/counter/tell/")), **TYPED}
    before = screen.cookies["putright_counter"].value
    screen.post("/en/counter/tell/", old)
    screen.cookies["putright_counter"] = before
    screen.post("/en/counter/tell/", old)
    assert Contact.objects.count() == 1


def test_the_reference_is_gone_after_its_minute(screen):
    now = clock.now()
    with clock.fixed(now):
        told(screen)
        assert screen.get("/en/counter/done/").status_code == 200
    with clock.fixed(now + timedelta(minutes=2)):
        assert screen.get("/en/counter/done/").status_code == 302


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_what_is_missing_is_said_and_what_was_typed_stays(screen, lang):
    address = f"/{lang}/counter/tell/"
    page = screen.post(address, {**carried(screen.get(address)), "name": "Ffion Rees", "phone": "abc"})
    assert page.status_code == 422
    assert "Ffion Rees" in page.content.decode()
    assert "govuk-error-summary" in page.content.decode()


def test_somebody_who_gives_no_name_is_told_nothing_is_owed_them(screen):
    answer = told(screen, name="", phone="", avoid=[])
    assert Contact.objects.get().person is None
    assert "You did not say how to reach you" in screen.get(answer["Location"]).content.decode()


def test_a_screen_that_nobody_opened_or_that_was_closed_takes_nothing(screen, client, cast):
    assert "not open" in Client().get("/en/counter/").content.decode()
    assert Client().get("/en/counter/tell/")["Location"].endswith("/counter/")
    ready = {**carried(screen.get("/en/counter/tell/")), **TYPED}
    close_counter(Counter.objects.get(), by=cast.jo, at=clock.now())
    assert screen.post("/en/counter/tell/", ready).status_code == 302
    assert not Contact.objects.exists()


def test_a_wrong_code_is_refused_plainly(client, cast):
    page = client.post("/cy/counter/", {"code": "AAAAA-AAAAA", **carried(client.get("/cy/counter/"))})
    assert page.status_code == 422


def test_a_counter_ends_by_itself_after_twelve_hours(screen):
    with clock.fixed(clock.now() + timedelta(hours=12, minutes=1)):
        assert "not open" in screen.get("/en/counter/").content.decode()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_opening_it_here_signs_the_handler_out_first(client, cast, lang):
    client.force_login(cast.sam.user)
    address = f"/{lang}/staff/counters/"
    answer = client.post(address, {**carried(client.get(address)), "station": "Ware", "do": "here"})
    assert answer["Location"].endswith("/counter/")
    assert "Ware" in client.get(answer["Location"]).content.decode()
    assert "sign-in" in client.get(f"/{lang}/staff/contacts/new")["Location"]


def test_a_code_for_another_screen_opens_it(client, cast):
    client.force_login(cast.dana.user)
    page = client.post("/en/staff/counters/", {**carried(client.get("/en/staff/counters/")), "station": "Ware", "do": "code"})
    code = re.search(r"<code>([0-9A-Z-]+)</code>", page.content.decode())[1]
    other = Client()
    assert other.post("/en/counter/", {"code": code, **carried(other.get("/en/counter/"))}).status_code == 302
    assert "Ware" in other.get("/en/counter/").content.decode()


def test_a_supervisor_closes_it_from_the_list(client, cast, screen):
    client.force_login(cast.jo.user)
    pk = Counter.objects.get().pk
    client.post(f"/en/staff/counters/{pk}/close", carried(client.get("/en/staff/counters/")))
    assert Counter.objects.get().closed_at


def test_only_those_who_take_contacts_open_one(cast):
    with pytest.raises(NotAllowed):
        open_counter("Ware", by=cast.robin, at=cast.at)


def test_the_pages_cost_few_queries(screen, django_assert_max_num_queries):
    for address in ("/en/counter/", "/en/counter/tell/"):
        with django_assert_max_num_queries(3):
            screen.get(address)
