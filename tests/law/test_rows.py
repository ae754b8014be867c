"""Every table is whole: each row can be reached, has its source, its day and its words in both languages."""

import re
import string
from dataclasses import replace
from datetime import date

import pytest

from putright.law import categories, words
from putright.law.questions import FACTS, QUESTIONS, RULES
from putright.law.refusals import LawRefused
from putright.law.terms import Rule

CONCLUSIONS = {name for question in QUESTIONS.values() for name in question.conclusions} | {
    rule.concludes for rule in RULES if rule.concludes}
SOURCES = (r"(PRA 2002|CMR 2020|ELPB 2012|PRSRA 2011|Measure 2011|Data protection law|own procedure|own remit|decision of"
           r"|VRR scheme|Essex review|Report Fraud|Good practice)")
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])


@EVERY_RULE
def test_a_row_has_a_source_a_day_and_a_question_of_its_own(rule: Rule) -> None:
    assert re.search(SOURCES, rule.source)
    assert rule.since >= date(2014, 10, 20)
    assert rule.until is None or rule.until > rule.since
    assert rule in QUESTIONS[rule.question].rules


def test_ids_are_never_used_twice_and_a_row_with_many_days_is_one_question_s_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_words_are_for_the_rows_we_have_no_more_and_no_fewer() -> None:
    assert words.names("facts") == set(FACTS)
    assert words.names("rules") == {rule.id for rule in RULES}
    assert words.names("questions") == set(QUESTIONS)
    assert words.names("conclusions") == CONCLUSIONS


@pytest.mark.parametrize("section", ["questions", "facts", "rules", "conclusions", "sentences", "handbook"])
def test_both_languages_are_there_differ_and_take_the_same_values(section: str) -> None:
    for name in words.names(section):
        for part, text in words.words(section, name).items():
            assert set(text) == {"en", "cy"}, (name, part)
            assert all(text.values()), (name, part)
            assert text["en"] != text["cy"], (name, part)
            places = [{field for _, field, _, _ in string.Formatter().parse(written) if field} for written in text.values()]
            assert places[0] == places[1], (name, part)


def test_a_question_says_what_each_answer_means_and_a_fact_can_be_asked_on_the_phone() -> None:
    for question in QUESTIONS:
        for language in words.LANGUAGES:
            assert all(words.answer_text(question, answer, language) for answer in ("yes", "no", "not_known", "how"))
    for fact in FACTS:
        assert all(words.fact_question(fact, language).endswith("?") for language in words.LANGUAGES)
        assert all(words.fact_meaning(fact, language) for language in words.LANGUAGES)


def test_recalled_rows_and_only_those_say_which_part_is_recalled() -> None:
    recalled = {rule.id for rule in RULES if rule.recalled}
    assert {"REF-M2", "REF-M3", "REF-M4", "REF-M5"} <= recalled
    assert {name for name in words.names("rules") if "recalled" in words.words("rules", name)} == recalled
    assert all(words.recalled_part(rule, language) for rule in recalled for language in words.LANGUAGES)


def test_no_police_jargon_is_asked_of_anyone() -> None:
    jargon = re.compile(r"\b(PSD|LPB|DSI|OPCC|SPOC|ECHR|RPRP|PCC)\b")
    for fact in FACTS:
        assert not jargon.search(words.fact_question(fact, "en")), fact


NAMED = {  # read again from the published tables, by letter and count
    "A": 4, "B": 9, "C": 0, "D": 4, "E": 0, "F": 10, "G": 6, "H": 5, "J": 3, "K": 0, "L": 0,
}


def test_the_category_tree_is_a_to_l_without_i_and_each_part_is_named_in_both_languages() -> None:
    rows = categories.in_force(date(2026, 3, 27))
    tops = [row.code for row in rows if row.parent is None]
    assert tops == list("ABCDEFGHJKL")
    assert {top: sum(row.parent == top for row in rows) for top in tops} == NAMED
    assert all(row.en and row.cy and row.en != row.cy and row.edition and row.source for row in rows)
    assert len({row.code for row in rows}) == len(rows) == 11 + sum(NAMED.values())


def test_every_code_is_marked_recalled_and_only_the_unconfirmed_names_are() -> None:
    rows = categories.every_row()
    assert all(row.code_recalled for row in rows)
    assert [row.code for row in rows if row.name_recalled] == ["H5", "J1", "J2", "J3"]


@pytest.mark.parametrize(("code", "name"), [
    ("A1", "Police action following contact"), ("B4", "Use of force"), ("F6", "Race"), ("G5", "Obstruction of justice"),
    ("H1", "Impolite language/tone"), ("K", "Discreditable conduct"),
])
def test_a_category_is_found_by_code(code: str, name: str) -> None:
    assert categories.find(code, date(2026, 3, 27)).en == name


def test_a_category_not_in_force_is_refused() -> None:
    with pytest.raises(LawRefused, match="no category “A9”"):
        categories.find("A9", date(2026, 3, 27))
    with pytest.raises(LawRefused, match="No list of categories") as refused:
        categories.find("A1", date(2020, 1, 31))
    assert "2020-01-31" in refused.value.cy


def test_a_category_without_its_sub_category_is_allowed_and_flagged() -> None:
    on = date(2026, 3, 27)
    assert [categories.lacks_sub_category(code, on) for code in ("A", "A1", "C", "L")] == [True, False, False, False]


def test_a_category_is_in_force_on_its_first_and_its_last_day_and_on_no_day_outside() -> None:
    closed = replace(categories.every_row()[0], since=date(2020, 2, 1), until=date(2024, 12, 31))
    days = (date(2020, 1, 31), date(2020, 2, 1), date(2024, 12, 31), date(2025, 1, 1))
    assert [closed.in_force(day) for day in days] == [False, True, True, False]
