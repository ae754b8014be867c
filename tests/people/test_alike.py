"""Names in both languages, and whether two people may be one: the rule says which words it found."""

from datetime import date

import pytest

from putright.people.alike import BY_ID, RULES, SUGGESTED, Known, compare
from putright.people.keys import WEIGHTS, keys, number
from putright.people.naming import groups, lines, name, sound
from putright.people.rules import fold, phone_key, postcode_key


def known(called="", phone="", postcode="", address="", **more):
    return Known(called, phone_key(phone), postcode=postcode_key(postcode), address=fold(address), **more)


def held(one, other):
    return {found.rule.id for found in compare(one, other).found}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Siân Gruffydd", ("sian", "gruffydd")),
        ("Dr Ieuan ap Rhys", ("ieuan", "aprhys")),
        ("Gwen ferch Llywelyn", ("gwen", "ferchllywelyn")),
        ("Mary Ann Evans", ("mary", "evans")),
        ("Lloyd-George", ("lloyd", "george")),
        ("Ffion", ("", "ffion")),
        ("Mrs", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_name_is_its_first_and_last_part(text, parts):
    assert (name(text).first, name(text).last) == parts


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Siân Rees", "Jane Rees", "first-form"),
        ("Ioan Rees", "John Rees", "first-form"),
        ("Huw Rees", "Hugh Rees", "first-form"),
        ("Dafydd Rees", "David Rees", "first-form"),
        ("Gwilym Rees", "William Rees", "first-form"),
        ("Bill Rees", "William Rees", "first-short"),
        ("Liz Rees", "Elizabeth Rees", "first-short"),
        ("F Rees", "Ffion Rees", "first-initial"),
        ("Ffoin Rees", "Ffion Rees", "first-spelt"),
        ("Ffion Gruffydd", "Ffion Griffiths", "last-form"),
        ("Ffion Llywelyn", "Ffion Llewelyn", "last-form"),
        ("Ieuan ap Rhys", "Evan Price", "last-form"),
        ("Ieuan ab Owen", "Evan Bowen", "last-form"),
        ("Ffion Haverforth", "Ffion Havrefort", "last-spelt"),
        ("Rees Ffion", "Ffion Rees", "swapped"),
        ("Ffion Rees", "Marged Rees", "first-other"),
        ("Ffion Rees", "Ffion Adeyemi", "last-other"),
    ],
)
def test_each_rule_about_names_says_its_words_both_ways_round(one, other, rule):
    for ours, theirs in ((one, other), (other, one)):
        found = {each.rule.id: each for each in compare(known(ours), known(theirs)).found}
        assert rule in found
        assert found[rule].ours and found[rule].theirs
    assert rule.startswith("swapped") or found[rule].ours != found[rule].theirs


WAYS = ["07700 900123", "+44 7700 900123", "0044 7700900123", "(07700) 900-123", "+44 (0)7700 900123"]


@pytest.mark.parametrize("written", WAYS)
def test_a_number_is_the_same_however_it_is_dialled(written):
    assert "phone-same" in held(known(phone="07700900123"), known(phone=written))


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (date(1970, 4, 12), date(1970, 4, 12), "born-same"),
        (date(1970, 4, 12), date(1970, 12, 4), "born-slip"),
        (date(1970, 4, 12), date(1970, 4, 21), "born-slip"),
        (date(1970, 4, 12), date(1971, 4, 12), "born-slip"),
        (date(1970, 4, 12), date(1983, 9, 30), "born-other"),
    ],
)
def test_dates_of_birth(one, other, rule):
    assert held(known(born_on=one), known(born_on=other)) == {rule}


def test_what_is_missing_says_nothing():
    assert compare(known(), known("Ffion Rees", "07700 900123", "SG1 1AA", "1 High Street")).found == ()
    assert keys(known()) == {}


ADDRESS = {"postcode": "SA1 1AA", "address": "12 Heol y Bont, Abertawe"}


def test_a_household_is_not_one_person():
    """Same last name, same address, same postcode, another first name: a family."""
    assert not compare(known("Ffion Rees", **ADDRESS), known("Marged Rees", **ADDRESS)).suggested
    assert compare(known("Ffion Rees", **ADDRESS), known("Ffion Rees", **ADDRESS)).suggested


def test_a_common_name_alone_is_not_one_person():
    assert not compare(known("David Jones"), known("Dafydd Jones")).suggested
    assert not compare(known("David Jones", address="3 High Street"), known("David Jones", address="3 Mill Lane")).suggested


def test_a_welsh_name_and_a_number_written_another_way_are_suggested_with_both_reasons():
    found = compare(known("Siân Gruffydd", "07700 900123"), known("Jane Griffiths", "+447700900123"))
    assert found.suggested
    assert [one.rule.id for one in found.reasons] == ["phone-same", "last-form", "first-form"]
    assert [(one.ours, one.theirs) for one in found.reasons[1:]] == [("gruffydd", "griffiths"), ("sian", "jane")]


def test_a_number_shared_at_home_is_suggested_with_its_doubt():
    likeness = compare(known("Ffion Rees", "07700 900123", **ADDRESS), known("Marged Rees", "07700 900123", **ADDRESS))
    assert likeness.suggested and [one.rule.id for one in likeness.doubts] == ["first-other"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (known("Siân Gruffydd"), known("Jane Griffiths")),
        (known("Rees Ffion"), known("Ffion Rees")),
        (known("Ieuan ap Rhys"), known("Evan Price")),
        (known("Gruffudd Elis"), known("Gruffydd Ellis")),
        (known("A", "07700 900123"), known("B", "+44 7700 900123")),
        (known("A", postcode="sa11aa"), known("B", postcode="SA1 1AA")),
        (known("A", address="12 Heol y Bont"), known("B", address="Flat 12, heol-y-bont")),
        (known(born_on=date(1970, 4, 12)), known(born_on=date(1970, 4, 12))),
    ],
)
def test_people_who_may_be_one_have_a_key_in_common(one, other):
    assert keys(one).keys() & keys(other).keys()


def test_keys_are_the_same_on_every_machine_and_fit_both_databases():
    made = keys(known("Ffion Rees", "07700 900123"))
    assert made == keys(known("Ffion Rees", "0044 7700 900123")) and len(made) >= 2
    assert number("phone", "447700900123") == -926852312345844069
    assert all(-(2**63) <= key < 2**63 for key in made)
    assert set(made.values()) <= WEIGHTS.keys()


def test_every_rule_is_said_in_both_languages_and_the_list_is_folded():
    assert len(BY_ID) == len(RULES) and 0 < SUGGESTED
    assert all(rule.words.en and rule.words.cy and rule.words.en != rule.words.cy for rule in RULES)
    assert {kind for kind, _ in lines()} == {"first", "last", "short"}
    for _, forms in lines():
        assert len(forms) > 1 and all(form == fold(form) for form in forms), forms


def test_the_list_of_names_knows_the_common_pairs():
    for welsh, english in (("sian", "jane"), ("ioan", "john"), ("huw", "hugh"), ("marged", "margaret"), ("lowri", "laura")):
        assert groups("first")[welsh] & groups("first")[english], welsh
    assert sound("gruffydd") == sound("griffith") and sound("llywelyn") == sound("llewelyn")
