"""Hints about words: what is found, in both languages, and that our own words give no cause for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.words import plain, rules
from putright.words.paragraphs import seeded
from putright.words.subjects import shipped

COUNTED = """a:1 the:1 letter:2 complaint:2 police:2 officer:3 reference:3 decided:3 happened:2 asked:1 wanted:2 waited:2 looked:1
passed:1 changed:1 reasonable:4 possible:3 sentence:2 apologise:4 services:3 people:2 little:2 completely:3 careful:2 statement:2
area:3 information:4 discussion:3 created:3 idea:3 being:2 going:2 didn't:2 can't:1 we're:1 you’ve:1 well-being:3 business:2
review:2 reviewed:2 answers:2 changes:2 causes:2 pages:2 noise:1 times:1 finished:2 agreed:2 tried:1 replied:2 continue:3 queue:1
usual:3 actually:4 situation:4 annual:3 previous:3 violence:3 museum:3 million:2 opinion:3 decision:3 station:2 patient:2 create:2
theatre:3 poem:2 lion:2 trial:2 social:2 commissioner:4 constable:3 supervisor:4 independent:4 recorded:3 everybody:4 unhappy:3
worried:2 trouble:2 handled:2 settled:2 written:2 phone:1 email:2 Wales:1 English:2 rhythm:2 criticism:4 rules:1 aged:1 needed:2
therefore:2 sincerely:3 immediately:5 separately:4 purpose:2 forces:2 houses:2 judges:2 closed:1 caused:1 promised:2""".split()
LISTS = {
    language: plain.Lists(
        plain.listed(shipped()["list:jargon"].shipped[language]), plain.listed(shipped()["list:blame"].shipped[language])
    )
    for language in ("en", "cy")
}
OURS = [subject for subject in shipped().values() if subject.group in ("letter", "page", "paragraph")]
each_of_ours = pytest.mark.parametrize("subject", OURS, ids=lambda subject: subject.key)
each_language = pytest.mark.parametrize("language", ("en", "cy"))


@pytest.mark.parametrize("row", COUNTED)
def test_syllables_are_counted_as_they_are_said(row):
    word, count = row.split(":")
    assert plain.syllables(word) == int(count)


def test_reading_age_follows_the_published_formula():
    text = "The cat sat on the mat. The dog ran to the door. The man was at the gate and it was hot."
    words, sentences, syllables = 22, 3, 22
    assert plain.reading_age(text) == pytest.approx(0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5)
    assert plain.reading_age("Too short to say.") is None


def found(text, language="en"):
    return {(hint.why, hint.found) for hint in plain.hints(text, language, LISTS[language])}


def test_official_words_are_hinted_at_and_words_like_them_are_not():
    assert ("jargon", "allegation") in found("Your allegation was considered.")
    assert ("jargon", "IP") in found("The IP said so.")
    assert ("jargon", "IP") not in found("We will ip it.")
    assert ("jargon", "logged") not in found("A clogged drain.")
    assert ("jargon", "honiad") in found("Eich honiad oedd hynny.", "cy")
    hint = plain.hints("Prior to that.", "en", LISTS["en"])[0]
    assert hint.instead == "before"


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("en", "We are sorry that you feel we were slow.", "we are sorry that you feel"),
        ("en", "Mistakes were made.", "mistakes were made"),
        ("en", "We are sorry if you were upset.", "if you were upset"),
        ("cy", "Gwnaed camgymeriadau.", "gwnaed camgymeriadau"),
        ("cy", "Mae'n ddrwg gennym os cawsoch eich tramgwyddo.", "os cawsoch eich tramgwyddo"),
    ],
)
def test_words_that_put_the_blame_elsewhere_are_hinted_at(language, text, term):
    assert ("blame", term) in found(text, language)


def test_an_apology_says_the_fault_the_impact_and_what_changed():
    assert {hint for hint in found("We are sorry.") if hint[0] == "apology"} == {
        ("apology", "fault"), ("apology", "impact"), ("apology", "change")
    }  # fmt: skip
    whole = "We are sorry that we did not ring. You waited for days. We have changed how calls are passed on."
    assert not [hint for hint in found(whole) if hint[0] == "apology"]
    welsh = "Mae’n ddrwg gennym na wnaethom ffonio. Bu’n rhaid i chi aros. Rydym wedi newid sut mae galwadau’n cael eu pasio."
    assert not [hint for hint in found(welsh, "cy") if hint[0] == "apology"]
    assert ("apology", "fault") in found("Mae’n ddrwg gennym.", "cy")
    assert not found("Nobody says it here.")


def test_long_sentences_gaps_and_hard_text_are_hinted_at():
    long = "We " + "really " * 24 + "tried."
    assert [hint.number for hint in plain.hints(long, "en", LISTS["en"]) if hint.why == "long"] == [26]
    assert not plain.long_sentences("We " + "really " * 23 + "tried.", "en")
    assert ("gap", "[name]") in found("Ask [name] about it.")
    hard = "Considerable organisational difficulties necessitated administrative reconsideration. " * 4
    assert [hint.why for hint in plain.hints(hard, "en", LISTS["en"])] == ["hard"]
    assert "hard" not in {hint.why for hint in plain.hints(hard, "cy", LISTS["cy"])}


def test_a_list_as_an_office_writes_it_is_read():
    assert plain.listed("# ours\nblah = talk\n\n  SPOC  \n= nothing") == {"blah": "talk", "SPOC": ""}


@given(st.text(max_size=300))
def test_no_text_breaks_it(text):
    for language in ("en", "cy"):
        plain.hints(text, language, LISTS[language])
    assert all(plain.syllables(word) >= 1 for word in plain.words_of(text))


@each_of_ours
@each_language
def test_our_own_words_have_no_jargon_no_blame_and_no_long_sentence(subject, language):
    prose = rules.prose(subject, subject.shipped[language])
    hints = plain.hints(prose, language, LISTS[language])
    assert [hint for hint in hints if hint.why != "gap"] == []


@each_of_ours
def test_our_own_english_can_be_read_at_eleven(subject):
    text = plain.said(rules.body(subject.shipped["en"]))
    age = plain.reading_age(text)
    assert age is not None or len(plain.words_of(text)) < plain.ENOUGH or subject.group == "paragraph"
    assert age is None or age <= plain.OLDEST


def test_the_library_ships_about_twenty_for_every_stage():
    stages = [stage for subject in seeded() for stage in subject.shipped["en"].split("stages: ")[1].split("\n")[0].split(", ")]
    assert len(list(seeded())) >= 20 and set(stages) == {"begin", "during", "result", "after"}
