"""Why, and what would change this: as data and in both languages."""

from datetime import date

import pytest

from putright.law import changes
from putright.law.explain import explain, sentences
from putright.law.questions import FACTS, QUESTIONS
from putright.law.refusals import UnknownFact, UnknownQuestion
from putright.law.terms import Known
from tests.law.test_situations import sheet

ON = date(2026, 3, 27)


def because(question: str, written: str) -> list[str]:
    return [row.rule.id for row in explain(question, sheet(question, written), on=ON).because]


@pytest.mark.parametrize(("question", "facts", "ids"), [
    ("recording", "complainant_wishes_recording=yes death_or_serious_injury=yes *=no", ["REC-1", "REC-3"]),
    ("recording", "*=no", ["REC-1", "REC-2", "REC-3", "REC-4", "REC-5", "REC-6"]),
    ("recording", "death_or_serious_injury=not_known *=no", []),
    ("is_complaint", "dissatisfied_with_force=no by_or_for_member_of_public=no *=yes", ["COM-1", "COM-2"]),
    ("is_complaint",
     "dissatisfied_with_force=yes by_or_for_member_of_public=yes adversely_affected=yes made_for_another=yes *=no",
     ["COM-7", "COM-8", "COM-9"]),
    ("authority", "about_someone_serving_here=yes *=no", ["AUT-1", "AUT-2", "AUT-3"]),
    ("repeat", "same_matter_as_earlier=yes fresh_evidence=yes earlier_investigated=yes *=no", ["REP-3"]),
])
def test_para_2_9_the_reasons_are_the_answers_that_are_enough_and_no_others(question, facts, ids) -> None:
    assert because(question, facts) == ids


def test_what_would_change_this_names_each_single_answer_and_where_it_leads() -> None:
    told = explain("withdrawal", sheet("withdrawal", "said_they_withdraw=yes *=no"), on=ON)
    assert [(change.fact, change.was, change.answer, change.becomes, change.conclusion) for change in told.changes] == [
        ("signed_withdrawal", Known.NO, Known.YES, Known.YES, "withdrawn"),
        ("said_they_withdraw", Known.YES, Known.NO, Known.NO, "carry_on"),
        ("asked_in_writing", Known.NO, Known.YES, Known.NO, "carry_on"),
        ("wishes_to_go_on", Known.NO, Known.YES, Known.NO, "carry_on"),
    ]


def test_a_missing_answer_that_would_settle_it_is_named_and_so_is_one_that_another_question_asks() -> None:
    told = explain("recording", sheet("recording", "mandatory_referral_type=not_known *=no"), on=ON)
    named = [(change.fact, str(change.answer), str(change.becomes)) for change in told.changes]
    assert ("mandatory_referral_type", "no", "no") in named
    assert ("serious_assault", "yes", "yes") in named
    assert {change.was for change in told.changes if change.fact == "serious_assault"} == {Known.NOT_KNOWN}


def test_as_json_holds_the_finding_and_the_reasons_and_changes_with_their_sources() -> None:
    told = explain("referral", {"serious_assault": "yes"}, on=ON).as_json()
    assert told["because"] == [{"id": "REF-M2", "fact": "serious_assault", "answer": "yes", "source": "CMR 2020 reg 4(1)(a)(i)",
                                "recalled": True}]
    assert told["changes"] == [{"fact": "serious_assault", "was": "yes", "answer": "no", "becomes": "not_known",
                                "conclusion": None}]
    assert list(told)[:2] == ["question", "answer"]


def test_it_is_said_in_both_languages_with_the_recalled_mark() -> None:
    told = explain("referral", sheet("referral", "serious_assault=yes *=no"), on=ON)
    assert sentences(told, "en") == (
        "It must be referred to the IOPC by the end of tomorrow, weekends included.",
        "Because the answer to “Do they describe a serious assault?” is: Yes (CMR 2020 reg 4(1)(a)(i); recalled: check before"
        " relying on it).",
        "If the answer to “Do they describe a serious assault?” were “No”: It need not be referred to the IOPC.",
    )
    assert "o’r cof" in sentences(told, "cy")[1]
    assert len(sentences(told, "cy")) == 3
    plain = sentences(explain("authority", {"about_chief_officer_conduct": "yes"}, on=ON), "en")
    assert plain[0] == "We can say who must deal with it. (the local policing body)"
    assert "recalled" not in plain[1]


def test_a_day_without_law_is_said_in_one_sentence() -> None:
    told = explain("recording", {"complainant_wishes_recording": "yes"}, on=date(2019, 5, 1))
    assert (told.because, told.changes) == ((), ())
    said = "We hold no law on this question for Wednesday 1 May 2019. Ask before you rule anything out."
    assert sentences(told, "en") == (said,)


def test_what_weigh_refuses_explain_refuses() -> None:
    with pytest.raises(UnknownQuestion, match="nearest is “withdrawal”"):
        explain("withdrawl", {}, on=ON)
    with pytest.raises(UnknownFact, match="nearest is “serious_assault”"):
        explain("referral", {"serious_asault": "yes"}, on=ON)


def test_the_law_of_a_day_is_the_rows_in_force_then() -> None:
    assert [name for name, rules in changes.in_force(date(2014, 11, 3)).items() if rules] == ["route", "body"]
    assert {name for name, rules in changes.in_force(ON).items() if rules} == set(QUESTIONS)
    assert not any(changes.in_force(date(2014, 10, 19)).values())


def test_what_changed_between_two_days_and_backwards() -> None:
    forth = changes.between(date(2025, 12, 3), date(2025, 12, 4))
    assert [rule.id for rule in forth.began] == ["RTE-19"]
    assert [rule.id for rule in forth.ended] == ["RTE-18"]
    back = changes.between(date(2025, 12, 4), date(2025, 12, 3))
    assert (back.began, back.ended) == (forth.ended, forth.began)
    assert changes.between(ON, ON) == changes.Changed((), ())
    in_2020 = changes.between(date(2020, 1, 31), date(2020, 2, 1))
    assert {rule.id for rule in in_2020.ended} == {*(f"OLD-{n}" for n in range(1, 11)), "BOD-4"}
    assert changes.days() == (date(2014, 10, 20), date(2015, 4, 1), date(2020, 2, 1), date(2025, 12, 4))


def test_every_fact_any_question_reads_is_one_the_sheet_may_hold() -> None:
    assert {fact for question in QUESTIONS.values() for fact in question.reads} <= set(FACTS)
