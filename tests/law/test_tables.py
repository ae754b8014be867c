"""A gap, an overlap or a row nothing reaches fails the build: every table is checked, and the check is checked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from putright.law.questions import QUESTIONS
from putright.law.recording import QUESTION as RECORDING
from putright.law.terms import Known, Question, Rule, Verdict, all_of, any_row, parts
from putright.lawbook.tables import faults, overlaps, situations

SINCE = date(2020, 2, 1)
ONE, TWO = (Rule(f"X-{n}", "x", f"fact_{n}", "PRA 2002", SINCE) for n in (1, 2))


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_table_is_whole(name: str) -> None:
    assert faults(QUESTIONS[name]) == []


def test_two_rows_that_ask_about_one_fact_on_one_day_overlap_and_in_turn_they_do_not() -> None:
    until = date(2025, 12, 3)
    for since, found in ((until, 1), (until + timedelta(days=1), 0), (SINCE, 1)):
        later = replace(ONE, id="X-3", since=since)
        assert len(overlaps((replace(ONE, until=until), later))) == found
        assert len(overlaps((later, replace(ONE, until=until)))) == found
    assert overlaps((ONE, TWO)) == []
    assert overlaps((ONE, replace(TWO, id="X-1"))) == ["x: two rows are called X-1"]


def test_a_row_that_changes_nothing_is_found_by_name() -> None:
    def first_only(_question, rows):
        return Verdict(parts(rows)["fact_1"].answer)

    assert faults(Question("x", (ONE, TWO), decide=first_only)) == ["x: X-2 changes nothing from 2020-02-01"]


def test_a_gap_is_found_with_the_facts_that_fall_into_it() -> None:
    def gap(_question, rows):
        fact = parts(rows)
        return Verdict(Known.NOT_KNOWN) if all_of(*fact.values()).answer is Known.YES else Verdict(fact["fact_1"].answer)

    assert faults(Question("x", (ONE, TWO), decide=gap)) == [
        "x: no answer from 2020-02-01 for fact_1=yes fact_2=yes"]


FEW = sorted(name for name, question in QUESTIONS.items() if len(question.facts) <= 9)


@pytest.mark.parametrize("name", FEW)
def test_a_gap_made_in_a_real_table_is_found(name: str) -> None:
    """Where every row is answered no, this table is made to say nothing at all."""
    whole = QUESTIONS[name]

    def holed(question, rows):
        found = (whole.decide or any_row)(question, rows)
        return found if any(row.answer is not Known.NO for row in rows) else Verdict(Known.NOT_KNOWN)

    assert any(f"{name}: no answer from" in fault for fault in faults(replace(whole, decide=holed)))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_row_put_twice_into_a_real_table_is_found(name: str) -> None:
    rules = QUESTIONS[name].rules
    again = replace(rules[-1], id="XXX-1")
    assert overlaps((*rules, again)) == [f"{name}: {rules[-1].id} and XXX-1 ask about {again.fact} on the same day"]


@pytest.mark.parametrize("name", [name for name in FEW if QUESTIONS[name].decide and name not in ("authority", "body")])
def test_a_row_nothing_reads_put_into_a_real_table_is_found(name: str) -> None:
    whole = QUESTIONS[name]
    idle = replace(whole.rules[0], id="XXX-1", fact="nobody_reads_this", concludes=None)
    assert any("XXX-1 changes nothing from" in fault for fault in faults(replace(whole, rules=(*whole.rules, idle))))


def test_a_conclusion_nothing_leads_to_and_an_answer_without_its_conclusion_are_found() -> None:
    assert faults(replace(RECORDING, also_means=("nowhere",)))[-1] == "recording: nothing leads to nowhere"
    nameless = Question("x", (ONE,), decide=lambda _question, rows: Verdict(rows[0].answer), yes_means="this", no_means="that")
    assert "x: no answer from 2020-02-01 for fact_1=no" in faults(nameless)


def test_a_row_is_looked_at_on_every_stretch_of_days_it_holds() -> None:
    late = replace(TWO, fact="fact_1", id="X-2", since=date(2025, 1, 1))

    def stale(_question, rows):
        return Verdict(rows[0].answer if rows[0].rule.id == "X-1" else Known.NO)

    closed = replace(ONE, until=date(2024, 12, 31))
    assert faults(Question("x", (closed, late), decide=stale)) == ["x: X-2 changes nothing from 2025-01-01"]


def test_every_combination_is_tried_where_facts_are_few_and_the_same_choice_of_them_where_they_are_many() -> None:
    assert len({tuple(sheet.items()) for sheet in situations(("a", "b", "c"))}) == 8
    assert len(list(situations(tuple("abcdefghijkl")))) == 4096
    many = tuple(f"f{n}" for n in range(13))
    chosen = list(situations(many))
    assert len(chosen) == 4000
    assert chosen == list(situations(many))
    shares = [sum(answer is Known.YES for answer in sheet.values()) for sheet in chosen]
    assert min(shares) == 0
    assert max(shares) == 13
