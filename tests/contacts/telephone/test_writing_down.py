"""The quick entry filled from a call: keyboard only, the contact knows its call, the call its times."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from gateways import clock
from putright.contacts.channels.telephone import actions
from putright.contacts.channels.telephone.models import Call, Written
from putright.contacts.entry.actions import Heard
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.people.models import Person
from tests.journeys.browsing import Browser
from tests.make import telephone as make
from tests.make.contacts import contact
from tests.make.people import AT

pytestmark = pytest.mark.django_db
WORDS = "Nobody has rung me back about my burglary."
RANG = AT - timedelta(seconds=600)  # answered 42 seconds later, ended 300 after that, so 258 seconds ago


@pytest.fixture
def call(exchange, cast):
    make.extension(exchange, "2041", cast.sam, by=cast.toni)
    return make.call(exchange, make.story(at=RANG))


@pytest.fixture
def sam(client, cast, call):
    client.force_login(cast.sam.user)
    return Browser(client)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_from_the_ringing_call_to_the_contact_and_its_times(sam, cast, call, language):
    earlier = contact(cast.ffion).case
    desk = sam.go(f"/{language}/staff/calls/")
    entry = sam.go(next(address for address in desk.addresses if address.endswith(f"/{call.pk}/write")))
    said = entry.said(entry.form("words"))
    assert (said["who"], said["channel"], said["known"]) == (["07700 900123"], ["phone"], [""])
    assert "Ffion Rees" in entry.words and earlier.reference in entry.words
    done = sam.press(entry, "do=settle", words=WORDS, answer="Read her the update.", known=f"person:{cast.ffion.pk}")
    made = Contact.objects.latest("pk")
    assert made.case.reference in done.words
    assert (made.person, made.channel, made.received_at) == (cast.ffion, "phone", RANG + timedelta(seconds=42))
    assert made.seconds == 558  # talked for 300, then wrote for 258
    call.refresh_from_db()
    assert (call.wait, call.talk, call.wrap_up, call.written_at) == (30, 300, 258, AT)
    case = sam.go(reverse("desk:case", args=[made.case.reference]))
    assert ("5 min 00 s" if language == "en" else "5 mun 00 s") in case.words and "07700 900123" in case.words


def test_somebody_new_keeps_the_number_that_rang(sam, call):
    entry = sam.go(f"/en/staff/calls/{call.pk}/write")
    sam.press(entry, "do=keep", who="Mair Elin 07700 900123", words=WORDS)
    assert Person.objects.latest("pk").phone_key == "447700900123"


def test_a_double_press_is_one_contact_of_one_call(sam, cast, call):
    entry = sam.go(f"/en/staff/calls/{call.pk}/write")
    for _press in range(2):
        sam.press(entry, "do=keep", words=WORDS)
    assert (Contact.objects.count(), Written.objects.count()) == (1, 1)


def test_a_refusal_keeps_the_call_and_the_words(sam, call):
    entry = sam.go(f"/en/staff/calls/{call.pk}/write")
    again = sam.press(entry, "do=settle", words=WORDS)
    assert "write what you told them" in again.words and WORDS in again.words and not Contact.objects.exists()
    sam.press(again, "do=settle", answer="Read her the update.")
    assert Written.objects.get().call == call


def test_looking_somebody_up_by_the_button_stays_with_the_call(sam, cast, call):
    contact(cast.ffion)
    entry = sam.go(f"/en/staff/calls/{call.pk}/write")
    looked = sam.press(entry, "do=look", who="Ffion", words="half a sentence")
    sam.press(looked, "do=keep", known=f"person:{cast.ffion.pk}")
    assert Written.objects.get().call == call and Written.objects.get().contact.words == "half a sentence"


def test_an_end_that_comes_after_the_writing_leaves_no_time_for_writing(exchange, cast):
    call = make.call(exchange, make.story(at=RANG)[:4])
    said = Said(key=uuid4(), channel="phone", words=WORDS)
    actions.write_down(call, Heard(said), {}, by=cast.sam, at=AT)
    make.tell(exchange, make.event("ended", 900, at=RANG), at=AT + timedelta(minutes=9))
    call.refresh_from_db()
    assert (call.talk, call.wrap_up, call.written_at) == (858, 0, AT)


def test_one_call_may_become_two_contacts_and_the_last_ends_the_writing(exchange, cast, call):
    for minutes in (0, 3):
        said = Said(key=uuid4(), channel="phone", words=WORDS)
        actions.write_down(call, Heard(said), {}, by=cast.sam, at=AT + timedelta(minutes=minutes))
    call.refresh_from_db()
    assert Written.objects.count() == 2 and call.wrap_up == 258 + 180


def test_a_crash_after_the_contact_keeps_neither_contact_nor_link(exchange, cast, call, monkeypatch):
    monkeypatch.setattr(actions, "wrap_up", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.write_down(call, Heard(Said(key=uuid4(), channel="phone", words=WORDS)), {}, by=cast.sam, at=AT)
    assert not Contact.objects.exists() and not Written.objects.exists()


def test_events_that_come_later_never_take_the_contact_away(exchange, cast, call):
    actions.write_down(call, Heard(Said(key=uuid4(), channel="phone", words=WORDS)), {}, by=cast.sam, at=AT)
    before = Call.objects.values().get()
    assert actions.rebuild(by=None, at=AT) == 1
    assert Call.objects.values().get() == before
    make.tell(exchange, make.event("transferred", 100, at=RANG, to="psd"))
    call.refresh_from_db()
    assert call.written_at == AT and call.transferred_out == "psd" and Written.objects.get().call == call


def test_a_call_that_is_not_there_is_not_found(sam):
    assert sam.client.get("/en/staff/calls/999/write").status_code == 404


def test_the_screen_asks_the_same_number_of_questions_for_any_caller(sam, cast, call, django_assert_num_queries):
    address = f"/en/staff/calls/{call.pk}/write"
    for _visit in range(2):
        contact(cast.ffion)
    sam.client.get(address)
    with django_assert_num_queries(16):
        sam.client.get(address)


def test_an_abandoned_call_that_is_rung_back_can_be_written_down_too(sam, exchange, cast):
    lost = make.call(exchange, [make.event("offered", call="L1", at=RANG, number="01632 960001"),
                                make.event("abandoned", 90, call="L1", at=RANG)])  # fmt: skip
    with clock.fixed(AT):
        sam.press(sam.go(f"/en/staff/calls/{lost.pk}/write"), "do=keep", words=WORDS)
    assert Contact.objects.get().received_at == RANG
