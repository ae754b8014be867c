"""In which language a letter goes: what was said, for oneself or the household, and how they wrote."""

import re

import pytest

from putright.contacts.models import Contact
from putright.interested import rules, tongue
from putright.letterkinds import catalogue
from putright.letters import actions, making
from putright.people import households
from putright.people.actions import note_household, note_person
from putright.people.refusals import NoAddress

from ..make import contacts, people
from . import cases

HOME = {"address": "4 Heol y Bont\nBangor", "postcode": "LL57 1AA"}
BOTH = "cy+en"


@pytest.mark.parametrize(
    ("chosen", "written", "household", "offers", "code"),
    [
        ("en", "cy", "cy", True, "en"),  # they said otherwise
        ("", "cy", "en", True, "cy"),  # a reply to Welsh is in Welsh
        ("", "en", "cy", False, "cy"),
        ("", "", "en", True, "en"),
        ("", "", BOTH, True, BOTH),
        ("", "en", "", False, "en"),
        ("", "en", "", True, BOTH),  # where Welsh is offered, English words are no choice of English
        ("", "", "", False, BOTH),
    ],
)
def test_own_choice_then_welsh_for_welsh_then_the_household_then_what_they_wrote(chosen, written, household, offers, code):
    assert rules.language_of_letter(chosen, written, household, offers=offers) == code


def somebody(cast, **more):
    return note_person({"name": "Kit", "email": "k@y.example", **HOME, **more}, at=cast.at)


def test_people_of_one_household_are_asked_once(cast):
    kit, other = somebody(cast), somebody(cast, name="Non", address="4, Heol y Bont,  Bangor", postcode="ll571aa")
    case = cases.told(other, at=cast.at)
    body = making.preview(case, "acknowledgement", {}, by=cast.sam, at=cast.at).body
    assert "which language you prefer" in body
    note_household(kit, "cy", by=cast.sam, at=cast.at)
    letter = making.preview(case, "acknowledgement", {}, by=cast.sam, at=cast.at)
    assert letter.language == "cy" and "pa iaith sydd orau gennych" not in letter.body


def test_a_household_that_differs_gets_both_and_is_not_asked_again(cast):
    kit = somebody(cast)
    note_household(kit, BOTH, by=cast.sam, at=cast.at)
    letter = making.preview(cases.told(kit, at=cast.at), "acknowledgement", {}, by=cast.sam, at=cast.at)
    assert letter.language == BOTH and "which language you prefer" not in letter.body


def test_what_somebody_chose_for_themselves_is_never_drawn_on_for_another_at_the_address(cast):
    somebody(cast, language="cy", name="Non")
    assert tongue.of(cases.told(somebody(cast), at=cast.at), somebody(cast)).code == BOTH


def test_the_newest_word_for_a_household_holds_and_may_be_taken_back(cast):
    kit = somebody(cast)
    for language in ("cy", "en", ""):
        note_household(kit, language, by=cast.sam, at=cast.at)
        assert households.household(kit).language == language
    assert tongue.of(cases.told(kit, at=cast.at), kit).ask


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"address": "4 Heol y Bont", "postcode": "LL57 1AA"}, {"address": "4 HEOL Y BONT, Bangor", "postcode": "ll571aa"}, True),
        ({"address": "4 Heol y Bont", "postcode": "LL57 1AA"}, {"address": "6 Heol y Bont", "postcode": "LL57 1AA"}, False),
        ({"address": "4 Heol y Bont", "postcode": "LL57 1AA"}, {"address": "4 Heol y Bont", "postcode": "SA1 1AA"}, False),
        ({"address": "Tŷ Gwyn"}, {"address": "ty gwyn"}, True),
        ({"address": "Tŷ Gwyn"}, {"address": "", "postcode": "LL57 1AA"}, False),
    ],
)
def test_an_address_is_one_however_it_is_typed(cast, one, other, same):
    first, second = (note_person({"name": "Kit", **details}, at=cast.at) for details in (one, other))
    assert (households.place(first) == households.place(second)) is same


def test_nothing_is_said_for_everybody_nowhere(cast):
    with pytest.raises(NoAddress):
        note_household(note_person({"name": "Kit"}, at=cast.at), "cy", by=cast.sam, at=cast.at)
    assert not households.place(note_person({"name": "Kit"}, at=cast.at))


def test_a_later_message_in_welsh_is_answered_in_welsh_unless_they_chose_english(cast):
    kit = somebody(cast)
    case = cases.told(kit, at=cast.at, language="en")
    assert tongue.of(case, kit).code == "en"
    contacts.contact(kit, at=cast.at, joins=case, language="cy", words="Diolch am ateb.")
    assert making.preview(case, "update", {"progress_cy": "a", "next_step_cy": "b"}, by=cast.sam, at=cast.at).language == "cy"
    note_person({"language": "en"}, at=cast.at, person=kit)
    assert tongue.of(case, kit).code == "en"


def test_what_somebody_else_on_the_case_wrote_in_does_not_choose_for_them(cast):
    kit = somebody(cast)
    case = cases.told(kit, at=cast.at, language="en")
    Contact.objects.filter(case=case).update(language="en")
    contacts.contact(somebody(cast, name="Non"), at=cast.at, joins=case, language="cy")
    assert tongue.of(case, kit).code == "en"


def test_an_office_that_offers_welsh_sends_both_to_whoever_wrote_english_and_asks(cast):
    people.office("dyfed-powys")
    case = cases.told(somebody(cast), at=cast.at, language="en")
    letter = making.preview(case, "acknowledgement", {}, by=cast.sam, at=cast.at)
    assert letter.language == BOTH and "pa iaith sydd orau gennych" in letter.body


def test_choosing_for_somebody_who_has_chosen_asks_the_database_nothing(cast, django_assert_num_queries):
    case = cases.told(cast.ffion, at=cast.at)
    with django_assert_num_queries(0):
        assert tongue.of(case, cast.ffion).code == "cy"
    kit = somebody(cast)
    with django_assert_num_queries(3):
        tongue.of(case, kit)


def test_welsh_no_translator_has_read_goes_at_once_and_says_so_in_the_letter_and_on_the_record(cast):
    letter = actions.write_letter(cases.told(cast.ffion, at=cast.at), "acknowledgement", {}, by=None, at=cast.at)
    assert letter.language == "cy" and letter.values["welsh"] == "awaiting"
    assert "nid yw cyfieithydd wedi ei darllen" in letter.body
    english = making.preview(cases.told(cast.amir, at=cast.at), "acknowledgement", {}, by=cast.sam, at=cast.at)
    assert english.values["welsh"] == "" and "cyfieithydd" not in english.body


@pytest.fixture
def standing(monkeypatch):
    """The Welsh of every kind as if somebody had read it against this English, or an older one."""

    def put(digest=None, translator="Nia Owen"):
        real = catalogue.source

        def source(kind, language):
            text = re.sub(r"(?m)^translator: .*", f"translator: {translator}", real(kind, language))
            return re.sub(r"(?m)^checked_against: .*", f"checked_against: {digest}", text) if digest else text

        monkeypatch.setattr(catalogue, "source", source)

    return put


def test_welsh_a_translator_has_read_carries_no_mark(cast, standing):
    standing()
    letter = making.preview(cases.told(cast.ffion, at=cast.at), "acknowledgement", {}, by=cast.sam, at=cast.at)
    assert letter.values["welsh"] == "checked" and "cyfieithydd wedi ei darllen" not in letter.body


def test_welsh_the_english_has_moved_on_from_never_goes_alone_nor_as_checked(cast, standing):
    standing(digest="0" * 16)
    letter = making.preview(cases.told(cast.ffion, at=cast.at), "acknowledgement", {}, by=cast.sam, at=cast.at)
    assert letter.language == BOTH and letter.values["welsh"] == "behind"
    assert "Mae’r Saesneg wedi newid" in letter.body and "which language you prefer" not in letter.body
