"""What is read, what is refused, and what a finding says."""

from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest

from putright.law.body import Handling
from putright.law.calendar import Calendar
from putright.law.categories import Category
from putright.law.changes import Changed
from putright.law.explain import Change, Explanation
from putright.law.promises import Due, Hours, Period
from putright.law.questions import FACTS, QUESTIONS, weigh, weigh_all
from putright.law.referral import TYPES
from putright.law.refusals import UnknownAnswer, UnknownFact, UnknownQuestion
from putright.law.terms import (
    Finding,
    Known,
    Question,
    Row,
    Rule,
    Verdict,
    all_of,
    any_of,
    first_of,
    in_order,
    opposite,
)
from tests.law.statement import RECORDING

ON = date(2026, 3, 27)
YES, NO, OPEN = (Verdict(known, ("f",) if known is Known.NOT_KNOWN else ()) for known in Known)


def test_a_finding_as_json_has_its_keys_in_a_fixed_order() -> None:
    told = weigh("recording", {"might_be_crime_or_discipline": "yes", "body_decides_recording": Known.NO}, on=ON).as_json()
    assert told == {
        "question": "recording",
        "answer": "yes",
        "rules": [{"id": "REC-4", "source": "PRA 2002 Sch 3 para 2(6B)(b)", "recalled": False}],
        "missing": ["complainant_wishes_recording", "death_or_serious_injury", "might_infringe_article_2_or_3",
                    "mandatory_referral_type"],
        "on": "2026-03-27",
    }
    assert list(told) == ["question", "answer", "rules", "missing", "on"]


def test_a_question_of_who_also_says_what_it_concludes_and_a_recalled_row_says_so() -> None:
    assert weigh("authority", {"about_chief_officer_conduct": "yes"}, on=ON).as_json()["conclusion"] == "local_policing_body"
    assert weigh("referral", {"serious_assault": "yes"}, on=ON).as_json()["rules"] == [
        {"id": "REF-M2", "source": "CMR 2020 reg 4(1)(a)(i)", "recalled": True}]


def test_the_finding_keeps_every_row_it_considered_with_its_answer() -> None:
    finding = weigh("recording", {"body_decides_recording": "no"}, on=ON)
    assert [row.answer for row in finding.rows] == [Known.NOT_KNOWN, Known.NO, *[Known.NOT_KNOWN] * 4]
    assert [rule.id for rule in finding.not_known] == ["REC-1", "REC-3", "REC-4", "REC-5", "REC-6"]


@pytest.mark.parametrize(("written", "nearest"), [
    ("serious_asault", "serious_assault"), ("complainant_wishes", "complainant_wishes_recording"),
    ("serious assault", "serious_assault"), ("about_cheif_officer_conduct", "about_chief_officer_conduct"),
])
def test_a_misspelt_fact_is_refused_by_name_with_the_nearest(written: str, nearest: str) -> None:
    with pytest.raises(UnknownFact) as refused:
        weigh("referral", {written: "yes"}, on=ON)
    assert (refused.value.fact, refused.value.nearest) == (written, nearest)
    for said in (refused.value.en, refused.value.cy):
        assert f"“{written}”" in said
        assert f"“{nearest}”" in said


@pytest.mark.parametrize("written", ["", "x", "ffaith", "\x00", "😀" * 1000])
def test_a_fact_like_nothing_we_know_is_still_refused_with_a_suggestion(written: str) -> None:
    with pytest.raises(UnknownFact) as refused:
        weigh("referral", {written: "yes"}, on=ON)
    assert refused.value.nearest in FACTS


@pytest.mark.parametrize(("written", "nearest"), [
    ("yess", "yes"), ("YES", "yes"), (True, "yes"), (False, "no"), (None, "not_known"), ("maybe", "not_known"),
    ("unknown", "not_known"), ("not known", "not_known"), (1, "yes"), (["yes"], "yes"), ("nope", "no"),
])
def test_an_answer_that_is_not_one_of_the_three_is_refused_with_the_nearest(written: object, nearest: str) -> None:
    with pytest.raises(UnknownAnswer) as refused:
        weigh("referral", {"serious_assault": written}, on=ON)
    assert (refused.value.fact, refused.value.nearest) == ("serious_assault", nearest)
    assert "yes, no or not_known" in refused.value.en
    assert "yes, no neu not_known" in refused.value.cy


def test_an_unknown_question_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownQuestion, match="nearest is “referral”"):
        weigh("refferal", {}, on=ON)


def test_one_sheet_of_facts_answers_every_question() -> None:
    findings = weigh_all({"serious_assault": "yes", "about_someone_serving_here": "yes"}, on=ON)
    assert list(findings) == list(QUESTIONS)
    asked = ("is_complaint", "authority", "body", "recording", "referral", "review_body")
    assert {name: str(findings[name].answer) for name in asked} == {
        "is_complaint": "not_known", "authority": "not_known", "body": "not_known", "recording": "yes", "referral": "yes",
        "review_body": "yes"}


def test_a_fact_typed_no_gives_way_to_a_referral_row_answered_yes() -> None:
    facts = {"mandatory_referral_type": "no", "serious_corruption": "yes"}
    assert [rule.id for rule in weigh("recording", facts, on=ON).met] == ["REC-6"]


def test_all_of_m2_to_m8_answered_no_settles_row_6b_d_and_one_left_open_does_not() -> None:
    facts = {fact: "no" for fact in (*RECORDING[:5], *TYPES)}
    assert weigh("recording", facts, on=ON).answer is Known.NO
    unsure = weigh("recording", {**facts, "relevant_offence": "not_known"}, on=ON)
    assert (unsure.answer, unsure.missing) == (Known.NOT_KNOWN, ("mandatory_referral_type",))
    told = weigh("recording", {**facts, "mandatory_referral_type": "yes"}, on=ON)
    assert [rule.id for rule in told.met] == ["REC-6"]


def test_death_alone_is_recorded_under_6b_a_and_is_not_a_type_of_regulation_4_1() -> None:
    assert [rule.id for rule in weigh("recording", {"death_or_serious_injury": "yes"}, on=ON).met] == ["REC-3"]


@pytest.mark.parametrize(("joined", "answer", "missing"), [
    (any_of(YES, OPEN), "yes", ()), (any_of(NO, OPEN), "not_known", ("f",)), (any_of(NO, NO), "no", ()),
    (all_of(NO, OPEN), "no", ()), (all_of(YES, OPEN), "not_known", ("f",)), (all_of(YES, YES), "yes", ()),
    (opposite(YES), "no", ()), (opposite(NO), "yes", ()), (opposite(OPEN), "not_known", ("f",)),
])
def test_three_valued_and_or_and_not(joined: Verdict, answer: str, missing: tuple[str, ...]) -> None:
    assert (str(joined.answer), joined.missing) == (answer, missing)


def test_paths_that_may_leave_somebody_without_an_owner_are_refused() -> None:
    assert first_of((Known.YES, "a", NO), (Known.NO, "b", YES)) == Verdict(Known.NO, (), "b")
    with pytest.raises(ValueError, match="must hold whatever the facts are"):
        first_of((Known.YES, "a", NO), (Known.NO, "b", OPEN))


def test_rows_are_shown_by_number_and_not_by_spelling() -> None:
    rules = [Rule(f"X-{n}", "x", f"fact_{n}", "s", ON) for n in (10, 9, 1)]
    assert [rule.id for rule in in_order(rules)] == ["X-1", "X-9", "X-10"]
    assert Question("x", tuple(rules)).facts == ("fact_1", "fact_9", "fact_10")


SAID = [Rule, Row, Verdict, Finding, Question, Change, Explanation, Changed, Handling, Category, Calendar, Due, Hours, Period]


@pytest.mark.parametrize("kind", SAID)
def test_what_the_law_says_cannot_be_changed_once_said(kind: type) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(object.__new__(kind), fields(kind)[0].name, "changed")
