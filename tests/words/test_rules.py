"""What words may be: known places, parts the law wants, both languages in step; and how two texts differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.words import rules
from putright.words.refusals import sentence
from putright.words.subjects import PLAIN, Subject, shipped
from putright.words.template import fill_plain

OUTCOME, FINDINGS = "letter:outcome", "letter:findings"


@pytest.fixture
def subject():
    return shipped()[OUTCOME]


def changed(subject, **how):
    """The shipped texts with (old, new) exchanged in a language."""
    texts = dict(subject.shipped)
    for language, (old, new) in how.items():
        assert old in texts[language]
        texts[language] = texts[language].replace(old, new)
    return texts


def said(subject, texts):
    return [sentence(problem) for problem in rules.problems(subject, texts)]


@pytest.mark.parametrize("key", sorted(shipped()))
def test_everything_that_ships_keeps_the_rules(key):
    subject = shipped()[key]
    assert said(subject, subject.shipped) == []


def test_an_unknown_place_is_named_with_the_nearest_known_one(subject):
    texts = changed(subject, en=("{{ phone }}", "{{ fone }}"))
    assert "“fone” in curly brackets in English is not known. Did you mean “phone”?" in said(subject, texts)
    far = changed(subject, cy=("{{ phone }}", "{{ qqqqq }}"))
    assert any("“qqqqq” in curly brackets in Welsh is not known. Choose one" in words for words in said(subject, far))


@pytest.mark.parametrize("bad", ["{{phone}}", "{{ Phone }}", "{{ phone() }}", "{{ a.b }}", "{{ phone|safe }}"])
def test_nothing_but_a_place_goes_between_the_brackets(subject, bad):
    assert any("is not written right" in words for words in said(subject, changed(subject, en=("{{ phone }}", bad))))


@pytest.mark.parametrize("bad", ["{{ phone", "phone }}", "{% if x %}"])
def test_half_a_place_and_other_code_are_refused(subject, bad):
    assert any("without their other half" in words for words in said(subject, changed(subject, en=("{{ phone }}", bad))))


def test_a_part_the_law_requires_cannot_be_lost_nor_its_values():
    subject = shipped()[FINDINGS]
    lost = changed(subject, en=(" {#review}", ""), cy=(" {#review}", ""))
    assert any("{#review} is missing in English" in words for words in said(subject, lost))
    emptied = changed(subject, en=("Ask in writing by {{ review_until }}.", "Ask soon."))
    assert any("must still have: review_until" in words for words in said(subject, emptied))


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"cy": ("{{ received_on }}", "ddoe")}, "received_on is missing in Welsh"),
        ({"en": ("## The result {#outcome}", "The result")}, "{#outcome} is missing in English"),
        ({"cy": ("wedi newid {#change?}", "wedi newid {#change}")}, "the mark is {#change?} in English"),
        ({"en": ("Please tell us what is still wrong", "Extra.\n\nPlease tell us what is still wrong")}, "paragraphs in English"),
        ({"en": ("subject: A letter for you", "subject:")}, "The title in English is missing"),
        ({"en": ("subject: A letter for you", "subject: Your complaint")}, "says “complain”"),
        ({"en": ("## The result", "# The result")}, "A heading in English cannot be read"),
        ({"en": ("{{ signed }}", "{{ signed }}\n\n## More\n\nWords.")}, "is only in English"),
    ],
)  # fmt: skip
def test_languages_out_of_step_are_refused_and_it_says_where(subject, how, says):
    assert any(says in words for words in said(subject, changed(subject, **how))), said(subject, changed(subject, **how))


def test_empty_and_endless_words_are_refused(subject):
    assert any("There are no words in Welsh" in words for words in said(subject, {**subject.shipped, "cy": " "}))
    endless = {**subject.shipped, "en": subject.shipped["en"] + "x" * rules.LONGEST}
    assert any("too long" in words for words in said(subject, endless))


def test_an_email_address_must_look_like_one():
    subject = shipped()["office:email"]
    assert any("Write an email address in Welsh" in words for words in said(subject, {"en": "", "cy": "nowhere"}))
    assert said(subject, {"en": "a@b.example", "cy": "a@b.example"}) == []


def test_a_signature_has_the_same_places_in_both_languages():
    subject = shipped()["office:signature"]
    assert said(subject, {"en": "{{ name }}\n{{ team }}", "cy": "{{ team }}"}) == [
        "name is missing in Welsh. Put it in, or take it out of the other language."
    ]
    assert fill_plain("{{ name }}\nfor {{ team }}", {"name": "", "team": "The team"}) == "for The team"


WORDS = st.lists(st.sampled_from(["a", "b", "c", " ", "\n"]), max_size=40)


@given(WORDS, WORDS)
def test_what_is_compared_gives_back_both_texts(old, new):
    old, new = "".join(old), "".join(new)
    pieces = rules.compared(old, new)
    assert "".join(piece.words for piece in pieces if piece.how != "ins") == old
    assert "".join(piece.words for piece in pieces if piece.how != "del") == new


def test_a_sheet_is_taken_apart_and_put_together_again(subject):
    text = subject.shipped["en"]
    again = rules.sheet({"subject": "A letter for you"}, rules.body(text))
    assert again == text
    plainly = Subject("office:x", {}, {}, PLAIN)
    assert rules.sections(plainly, {"en": "one", "cy": "un"}) == [("one", "un")]
    assert rules.sections(subject, subject.shipped)[2][0].startswith("The result\n\n{{ outcome }}")
