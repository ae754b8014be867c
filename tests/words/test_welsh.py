"""How far Welsh may be relied on is known in one way, for what came in files and for what an office changed."""

from datetime import timedelta

import pytest

from putright.letterkinds import catalogue
from putright.letters import making
from putright.words import actions, queries, rules, welsh
from putright.words.actions import Wanted
from putright.words.subjects import shipped
from putright.words.template import digest_of
from putright.words.welsh import AWAITING, BEHIND, CHECKED
from tests.make import cases as make_cases

UPDATE = "letter:update"
ENGLISH = "---\nsubject: A\n---\n\nHello.\n"
OTHER = ENGLISH.replace("Hello", "Good day")
WELSH = f"---\nsubject: A\nchecked_against: {digest_of(ENGLISH)}\ntranslator: Nia Owen\n---\n\nHelo.\n"
BARE = "---\nsubject: A\n---\n\nHelo.\n"


def texts(en, cy):
    return {"en": en, "cy": cy}


@pytest.mark.parametrize(
    ("en", "cy", "standing"),
    [
        (ENGLISH, WELSH, CHECKED),
        (ENGLISH, WELSH.replace("Nia Owen", "awaiting"), AWAITING),
        (OTHER, WELSH, BEHIND),
        (ENGLISH, BARE, AWAITING),
        ("one line", "un llinell", AWAITING),
    ],
)
def test_a_file_says_it_in_its_front_matter(en, cy, standing):
    assert welsh.came(texts(en, cy)) == standing


def test_welsh_is_behind_when_it_was_first_written_beside_another_english():
    first, both = texts(ENGLISH, WELSH), texts(OTHER, WELSH.replace("Helo", "Dydd da"))
    assert welsh.moved_on(texts(OTHER, BARE), [first]) == BEHIND
    assert welsh.moved_on(both, [first]) == AWAITING
    assert welsh.moved_on(texts(ENGLISH, BARE), [first, texts(OTHER, BARE)]) == AWAITING  # the English was taken back


def changed(cast, number, **new):
    """A version of the update with other words in it, signed off."""
    subject, now = shipped()[UPDATE], queries.book(queries.today(cast.at)).texts(UPDATE, shipped()[UPDATE].shipped)
    words = {
        language: rules.sheet({"subject": "A letter for you" if language == "en" else "Llythyr i chi"},
                              rules.body(text).replace(*new.get(language, ("", ""))))
        for language, text in now.items()
    }  # fmt: skip
    by, signs = (cast.sam, cast.jo)
    actions.propose(subject, Wanted(words, queries.today(cast.at), "Plainer", number - 1), by=by, at=cast.at)
    actions.sign_off(subject, number, by=signs, at=cast.at)
    return words


def standing(cast):
    return catalogue.welsh(queries.book(queries.today(cast.at)), "update")


EN = ("This is how things stand today.", "This is how things stand.")
CY = ("Dyma sut mae pethau heddiw.", "Dyma sut mae pethau.")
GIVEN = {f"{name}_{code}": "x" for name in ("progress", "next_step") for code in ("en", "cy")}


def test_an_office_that_changes_the_english_alone_sends_both_until_a_translator_has_read_it(cast, db):
    case, subject = make_cases.case(cast.ffion, at=cast.at), shipped()[UPDATE]
    assert standing(cast) == AWAITING
    words = changed(cast, 1, en=EN)
    letter = making.preview(case, "update", GIVEN, by=cast.sam, at=cast.at)
    assert (letter.language, letter.values["welsh"], letter.values["version"]) == ("cy+en", BEHIND, 1)
    cast.sam.speaks_welsh = True
    actions.check_welsh(subject, (rules.digest(words["en"]), rules.digest(words["cy"])), by=cast.sam, at=cast.at)
    letter = making.preview(case, "update", GIVEN, by=cast.sam, at=cast.at)
    assert (letter.language, letter.values["welsh"]) == ("cy", CHECKED) and "cyfieithydd" not in letter.body


def test_an_office_that_changes_both_has_welsh_that_waits_for_a_translator_and_goes_alone(cast, db):
    case = make_cases.case(cast.ffion, at=cast.at)
    changed(cast, 1, en=EN, cy=CY)
    letter = making.preview(case, "update", GIVEN, by=cast.sam, at=cast.at)
    assert (letter.language, letter.values["welsh"]) == ("cy", AWAITING) and CY[1] in letter.body
    before = queries.book(queries.today(cast.at) - timedelta(days=1))
    assert before.number(UPDATE) == 0 and catalogue.welsh(before, "update") == AWAITING
