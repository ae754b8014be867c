"""Who may be ringing, before they are answered: never more than whoever looks may see, and never said to be anybody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

import offices
from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Access, AccessCase
from putright.contacts.channels.telephone.hours import where
from putright.contacts.channels.telephone.models import Call
from putright.law.calendar import day_of
from putright.people.actions import Agreed, agree_plan, end_plan, merge, represent
from tests.make import people
from tests.make import telephone as make
from tests.make.contacts import contact
from tests.make.people import AT

pytestmark = pytest.mark.django_db
CALLS = "/en/staff/calls/"
FFION = "07700 900123"  # tests/cast.py


def ringing(exchange, number=FFION, call="A1", **more):
    told = [make.event("offered", -60, call=call, number=number, **more), make.event("menu", -50, call=call, option="3")]
    return make.call(exchange, [*told, make.event("queued", -40, call=call)])


def page(browser, address=CALLS):
    return browser.get(address).content.decode()


def test_a_known_number_shows_who_it_may_be_with_what_nobody_may_forget(signed_in, cast, exchange):
    cast.ffion.safe_contact, cast.ffion.adjustments = {"no_voicemail": True}, "Hard of hearing: speak slowly."
    cast.ffion.save()
    case = contact(cast.ffion).case
    ringing(exchange, "+44 7700 900123")
    words = page(signed_in(cast.sam))
    for told in ("Ffion Rees", "It may be this person", "Do not leave a message", "Hard of hearing", case.reference, "Welsh",
                 "Contacts before: 1", "Waiting", "Menu option 3"):  # fmt: skip
        assert told in words, told
    assert "checked" not in words  # nobody is chosen for the handler


def test_the_page_speaks_welsh(signed_in, cast, exchange):
    contact(cast.ffion)
    ringing(exchange)
    words = page(signed_in(cast.sam), "/cy/staff/calls/")
    assert "Efallai mai’r person hwn" in words and "Yn aros" in words


def test_showing_somebodys_case_leaves_its_row_and_a_strangers_number_leaves_none(signed_in, cast, exchange):
    case = contact(cast.ffion).case
    ringing(exchange, "01632 960999")
    assert "Nobody you may see has this number" in page(signed_in(cast.sam))
    assert not Access.objects.exists()
    ringing(exchange, call="A2")
    page(signed_in(cast.sam))
    assert AccessCase.objects.get().case_id == case.pk


def test_a_number_several_people_share_says_so(signed_in, cast, exchange):
    brother = people.person("Gethin Rees", phone="07700900123")
    for person in (cast.ffion, brother):
        contact(person)
    ringing(exchange)
    words = page(signed_in(cast.sam))
    assert "Several people have this number" in words and "Ffion Rees" in words and "Gethin Rees" in words


def test_a_wall_hides_the_caller_and_even_that_the_number_is_shared(signed_in, cast, exchange):
    brother = people.person("Gethin Rees", phone="07700900123")
    hidden = contact(cast.ffion).case
    contact(brother)
    wall_off(hidden, cast.sam, "knows them", by=cast.jo, at=AT)
    ringing(exchange)
    words = page(signed_in(cast.sam))
    assert "Ffion" not in words and hidden.reference not in words
    assert "It may be this person" in words and "Several people" not in words
    wall_off(contact(brother).case, cast.sam, "knows them", by=cast.jo, at=AT)


def test_a_walled_caller_looks_exactly_like_a_stranger(signed_in, cast, exchange):
    hidden = contact(cast.ffion).case
    ringing(exchange)
    wall_off(hidden, cast.sam, "knows them", by=cast.jo, at=AT)
    walled = page(signed_in(cast.sam))
    Call.objects.filter(key="A1").update(number="07700 900777", number_key="447700900777")
    unknown = page(signed_in(cast.sam)).replace("07700 900777", FFION)

    def plain(text):
        main = text[text.index("Going on now") : text.index("</main>")]
        return main

    assert plain(walled) == plain(unknown)


def test_withheld_and_missing_numbers_say_so_and_match_nobody(signed_in, cast, exchange):
    people.person("No Number")
    contact(people.person("Nobody Numbered", phone=""))
    ringing(exchange, "anonymous")
    ringing(exchange, "", call="A2")
    words = page(signed_in(cast.sam))
    assert "Number withheld" in words and "No number came" in words and "Nobody Numbered" not in words


def test_an_answered_call_says_by_whom_and_an_ended_one_waits_to_be_written_down(signed_in, cast, exchange):
    make.extension(exchange, "2041", cast.sam, by=cast.toni)
    call = ringing(exchange)
    make.tell(exchange, make.event("answered", -10, extension="2041"))
    assert "Being answered" in page(signed_in(cast.sam)) and "Sam Adeyemi" in page(signed_in(cast.sam))
    make.tell(exchange, make.event("ended", -1))
    words = page(signed_in(cast.sam))
    assert "No calls at the moment" in words and "still to write down" in words
    assert reverse("telephone:write", args=[call.pk]) in words
    assert "still to write down" not in page(signed_in(cast.jo))


def test_a_call_whose_end_was_never_told_does_not_ring_for_ever(signed_in, cast, exchange):
    ringing(exchange)
    with clock.fixed(AT + timedelta(minutes=40)):
        assert FFION in page(signed_in(cast.sam))
    with clock.fixed(AT + timedelta(minutes=50)):
        assert FFION not in page(signed_in(cast.sam))


def test_the_part_that_changes_is_sent_only_when_it_has_and_waiting_leaves_no_row(cast, exchange, now):
    part = Client()
    part.force_login(cast.sam.user)
    contact(cast.ffion)
    ringing(exchange)
    words = part.get(f"{CALLS}now").content.decode()
    mark = words.partition('data-app-mark="')[2].partition('"')[0]
    assert "Callers waiting: 1" in words and Access.objects.count() == 1
    assert part.get(f"{CALLS}now?mark={mark}").status_code == 204 and Access.objects.count() == 1
    make.tell(exchange, make.event("answered", -10, extension="2041"))
    assert part.get(f"{CALLS}now?mark={mark}").status_code == 200


def test_without_scripts_it_looks_again_by_itself_only_when_asked_to(signed_in, cast, exchange):
    browser = signed_in(cast.sam)
    assert "Refresh" not in browser.get(CALLS).headers
    assert browser.get(f"{CALLS}?again=1")["Refresh"] == "10"


def test_the_page_asks_the_same_number_of_questions_however_many_ring(signed_in, cast, exchange, django_assert_num_queries):
    browser = signed_in(cast.sam)
    page(browser)
    for number in range(12):
        person = people.person(f"Person {number}", phone=f"07700 9002{number:02}")
        contact(person)
        contact(person)
        ringing(exchange, f"07700 9002{number:02}", call=f"Q{number}")
    with django_assert_num_queries(16):
        browser.get(CALLS)


@pytest.mark.parametrize(
    ("office", "at", "told"),
    [
        ("essex", AT, ""),
        ("essex", AT.replace(hour=23), "It opens again on Monday 30 March 2026, 8:00am"),
        ("essex", AT.replace(hour=23), "Force control room"),
        ("dyfed-powys", AT.replace(hour=23), "Force communication centre"),
        ("dyfed-powys", AT.replace(year=2019, day=30), "While the team is closed: the communication centre puts it right"),
        ("dyfed-powys", AT.replace(year=2019, day=27), ""),
    ],
)
def test_a_call_out_of_hours_says_where_it_goes(signed_in, cast, office, at, told):
    people.office(office)
    with clock.fixed(at):
        words = page(signed_in(cast.sam))
    assert told in words
    assert ("The team is closed now" in words) == bool(told)


def test_an_office_that_names_nobody_says_that_and_when_it_opens_over_easter():
    office = replace(offices.load("hertfordshire"), teams=())
    told = where(office, datetime(2026, 4, 2, 18, 0, tzinfo=UTC), "en")  # the Thursday before Good Friday
    assert (told.is_open, told.steps, told.stands_in) == (False, (), "")
    assert told.opens == datetime(2026, 4, 7, 8, 0, tzinfo=UTC)  # Tuesday at nine, summer time
    assert where(replace(office, opening=()), AT, "en").opens is None


def test_only_the_front_team_sees_who_rings(signed_in, cast, exchange):
    for person in (cast.pat, cast.dana, cast.robin, cast.toni):
        assert signed_in(person).get(CALLS).status_code == 403


def test_what_was_agreed_with_somebody_is_seen_before_they_are_answered(signed_in, cast, exchange):
    contact(cast.ffion)
    agreed = Agreed("One call a day, at ten.", cast.sam, day_of(AT) + timedelta(days=30), "Short sentences.")
    agree_plan(cast.ffion, agreed, by=cast.jo, at=AT)
    ringing(exchange)
    words = page(signed_in(cast.sam))
    for told in ("Contact plan", "One call a day, at ten.", "Short sentences.", "Speaks with: Sam Adeyemi"):
        assert told in words, told
    end_plan(cast.ffion, "They asked us to.", by=cast.jo, at=AT)
    assert "Contact plan" not in page(signed_in(cast.sam))


def test_a_warning_of_the_one_they_were_joined_with_is_seen_too(signed_in, cast, exchange):
    twice = people.person("Ffion Reece", at_risk=True)
    contact(cast.ffion)
    ringing(exchange)
    assert "At risk" not in page(signed_in(cast.sam))
    merge(cast.ffion, twice, "She told me so.", by=cast.jo, at=AT)
    assert "At risk" in page(signed_in(cast.sam))


def test_who_speaks_for_somebody_is_found_by_their_own_number_and_never_behind_a_wall(signed_in, cast, exchange):
    case = contact(cast.ffion).case
    represent(cast.ffion, {"name": "Gwyn Pugh", "phone": "07700 900777"}, "solicitor", by=cast.sam, at=AT)
    ringing(exchange, "07700 900777")
    words = page(signed_in(cast.sam))
    for told in ("Ffion Rees", "The number is of somebody who speaks for them", "Gwyn Pugh", case.reference):
        assert told in words, told
    wall_off(case, cast.sam, "knows them", by=cast.jo, at=AT)
    words = page(signed_in(cast.sam))
    assert "Gwyn Pugh" not in words and "Nobody you may see has this number" in words


def test_the_plan_of_somebody_joined_with_them_is_shown_too(signed_in, cast, exchange):
    other = people.person("Ffion Rhys", phone="07700 900555")
    contact(cast.ffion), contact(other)
    agree_plan(other, Agreed("Ring on Mondays only", None, day_of(AT) + timedelta(days=30)), by=cast.jo, at=AT)
    ringing(exchange)
    assert "Ring on Mondays only" not in page(signed_in(cast.sam))
    merge(cast.ffion, other, "The same address", by=cast.jo, at=AT)
    assert "Ring on Mondays only" in page(signed_in(cast.sam))
