"""Situations a lawyer can read: what happened, the provision, and what must be found. Printed in the handbook too."""

import csv
from datetime import date
from pathlib import Path

import pytest

from putright.law.questions import QUESTIONS, RULES, weigh

FOLDER = Path(__file__).parent / "situations"


def read() -> list[tuple[str, dict[str, str]]]:
    found = []
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [(path.stem, row) for row in csv.DictReader(file)]
    return found


SITUATIONS = read()


def sheet(question: str, written: str) -> dict[str, str]:
    """“a=yes *=no” means: a is yes, and every other fact of the question is no."""
    given = dict(part.split("=") for part in written.split())
    rest = given.pop("*", None)
    return {**({fact: rest for fact in QUESTIONS[question].facts} if rest else {}), **given}


@pytest.mark.parametrize(("question", "row"), SITUATIONS, ids=[f"{q}: {r['provision']}: {r['en']}" for q, r in SITUATIONS])
def test_the_finding_is_what_the_provision_says(question: str, row: dict[str, str]) -> None:
    finding = weigh(question, sheet(question, row["facts"]), on=date.fromisoformat(row["on"]))
    assert str(finding.answer) == row["answer"]
    assert [rule.id for rule in finding.met] == row["rules"].split()
    assert list(finding.missing) == row["missing"].split()
    assert (finding.conclusion or "") == row["conclusion"]


def test_every_question_has_situations_and_every_rule_is_met_in_one() -> None:
    assert {question for question, _ in SITUATIONS} == set(QUESTIONS)
    assert {rule for _, row in SITUATIONS for rule in row["rules"].split()} == {rule.id for rule in RULES}


def test_every_situation_is_told_in_both_languages_with_its_provision() -> None:
    assert [row for _, row in SITUATIONS if not (row["en"] and row["cy"] and row["provision"]) or row["en"] == row["cy"]] == []
