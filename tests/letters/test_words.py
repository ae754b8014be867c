"""Every letter in both languages: in step, complete by law, plain."""

import re

import pytest

from putright.letters import blocks
from putright.letters.catalogue import FOLDER, template
from putright.letters.filling import OF_KIND
from putright.letters.forms import NAMES, QUESTIONS
from putright.letters.kinds import KINDS, required
from putright.words import plain
from putright.words.subjects import shipped
from putright.words.template import BrokenWords, parse

BOTH = ("en", "cy")
JARGON = {language: plain.listed(shipped()["list:jargon"].shipped[language]) for language in BOTH}
LONGEST = {"en": 25, "cy": 30}  # words in a sentence; Welsh counts its small particles as words
TELLING = re.compile(r"police|complain|officer|conduct|heddlu|cwyn|swyddog|ymddygiad", re.I)
each_kind = pytest.mark.parametrize("kind", sorted(KINDS))
each_language = pytest.mark.parametrize("language", BOTH)


def sentences(kind: str, language: str) -> list[str]:
    words = template(kind, language)
    texts = [text for section in words.sections for text in (section.heading, *section.paragraphs)]
    found = [piece for text in texts for line in text.split("\n") for piece in re.split(r"(?<=[.?!:])\s", line)]
    return [piece for piece in found if piece.strip()]


def test_every_kind_has_its_folder_its_values_and_its_name():
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert folders == set(KINDS) == set(OF_KIND) == set(NAMES)
    assert {ask for kind in KINDS.values() for ask in kind.asks} == set(QUESTIONS)


@each_kind
def test_both_languages_have_the_same_headings_parts_and_places_in_the_same_order(kind):
    english, welsh = template(kind, "en"), template(kind, "cy")
    shape = [
        [(s.part, s.optional, bool(s.heading), s.places, len(s.paragraphs)) for s in words.sections]
        for words in (english, welsh)
    ]
    assert shape[0] == shape[1]
    assert all(s.heading not in {t.heading for t in english.sections} for s in welsh.sections if s.heading)


@each_kind
@each_language
def test_the_front_matter_names_exactly_the_parts_and_places_there_are(kind, language):
    words = template(kind, language)
    assert words.listed("parts") == tuple(s.part for s in words.sections if s.part)
    assert words.listed("placeholders") == tuple(sorted(words.places))


@each_kind
@each_language
def test_every_part_the_law_requires_is_there_with_its_source(kind, language):
    parts = {section.part for section in template(kind, language).sections}
    for part in required(kind, recorded=True):
        assert part.name in parts
        assert part.source


@each_kind
def test_the_welsh_was_checked_against_the_english_as_it_is_now(kind):
    welsh = template(kind, "cy")
    assert welsh.front["checked_against"] == template(kind, "en").digest
    assert welsh.front["translator"]


@each_kind
@each_language
def test_the_subject_does_not_tell_what_it_is_about(kind, language):
    assert not TELLING.search(template(kind, language).subject)


@each_kind
@each_language
def test_no_jargon(kind, language):
    words = " ".join(sentences(kind, language))
    found = [
        term for term in JARGON[language] if re.search(rf"\b{re.escape(term)}\b", words, 0 if term.isupper() else re.I)
    ]
    assert found == []


@each_kind
@each_language
def test_sentences_are_short(kind, language):
    long = [said for said in sentences(kind, language) if len(said.split()) > LONGEST[language]]
    assert long == []


def test_a_file_that_breaks_the_rules_is_refused():
    with pytest.raises(BrokenWords):
        parse("no front matter")
    with pytest.raises(BrokenWords):
        parse("---\nsubject: A\n---\n\n# Too big\n")


@each_kind
@each_language
def test_the_words_hold_nothing_a_letter_cannot_show(kind, language):
    words = template(kind, language)
    for section in words.sections:
        for text in section.paragraphs:
            assert blocks.passages(text.removeprefix("? "), [language])[0].blocks
