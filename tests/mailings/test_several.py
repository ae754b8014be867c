"""One press, one letter to each person on a case: in their own language, by their own safe way, all or none."""

from uuid import uuid4

import pytest

from gateways import clock
from putright.cases.log import broken_at
from putright.cases.models import Access, Event
from putright.contacts.models import Contact
from putright.letters import addressee, making
from putright.letters.models import KEPT, MADE, Letter
from putright.letters.refusals import PartMissing
from putright.letters.unfit import NotOnThisCase, WrongAddress
from putright.mailings import actions, everybody
from putright.mailings.refusals import NobodyChosen, NotForEverybody
from putright.people.actions import note_person, represent
from putright.people.gates import NotAllowed

from ..letters import cases
from ..make import contacts

UPDATE = {
    "progress_cy": "Gwyliwyd y recordiad.", "progress_en": "We watched the recording.",
    "next_step_cy": "Byddwn yn ffonio.", "next_step_en": "We will ring.",
}  # fmt: skip


@pytest.fixture
def case(cast):
    """Ffion's, which Amir and somebody who may not be e-mailed joined."""
    case = cases.told(cast.ffion, at=cast.at)
    note_person({"address": "1 Road", "postcode": "SA99 1AA"}, at=cast.at, person=cast.amir)
    contacts.contact(cast.amir, at=cast.at, joins=case, words="I saw it too.")
    shut = note_person({"name": "Kit", "email": "k@y.example", "safe_contact": {"no_email": True}}, at=cast.at)
    contacts.contact(shut, at=cast.at, joins=case, language="")
    return case


def everyone(case):
    return [one.pk for one in addressee.people_of(case)]


def test_each_gets_their_own_at_the_same_moment_in_their_language_and_by_their_safe_way(cast, case):
    actions.write_to_several(case, "update", UPDATE, everyone(case), by=cast.sam, at=cast.at)
    made = {letter.person.name: letter for letter in Letter.objects.select_related("person")}
    assert {name: (one.language, one.medium, one.status) for name, one in made.items()} == {
        "Ffion Rees": ("cy", "email", MADE), "Amir Haddad": ("en", "post", MADE), "Kit": ("cy+en", "none", KEPT),
    }  # fmt: skip
    assert {one.made_at for one in made.values()} == {cast.at}
    assert "Annwyl Ffion" in made["Ffion Rees"].body and "We watched" not in made["Ffion Rees"].body
    assert "Dear Amir" in made["Amir Haddad"].body and "Gwyliwyd" not in made["Amir Haddad"].body
    assert Event.objects.filter(case=case, verb="wrote").count() == 3 and broken_at(case) is None


def test_if_one_cannot_be_made_none_is(cast, case):
    only_welsh = {key: value for key, value in UPDATE.items() if key.endswith("cy")}
    with pytest.raises(PartMissing):
        actions.write_to_several(case, "update", only_welsh, everyone(case), by=cast.sam, at=cast.at)
    assert not Letter.objects.exists() and not Event.objects.filter(verb="wrote").exists()


def test_only_those_who_were_chosen_and_never_somebody_from_elsewhere(cast, case):
    stranger = note_person({"name": "Stranger", "email": "s@y.example"}, at=cast.at)
    actions.write_to_several(case, "update", UPDATE, [cast.amir.pk, stranger.pk], by=cast.sam, at=cast.at)
    assert [letter.person for letter in Letter.objects.all()] == [cast.amir]
    with pytest.raises(NobodyChosen):
        actions.write_to_several(case, "update", UPDATE, [stranger.pk], by=cast.sam, at=cast.at)
    with pytest.raises(NotOnThisCase):
        making.preview(case, "update", UPDATE | {"to": f"person:{stranger.pk}"}, by=cast.sam, at=cast.at)


def test_no_letter_that_tells_one_persons_words_goes_to_another(cast, case):
    for kind in ("acknowledgement", "thanks", "recorded", "passed_on", "thanks_officer"):
        assert kind not in everybody.kinds()
        with pytest.raises(NotForEverybody):
            actions.write_to_several(case, kind, UPDATE, everyone(case), by=cast.sam, at=cast.at)
    actions.write_to_several(case, "update", UPDATE, everyone(case), by=cast.sam, at=cast.at)
    words = Contact.objects.get(case=case, person=cast.amir).words
    assert not any(words in letter.body for letter in Letter.objects.exclude(person=cast.amir))


@pytest.mark.parametrize("which", ["ffion", "amir"])
def test_whoever_speaks_for_one_of_them_reads_it_in_their_place(cast, case, which):
    them = getattr(cast, which)
    speaker = represent(them, {"name": "Nia Lloyd", "email": "nia@l.example", "language": "en"}, by=cast.sam, at=cast.at)
    actions.write_to_several(case, "update", UPDATE, [them.pk], by=cast.sam, at=cast.at)
    letter = Letter.objects.get()
    assert letter.person == speaker.representative and f"acting for {them.name}" in letter.body


def test_the_complainants_pays_what_was_owed(cast):
    case = cases.told(cast.ffion, at=cast.at)
    contacts.contact(cast.amir, at=cast.at, joins=case)
    cases.decided(case, "not_complaint", by=cast.sam, at=cast.at)
    given = {"grounds_cy": "Y cyngor.", "grounds_en": "The council."}
    actions.write_to_several(case, "not_complaint", given, everyone(case), by=cast.sam, at=cast.at)
    assert sorted(letter.owed_key or "" for letter in Letter.objects.all()) == ["", f"letters:decided:{case.reference}:3"]


def test_an_address_at_work_may_not_be_one_of_the_people_on_the_case(cast, case):
    given = {"to": "work", "to_name": "PC Price", "to_email": "FFION@complainant.example"}
    with pytest.raises(WrongAddress):
        making.preview(case, "update", UPDATE | given, by=cast.sam, at=cast.at)


@pytest.mark.parametrize("who", ["robin", "toni", "pat", "dana"])
def test_only_the_front_team_writes_to_several(cast, case, who):
    with pytest.raises(NotAllowed):
        actions.write_to_several(case, "update", UPDATE, everyone(case), by=getattr(cast, who), at=cast.at)


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def address(case, kind="update"):
    return f"/en/staff/cases/{case.reference}/letters/everybody" + (f"?kind={kind}" if kind else "")


def text(page):
    return page.content.decode()


def test_by_page_the_words_are_asked_in_each_language_and_every_letter_is_seen_before_any_goes(sam, cast, case):
    assert "How things stand" in text(sam.get(address(case, "")))
    asking = text(sam.get(address(case)))
    assert 'name="progress_cy"' in asking and 'name="progress_en"' in asking and "No safe way to send it" in asking
    given = UPDATE | {"to": [str(pk) for pk in everyone(case)], "press": uuid4().hex}
    shown = text(sam.post(address(case), given | {"do": "preview"}))
    assert "Letters: 3." in shown and "Annwyl Ffion" in shown and "Dear Amir" in shown and not Letter.objects.exists()
    assert "Awaiting a translator" in shown
    for _ in range(2):  # the same press twice
        assert sam.post(address(case), given | {"do": "send"}).status_code == 302
    assert Letter.objects.count() == 3
    assert set(Access.objects.values_list("page", flat=True)) == {"mailings:several"}


def test_by_page_nobody_chosen_is_said_and_nothing_typed_is_lost(sam, case):
    page = text(sam.post(address(case), UPDATE | {"do": "preview"}))
    assert "Choose at least one person" in page and "We watched the recording." in page


def test_the_words_page_takes_few_queries(sam, cast, case, django_assert_max_num_queries):
    sam.get(address(case))
    with django_assert_max_num_queries(30):
        sam.get(address(case))


def test_a_case_of_others_is_not_there(client, cast, case):
    client.force_login(cast.chris.user)
    with clock.fixed(cast.at):
        assert client.get(address(case)).status_code in {403, 404}


def test_every_page_is_in_welsh_too(sam, case):
    for path in (address(case, ""), address(case)):
        english, welsh = text(sam.get(path)), text(sam.get(path.replace("/en/", "/cy/", 1)))
        title = english.split("<h1")[1].split(">")[1].split("<")[0]
        assert 'lang="cy"' in welsh and title not in welsh
