"""Whoever is named in what was said is kept out until somebody looks; and letting somebody back in takes two."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from gateways import clock
from putright.cases import clearing
from putright.cases.actions import name_officer, take, wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case, ComplainedOf, Event, Wall
from putright.cases.queries import NoSuchCase, one_open_to, open_to
from putright.cases.refusals import ClearedAlready, NotOutside, OutsideRemit, SayWhy, TwoPeople
from putright.contacts.models import Contact
from putright.contacts.said import Settled
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from putright.people.rules import fold, stands_in
from tests.make import people
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "said",
    ["It was Sam Adeyemi.", "PC SAM ADEYEMI shouted", "Adeyemi, Sam did it", "Sám T. Adeyemi hit me", "Sgt sam adeyemi’s car",
     "PC 2417 hit me", "his collar number was 2417", "rhif coler 02417", "C/2417", "PC2417"],
)  # fmt: skip
def test_a_full_name_or_a_number_said_as_one_stands_in_what_was_said(said):
    assert stands_in(fold(said), "Sam Adeyemi", "C/2417")


@pytest.mark.parametrize(
    "said",
    ["Sam told me to ring", "I know an Adeyemi", "I paid 2417 pounds", "Samuel Adeyemiah", "in 12417", "",
     "Sam and I saw Adeyemi"],
)  # fmt: skip
def test_less_than_that_does_not(said):
    assert not stands_in(fold(said), "Sam Adeyemi", "2417")


def test_where_the_officer_is_asked_for_a_bare_number_is_enough():
    assert stands_in("2417", "Sam Adeyemi", "C2417", bare=True) and not stands_in("2417", "Sam Adeyemi", "C2417")


def test_who_is_named_in_the_words_does_not_see_the_case_and_it_answers_like_a_missing_one(cast):
    case = contact(cast.ffion, words="Sam Adeyemi laughed at me on the telephone.").case
    wall = Wall.objects.get()
    assert (wall.handler, wall.suggested, wall.why) == (cast.sam, True, "may be named in what was said")
    with pytest.raises(NoSuchCase):
        one_open_to(cast.sam, case.reference, at=cast.at)
    assert case in open_to(cast.jo, at=cast.at) and broken_at(case) is None
    client = Client()
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        theirs, none = (client.get(f"/en/staff/cases/{ref}/") for ref in (case.reference, "PR-00000-00000"))
        found = client.get("/en/staff/find/", {"q": "laughed at me"}).content.decode()
    assert theirs.status_code == none.status_code == 404
    assert case.reference not in found


def test_by_every_word_they_gave_about_the_officer_a_bare_number_counts(cast):
    Handler.objects.filter(pk=cast.sam.pk).update(collar_number="3181")
    contact(cast.ffion, words="He shouted.", about="officer 3181")
    assert Wall.objects.get().handler == cast.sam


def test_thanks_for_somebody_keep_nobody_out(cast):
    contact(cast.ffion, words="Sam Adeyemi was kind to me.", kind="compliment")
    assert not Wall.objects.exists()


def test_in_a_reply_a_greeting_and_quoted_lines_are_whom_they_wrote_to_and_the_rest_is_not(cast):
    case = contact(cast.ffion).case
    take(case, by=cast.sam, at=cast.at)
    contact(cast.ffion, joins=Case.objects.get(pk=case.pk), words="Annwyl Sam Adeyemi,\nThank you.\n> Regards, Sam Adeyemi")
    assert not Wall.objects.exists()
    contact(cast.ffion, joins=Case.objects.get(pk=case.pk), words="Dear Jo Marsh, it was Sam Adeyemi who was rude.")
    assert Wall.objects.get().handler == cast.sam
    case.refresh_from_db()
    assert case.assigned_to is None and broken_at(case) is None


def test_nobody_settles_a_contact_in_which_they_are_named(cast):
    with pytest.raises(OutsideRemit):
        contact(cast.ffion, words="Sam Adeyemi was rude.", by=cast.sam, settled=Settled("I said sorry for me"))
    assert not Contact.objects.exists()
    assert contact(cast.ffion, words="Sam Adeyemi was rude.", by=cast.sam)


@pytest.fixture
def walled(cast):
    case = contact(cast.ffion).case
    name_officer(case, people.officer(name="Sam Adeyemi"), by=cast.jo, at=cast.at)
    return Wall.objects.get(case=case)


@pytest.fixture
def paul(cast):
    return people.handler("Paul Prys", "privacy", cast.jo.team)


def test_two_people_with_a_reason_let_somebody_back_in_and_they_are_no_longer_taken_for_the_officer(cast, walled, paul):
    clearing.doubt(walled, "Another Sam Adeyemi, in traffic", by=cast.jo, at=cast.at)
    assert walled.case not in open_to(cast.sam, at=cast.at)  # the wall stands until a second agrees
    clearing.clear(walled, by=paul, at=cast.at)
    assert walled.case in open_to(cast.sam, at=cast.at)
    assert ComplainedOf.objects.get().handler is None
    said = Event.objects.select_related("payload").get(verb="wall_cleared")
    assert said.facts == {"handler": cast.sam.pk, "doubted_by": cast.jo.pk, "namesake": True}
    assert said.payload.body["why"] == "Another Sam Adeyemi, in traffic" and broken_at(walled.case) is None
    with pytest.raises(ClearedAlready):
        clearing.clear(walled, by=paul, at=cast.at)
    contact(cast.ffion, joins=Case.objects.get(pk=walled.case_id), words="As I said, Sam Adeyemi.")
    assert walled.case in open_to(cast.sam, at=cast.at)  # the same words wall nobody twice


def test_one_person_is_not_enough_and_a_reason_is_needed(cast, walled, paul):
    with pytest.raises(TwoPeople):
        clearing.clear(walled, by=cast.jo, at=cast.at)
    with pytest.raises(SayWhy):
        clearing.doubt(walled, " ", by=cast.jo, at=cast.at)
    clearing.doubt(walled, "Somebody else", by=cast.jo, at=cast.at)
    with pytest.raises(TwoPeople):
        clearing.clear(walled, by=cast.jo, at=cast.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wall.objects.filter(pk=walled.pk).update(cleared_at=cast.at, cleared_by=cast.jo)


def test_nobody_looks_at_their_own_wall_nor_of_who_they_manage_nor_in_a_case_they_are_kept_out_of(cast, walled, paul):
    Handler.objects.filter(pk=cast.sam.pk).update(role="supervisor")
    sam = Handler.objects.get(pk=cast.sam.pk)
    with pytest.raises(NotOutside):
        clearing.doubt(walled, "Not me", by=sam, at=cast.at)
    Handler.objects.filter(pk=cast.sam.pk).update(managed_by=cast.jo)
    with pytest.raises(NotOutside):
        clearing.doubt(walled, "Not him", by=cast.jo, at=cast.at)
    Handler.objects.filter(pk=cast.sam.pk).update(managed_by=None)
    wall_off(walled.case, cast.jo, "knows them", by=cast.jo, at=cast.at)
    with pytest.raises(NotOutside):
        clearing.doubt(walled, "Not him", by=cast.jo, at=cast.at)
    wall_off(walled.case, paul, "knows them", by=cast.jo, at=cast.at)
    assert not clearing.walls_for(paul, at=cast.at).exists()
    for other in (cast.chris, cast.robin, cast.toni):
        with pytest.raises((NotAllowed, NotOutside)):
            clearing.doubt(walled, "Not him", by=other, at=cast.at)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_lists_them_and_lets_two_people_do_it_by_hand(cast, walled, paul, language):
    def signed_in(person):
        client = Client()
        client.force_login(person.user)
        return client

    address = f"/{language}/staff/kept-out/"
    with clock.fixed(cast.at):
        assert signed_in(cast.jo).get(address).content.decode().count(walled.case.reference) >= 1
        for person, told in ((cast.jo, {"do": "doubt", "why": "Another one"}), (paul, {"do": "agree"})):
            client = signed_in(person)
            assert walled.case.reference in client.get(f"{address}{walled.pk}/").content.decode()
            assert client.post(f"{address}{walled.pk}/", told).status_code == 302
        assert signed_in(cast.jo).get(f"{address}{walled.pk}/").status_code == 404
    walled.refresh_from_db()
    assert (walled.doubted_by, walled.cleared_by) == (cast.jo, paul)


def test_a_wall_that_was_looked_at_stays_and_is_no_suggestion(cast):
    case = contact(cast.ffion, words="Sam Adeyemi was rude.").case
    wall = Wall.objects.get()
    clearing.keep(wall, "", by=cast.jo, at=cast.at)
    wall.refresh_from_db()
    assert not wall.suggested and case not in open_to(cast.sam, at=cast.at)


def test_a_list_of_many_walls_asks_no_more_than_of_one(cast, walled, django_assert_max_num_queries):
    for number in range(10):
        contact(cast.amir, words=f"Sam Adeyemi was rude {number} times.")
    with django_assert_max_num_queries(1):
        assert len([wall.handler.team.slug for wall in clearing.walls_for(cast.jo, at=cast.at)]) == 11
