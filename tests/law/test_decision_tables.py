"""The rules against the second statement of the law, on every combination of answers."""

import csv
from datetime import date
from itertools import product

import pytest

from putright.law.questions import QUESTIONS, weigh
from tests.law import statement

ON = date(2026, 3, 27)


def committed(name: str) -> list[dict[str, str]]:
    with (statement.TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", statement.COMMITTED)
def test_the_committed_table_is_exhaustive_and_is_what_the_statement_says(name: str) -> None:
    says, facts = statement.COMMITTED[name]
    rows = committed(name)
    assert tuple(rows[0]) == (*facts, "expected")
    assert [tuple(row.values()) for row in rows] == list(statement.table(says, facts))
    assert len(rows) == 3 ** len(facts)


def test_recording_para_2_6a_and_2_6b_on_all_729_combinations() -> None:
    for row in committed("recording"):
        expected = row.pop("expected")
        assert str(weigh("recording", row, on=ON).answer) == expected, row


def test_authority_s_29_1_has_exactly_one_owner_or_asks_on_all_729_combinations() -> None:
    for row in committed("authority"):
        expected = row.pop("expected")
        finding = weigh("authority", row, on=ON)
        if expected == "not_known":
            assert finding.conclusion is None, row
            assert finding.missing, row
        # A higher owner may be settled while a lower row is open, and never the other way about.
        assert (finding.conclusion or "not_known") == expected, row


def test_is_complaint_s_12_on_all_19683_combinations() -> None:
    for *answers, expected in statement.table(statement.complaint, statement.COMPLAINT):
        facts = dict(zip(statement.COMPLAINT, answers, strict=True))
        finding = weigh("is_complaint", facts, on=ON)
        assert str(finding.answer) == expected, facts
        assert bool(finding.missing) == (expected == "not_known"), facts


def test_what_is_missing_for_a_complaint_is_exactly_what_could_still_change_the_answer() -> None:
    facts = dict.fromkeys(statement.COMPLAINT, "not_known")
    for fact, answer in (("dissatisfied_with_force", "yes"), ("made_for_another", "no"), ("adversely_affected", "yes")):
        facts[fact] = answer
    assert weigh("is_complaint", facts, on=ON).missing == ("by_or_for_member_of_public",)


def agrees(name: str, facts: dict[str, str], expected: str) -> bool:
    """The statement names either the answer or what is concluded."""
    finding = weigh(name, facts, on=ON)
    return expected in (str(finding.answer), finding.conclusion)


@pytest.mark.parametrize("name", sorted(set(statement.COMMITTED) - {"recording", "authority"}))
def test_every_line_of_the_committed_table_is_found(name: str) -> None:
    for row in committed(name):
        expected = row.pop("expected")
        assert agrees(name, row, expected), row


@pytest.mark.parametrize("name", sorted(statement.AS_WELL))
def test_every_yes_and_no_of_the_larger_tables_is_found(name: str) -> None:
    says, facts = statement.AS_WELL[name]
    for way in product((True, False), repeat=len(facts)):
        sheet = {fact: "yes" if answer else "no" for fact, answer in zip(facts, way, strict=True)}
        assert agrees(name, sheet, says(*way)), sheet


@pytest.mark.parametrize("name", ["affected", "review_body"])
def test_not_known_included_on_all_2187_combinations(name: str) -> None:
    says, facts = statement.AS_WELL[name]
    for *answers, expected in statement.table(says, facts):
        assert agrees(name, dict(zip(facts, answers, strict=True)), expected), answers


# Facts that never change the answer, only what follows from it or who acts.
ONLY_FOLLOWS = {"voluntary_referral": {"local_policing_body_is_authority"}, "vrr": {"asked_within_three_months"},
                "investigation": {"about_chief_officer_conduct"}, "body": {"joint_team_in_place"}}
STATED = {**statement.COMMITTED, **statement.AS_WELL, "is_complaint": (statement.complaint, statement.COMPLAINT)}


@pytest.mark.parametrize(("name", "facts"), [(name, facts) for name, (_, facts) in sorted(STATED.items())])
def test_the_facts_the_statement_names_are_the_facts_the_question_asks(name: str, facts: tuple[str, ...]) -> None:
    assert set(QUESTIONS[name].facts) - ONLY_FOLLOWS.get(name, set()) == set(facts)
