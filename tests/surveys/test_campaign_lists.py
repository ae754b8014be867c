"""A list is loaded or drawn; who may not be asked is left out with the reason; no way is used that is not safe."""

from datetime import timedelta

import pytest

from putright.campaigns import queries, rules
from putright.campaigns.actions import going, preparing
from putright.campaigns.models import Campaign, Entry
from putright.campaigns.refusals import NoColumn, NotFromCases, NotOpen, NotReady, NotTheSame, TooMany
from putright.cases.actions import wall_off
from putright.cases.models import Case
from putright.cases.queries import open_to
from putright.invited import actions as invited
from putright.messages.models import Message
from putright.people.gates import NotAllowed
from putright.people.models import Person
from putright.questionnaires.rules import Given
from putright.surveys.actions import answering
from tests.make import campaigns, contacts, people, surveys


def row(number: int, **more: str) -> dict[str, str]:
    return {"Name": f"Somebody {number}", "Email": f"p{number}@list.example"} | more


def went(one: Campaign) -> dict[int, tuple[str, str]]:
    return {number: (way, why) for number, way, why in Entry.objects.filter(campaign=one).values_list("number", "way", "why")}


GENERAL = [
    ({"Email": "a@b.example"}, ("email", "")), ({"Address": "3 Kiln Lane, AL1 1AA"}, ("post", "")), ({}, ("", "no_way")),
    ({"Address": " , ,"}, ("", "no_way")),
    ({"Email": "not an address"}, ("", "no_way")), ({"Email": "a@b.example", "Safe way": "none"}, ("", "no_safe_way")),
    ({"Email": "a@b.example", "Address": "3 Kiln Lane", "Safe way": "Llythyr"}, ("post", "")),
    ({"Email": "a@b.example", "Safe way": "post"}, ("", "no_safe_way")), ({"Name": "A", "Safe way": "hand"}, ("hand", "")),
]  # fmt: skip
DOMESTIC = [
    ({"Email": "a@b.example"}, ("", "no_safe_way")), ({"Email": "a@b.example", "Safe way": "email"}, ("email", "")),
    ({"Email": "a@b.example", "Address": "3 Kiln Lane", "Safe way": "yes"}, ("", "no_safe_way")),
    ({"Address": "3 Kiln Lane", "Safe way": "email"}, ("", "no_safe_way")),
]  # fmt: skip
CHILD = [
    ({"Email": "a@b.example", "Safe way": "email"}, ("", "no_worker")), ({"Worker": "Kim"}, ("hand", "")),
    ({"Email": "a@b.example", "Safe way": "email", "Worker": "Kim"}, ("hand", "")),
    ({"Email": "a@b.example", "Safe way": "email", "Worker": "Kim", "Worker agrees": "yes"}, ("email", "")),
    ({"Email": "a@b.example", "Safe way": "email", "Worker": "Kim", "Worker agrees": "no"}, ("hand", "")),
    ({"Email": "a@b.example", "Worker": "Kim", "Worker agrees": "yes"}, ("hand", "")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "cells", "way"),
    [(kind, *one) for kind, several in (("general", GENERAL), ("domestic", DOMESTIC), ("child", CHILD)) for one in several],
)
def test_by_which_way(kind, cells, way):
    made = rules.mapped(cells, rules.guessed(list(cells)), kind)
    assert (made.way, made.why) == way


def test_headings_are_known_in_both_languages_and_the_rest_of_a_file_is_never_kept():
    found = rules.guessed(["Enw", "E-bost", "ARDAL", "Date of birth", "safe_way"])
    assert found == {"name": "Enw", "email": "E-bost", "district": "ARDAL", "safe_way": "safe_way"}


@pytest.mark.django_db
def test_a_list_is_loaded_and_says_which_columns_it_did_not_keep(cast):
    one = campaigns.campaign(cast.jo, cast.at)
    names = ["Name", "Email", "District", "Ethnicity", "Language"]
    rows = [dict(zip(names, ("Ann", "ann@list.example", "Basildon", "Roma", "Welsh"), strict=True))]
    assert preparing.load(one, names, rows, by=cast.jo, at=cast.at) == ["Ethnicity"]
    kept = Entry.objects.get()
    assert (kept.name, kept.district, kept.language, kept.group) == ("Ann", "Basildon", "cy", "")
    assert "Roma" not in str(vars(kept))


@pytest.mark.django_db
def test_who_may_not_be_asked_is_left_out_with_the_reason(cast, django_assert_max_num_queries):
    Person.objects.filter(pk=cast.amir.pk).update(email="amir@list.example", safe_contact={"no_email": True})
    unwilling, lately = people.person("Una", email="una@list.example"), people.person("Lev", email="LEV@list.example")
    invited.ask_no_more(unwilling, by=cast.sam, at=cast.at)
    surveys.asked(None, lately, at=cast.at - timedelta(days=5))
    one = campaigns.campaign(cast.jo, cast.at)
    emails = ("amir@list.example", "una@list.example", "lev@list.example", "p1@list.example", "P1@LIST.example")
    rows = [row(n, Email=email) for n, email in enumerate(emails)] + [row(n) for n in range(10, 400)]
    with django_assert_max_num_queries(40):
        campaigns.load(one, rows, by=cast.jo, at=cast.at)
    whys = [why for _way, why in list(went(one).values())[:5]]
    assert whys == ["no_safe_way", "no_wish", "recent", "", "twice"]
    assert queries.by_why(one)["email"] == 391


@pytest.mark.django_db
def test_an_address_of_an_earlier_list_that_said_no_more_is_never_asked_again_though_the_list_is_gone(cast):
    first = campaigns.campaign(cast.jo, cast.at)
    entry = campaigns.load(first, [row(1)], by=cast.jo, at=cast.at)[0]
    campaigns.sent(campaigns.let_go(first, cast.jo, other(cast), cast.at), cast.at)
    entry.refresh_from_db()
    invited.no_more(entry.invite, at=cast.at)
    going.clear(first, at=cast.at)
    later = cast.at + timedelta(days=800)
    second = campaigns.campaign(cast.jo, later)
    assert [one.why for one in campaigns.load(second, [row(1), row(2)], by=cast.jo, at=later)] == ["no_wish", ""]


def child(name="", worker="Kim", **more: str) -> dict[str, str]:
    return {"Name": name, "Worker": worker, "Reference": "", "Email": ""} | more


SAID_NO = [  # how somebody without an address stood on the list they said no to, and on the next: is their wish known?
    (child("Bo"), child("BO ", "kim"), "no_wish"), (child("Bo"), child("Bo", "Lou"), ""), (child("Bo"), child("Jan"), ""),
    (child(Reference="CSC 1042"), child("Bo", "Lou", Reference="csc 1042"), "no_wish"),
    (child("Bo", Reference="CSC 1042"), child("Bo", Reference="CSC 1043"), ""), (child(), child(), ""),
    (child("Bo", Email="bo@list.example"), child("Bo", "Lou", Email="bo@list.example"), "no_wish"),
    (child("Bo", Email="bo@list.example"), child("Bo"), "no_wish"),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("before", "after", "why"), SAID_NO)
def test_no_more_from_a_code_handed_over_is_kept_where_the_worker_can_tell_them_apart(cast, before, after, why):
    """By the worker’s reference, else by name and worker; where neither is given, by the code alone, and nobody else waits."""
    first = campaigns.campaign(cast.jo, cast.at, "child")
    entry = campaigns.load(first, [before], by=cast.jo, at=cast.at)[0]
    campaigns.sent(campaigns.let_go(first, cast.jo, other(cast), cast.at), cast.at)
    entry.refresh_from_db()
    given = Given({"overall": "4"}, {}, "en", "paper", no_more=True)
    answering.answer(entry.invite, given, by=cast.sam, at=cast.at)
    going.clear(first, at=cast.at)
    entry.refresh_from_db()
    assert not {"Bo", "Kim", "CSC 1042"} & {str(value) for value in vars(entry).values()}
    later = cast.at + timedelta(days=800)
    second = campaigns.campaign(cast.jo, later, "child")
    assert campaigns.load(second, [after], by=cast.jo, at=later)[0].why == why


@pytest.mark.django_db
def test_two_of_one_name_with_one_worker_are_held_for_one_until_a_reference_tells_them_apart(cast):
    one = campaigns.campaign(cast.jo, cast.at, "child")
    rows = [child("Bo"), child("Bo"), child("Bo", Reference="A 1"), child("Bo", Reference="A 2"), child(), child()]
    assert [entry.why for entry in campaigns.load(one, rows, by=cast.jo, at=cast.at)] == ["", "twice", "", "", "", ""]
    assert not Entry.objects.filter(known_by__contains="A 1").exists()


@pytest.mark.django_db
def test_an_address_another_campaign_wrote_to_not_long_ago_is_left_out(cast):
    first, second = campaigns.campaign(cast.jo, cast.at), campaigns.campaign(cast.jo, cast.at, name="Again")
    campaigns.load(first, [row(1)], by=cast.jo, at=cast.at)
    campaigns.sent(campaigns.let_go(first, cast.jo, other(cast), cast.at), cast.at)
    assert campaigns.load(second, [row(1)], by=cast.jo, at=cast.at + timedelta(days=3))[0].why == "recent"


@pytest.mark.django_db
def test_drawn_from_our_own_cases_once_for_each_person_and_never_from_a_walled_sensitive_or_imported_one(cast):
    kept = {}
    for n, change in enumerate(({}, {"restriction": 1}, {"imported": True}, {"stage": "received"}, {}, {}, {})):
        who = people.person(f"Drawn {n}", email=f"d{n}@own.example")
        kept[n] = contacts.contact(who, at=cast.at, kind="enquiry").case
        Case.objects.filter(pk=kept[n].pk).update(**{"stage": "settled", "finished_at": cast.at} | change)
    again = contacts.contact(kept[0].complainant, at=cast.at, kind="enquiry").case
    Case.objects.filter(pk=again.pk).update(stage="settled", finished_at=cast.at)
    wall_off(kept[4], cast.chris, "A friend", by=cast.jo, at=cast.at)
    Person.objects.filter(pk=kept[5].complainant_id).update(safe_contact={"no_email": True})
    one = campaigns.campaign(cast.jo, cast.at)
    chosen = {"kind": "enquiry", "team": "", "since": "2026-01-01", "until": "2026-12-31"}
    reach = open_to(cast.jo, at=cast.at)
    preparing.draw(one, reach, chosen, by=cast.jo, at=cast.at)
    assert {e.name: e.way for e in Entry.objects.all()} == {"Drawn 0": "email", "Drawn 5": "", "Drawn 6": "email"}
    assert preparing.draw(one, reach, chosen, by=cast.jo, at=cast.at) == 0  # nobody twice
    assert not preparing.draw(one, reach, chosen | {"kind": "complaint"}, by=cast.jo, at=cast.at)


@pytest.mark.django_db
def test_a_wall_put_up_after_the_drawing_keeps_them_out_when_it_goes_and_off_the_list_of_whoever_is_walled(cast):
    who = people.person("Drawn", email="d@own.example")
    case = contacts.contact(who, at=cast.at, kind="enquiry").case
    Case.objects.filter(pk=case.pk).update(stage="settled", finished_at=cast.at)
    one = campaigns.campaign(cast.jo, cast.at)
    preparing.draw(one, open_to(cast.jo, at=cast.at), {"since": "2026-01-01", "until": "2026-12-31"}, by=cast.jo, at=cast.at)
    second = other(cast)
    wall_off(case, second, "Their neighbour", by=cast.jo, at=cast.at)
    assert queries.listed(one, open_to(cast.jo, at=cast.at)) and not queries.listed(one, open_to(second, at=cast.at))
    campaigns.sent(campaigns.let_go(one, cast.jo, second, cast.at), cast.at)
    assert Entry.objects.get().why == "sealed" and not Message.objects.filter(room="campaigns").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["domestic", "child"])
def test_our_cases_do_not_say_which_way_is_safe_so_they_are_not_drawn_from(cast, kind):
    one = campaigns.campaign(cast.jo, cast.at, kind)
    with pytest.raises(NotFromCases):
        preparing.draw(one, open_to(cast.jo, at=cast.at), {}, by=cast.jo, at=cast.at)


@pytest.mark.django_db
def test_what_is_refused(cast, monkeypatch):
    with pytest.raises(NotAllowed):
        campaigns.campaign(cast.sam, cast.at)
    one = campaigns.campaign(cast.jo, cast.at, words_cy="")
    with pytest.raises(NoColumn):
        preparing.load(one, ["Shoe size"], [{"Shoe size": "6"}], by=cast.jo, at=cast.at)
    monkeypatch.setattr(rules, "MOST_ROWS", 1)
    with pytest.raises(TooMany):
        campaigns.load(one, [row(1), row(2)], by=cast.jo, at=cast.at)
    with pytest.raises(NotReady) as lacks:
        preparing.forward(one, by=cast.jo, at=cast.at)
    assert len(lacks.value.sentences) == 2  # the Welsh, and nobody on the list
    preparing.change(one, campaigns.wanted(cast.at), by=cast.jo, at=cast.at)
    campaigns.load(one, [row(1)], by=cast.jo, at=cast.at)
    preparing.forward(one, by=cast.jo, at=cast.at)
    with pytest.raises(NotTheSame):
        preparing.sign(one, by=cast.jo, at=cast.at)
    with pytest.raises(NotOpen):
        preparing.empty(one, by=cast.jo, at=cast.at)
    preparing.give_back(one, by=other(cast), at=cast.at)
    assert preparing.empty(one, by=cast.jo, at=cast.at) == 1


def other(cast):
    return people.handler("Lee Second", "supervisor", cast.jo.team)
