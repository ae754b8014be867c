"""Every letter in both languages: in step, complete by law, plain."""

import re

import pytest

from putright.letterkinds.asked import ONCE, PARTS
from putright.letterkinds.catalogue import FOLDER, template
from putright.letterkinds.kinds import KINDS, REVIEW, required
from putright.letters.filling import OF_KIND
from putright.letters.forms import NAMES, QUESTIONS
from putright.letters.offered import CONDITIONS
from putright.mailings import leaflets
from putright.mailings.leaflets import REQUIRED
from putright.paper import blocks
from putright.words import plain
from putright.words.subjects import shipped
from putright.words.template import BrokenWords, Template, parse
from putright.words.welsh import AWAITING, BEHIND, CHECKED, as_came

BOTH = ("en", "cy")
JARGON = {language: plain.listed(shipped()["list:jargon"].shipped[language]) for language in BOTH}
LONGEST = {"en": 25, "cy": 30}  # words in a sentence; Welsh counts its small particles as words
TELLING = re.compile(r"police|complain|officer|conduct|heddlu|cwyn|swyddog|ymddygiad", re.I)
each_kind = pytest.mark.parametrize("kind", sorted(KINDS))
each_words = pytest.mark.parametrize(
    "folder", [f"words/{kind}" for kind in sorted(KINDS)] + [f"sheets/{n}" for n in sorted(REQUIRED)]
)
each_language = pytest.mark.parametrize("language", BOTH)


def read(folder: str, language: str) -> Template:
    """The words of a folder: a letter’s, or a sheet’s."""
    where, name = folder.split("/")
    return (template if where == "words" else leaflets.template)(name, language)


def sentences(folder: str, language: str) -> list[str]:
    words = read(folder, language)
    texts = [text for section in words.sections for text in (section.heading, *section.paragraphs)]
    found = [piece for text in texts for line in text.split("\n") for piece in re.split(r"(?<=[.?!:])\s", line)]
    return [piece for piece in found if piece.strip()]


def test_every_kind_has_its_folder_its_values_and_its_name():
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert folders == set(KINDS) == set(OF_KIND) == set(NAMES)
    assert {ask for kind in KINDS.values() for ask in kind.asks} == set(QUESTIONS)
    assert {ask for kind in KINDS.values() for ask in kind.once} - {REVIEW} == set(ONCE)
    assert {part.name for kind in KINDS.values() for part in kind.parts} <= set(PARTS)
    assert {name for kind in KINDS.values() for name in kind.when} <= set(CONDITIONS)
    assert {path.name for path in leaflets.FOLDER.iterdir() if path.is_dir()} == set(REQUIRED) == set(leaflets.NAMES)


def out_of_step(english: Template, welsh: Template) -> list[str]:
    """What the two have not in the same order and number: headings, parts, places, paragraphs, lines of lists, bold."""
    found = []
    if len(english.sections) != len(welsh.sections):
        return ["sections"]
    for mine, theirs in zip(english.sections, welsh.sections, strict=True):
        name = mine.part or "?"
        same = [(s.part, s.optional, bool(s.heading), s.places, len(s.paragraphs)) for s in (mine, theirs)]
        found += [f"{name}: shape"] if same[0] != same[1] else []
        for n, (one, other) in enumerate(zip(mine.paragraphs, theirs.paragraphs, strict=False)):
            marks = [
                (sorted(re.findall(r"\{\{ \w+ \}\}", text)), text[:2] if text[:2] in {"? ", "> ", "- "} else "",
                 text.count("\n- "), text.count("**"), sorted(re.findall(r"\d+", text)))
                for text in (one, other)
            ]  # fmt: skip
            found += [f"{name}: paragraph {n + 1}"] if marks[0] != marks[1] else []
    same_heading = {s.heading for s in english.sections} & {s.heading for s in welsh.sections} - {""}
    return found + [f"heading left in English: {words}" for words in same_heading]


@each_words
def test_both_languages_have_the_same_headings_parts_and_places_in_the_same_order(folder):
    assert out_of_step(read(folder, "en"), read(folder, "cy")) == []


def faulty(text: str) -> Template:
    return parse("---\nsubject: A\n---\n\n" + text)


IN_STEP = "{{ greeting }}\n\n## One {#one}\n\n? {{ told }} by **3** May\n\n- a\n- b\n"
WELSH = IN_STEP.replace("One", "Un").replace("May", "Mai").replace("by", "erbyn")


@pytest.mark.parametrize(
    ("slip", "found"),
    [
        ((" {#one}", " {#two}"), "one: shape"),
        (("{#one}", "{#one?}"), "one: shape"),
        (("{{ told }}", "{{ reference }}"), "one: shape"),
        (("- a\n- b\n", "- a\n\n- b\n"), "one: shape"),
        (("- a\n- b\n", "- a b\n"), "one: paragraph 2"),
        (("? {{", "{{"), "one: paragraph 1"),
        (("**3**", "**4**"), "one: paragraph 1"),
        (("**3**", "3"), "one: paragraph 1"),
        (("## Un", "## One"), "heading left in English: One"),
        (("\n\n## Un {#one}", ""), "sections"),
    ],
)
def test_each_way_of_falling_out_of_step_is_found(slip, found):
    assert out_of_step(faulty(IN_STEP), faulty(WELSH)) == []
    assert slip[0] in WELSH
    assert found in out_of_step(faulty(IN_STEP), faulty(WELSH.replace(*slip)))


@each_words
@each_language
def test_the_front_matter_names_exactly_the_parts_and_places_there_are(folder, language):
    words = read(folder, language)
    assert words.listed("parts") == tuple(s.part for s in words.sections if s.part)
    assert words.listed("placeholders") == tuple(sorted(words.places))


@each_kind
@each_language
def test_every_part_the_law_requires_is_there_with_its_source(kind, language):
    parts = {section.part for section in template(kind, language).sections}
    for part in required(kind, recorded=True, points=True):
        assert part.name in parts
        assert part.source


@each_words
def test_the_welsh_was_checked_against_the_english_as_it_is_now(folder):
    welsh = read(folder, "cy")
    assert welsh.front["checked_against"] == read(folder, "en").digest
    assert welsh.front["translator"]


def test_welsh_is_behind_as_soon_as_one_sign_of_the_english_changes_and_checked_only_by_somebody_named():
    english = faulty("Hello.")
    welsh = f"---\nsubject: A\nchecked_against: {english.digest}\ntranslator: TRANSLATOR\n---\n\nHelo.\n"
    assert as_came(english, parse(welsh.replace("TRANSLATOR", "awaiting"))) == AWAITING
    assert as_came(english, parse(welsh.replace("TRANSLATOR", "Nia Owen, 1 May 2026"))) == CHECKED
    assert as_came(faulty("Hello!"), parse(welsh.replace("TRANSLATOR", "Nia Owen, 1 May 2026"))) == BEHIND
    assert as_came(english, faulty("Helo.")) == BEHIND


@pytest.mark.parametrize("name", sorted(REQUIRED))
@each_language
def test_every_part_a_sheet_needs_is_there_with_its_source(name, language):
    parts = {section.part for section in leaflets.template(name, language).sections}
    assert {part.name for part in REQUIRED[name]} <= parts and all(part.source for part in REQUIRED[name])


@each_kind
@each_language
def test_the_subject_does_not_tell_what_it_is_about(kind, language):
    assert not TELLING.search(template(kind, language).subject)


@each_words
@each_language
def test_no_jargon(folder, language):
    words = " ".join(sentences(folder, language))
    found = [
        term for term in JARGON[language] if re.search(rf"\b{re.escape(term)}\b", words, 0 if term.isupper() else re.I)
    ]
    assert found == []


@each_words
@each_language
def test_sentences_are_short(folder, language):
    long = [said for said in sentences(folder, language) if len(said.split()) > LONGEST[language]]
    assert long == []


def test_a_file_that_breaks_the_rules_is_refused():
    with pytest.raises(BrokenWords):
        parse("no front matter")
    with pytest.raises(BrokenWords):
        parse("---\nsubject: A\n---\n\n# Too big\n")


@each_words
@each_language
def test_the_words_hold_nothing_a_letter_cannot_show(folder, language):
    words = read(folder, language)
    for section in words.sections:
        for text in section.paragraphs:
            assert blocks.passages(text.removeprefix("? "), [language])[0].blocks
