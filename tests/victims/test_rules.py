"""What the scheme finds of a request, who may look at it, and by when; and the clocks that run from it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.codes.rules import Rows
from putright.codes.seeds import seeds
from putright.law.calendar import day_of
from putright.victims import queries, rules
from putright.victims.rules import COVERED, LATE, NOT_COVERED, UNKNOWN, Named

YES = dict.fromkeys(rules.ASKED, "yes")
ASKED = date(2026, 3, 27)


def finds(decision=rules.REVIEWABLE[0], answers=YES, told_on=date(2026, 3, 1), decided_on=date(2026, 2, 20)):
    sheet = rules.facts(decision, answers, told_on=told_on, asked_on=ASKED)
    return rules.found(sheet, decided_on=decided_on, asked_on=ASKED)[0]


def test_a_victim_a_counted_offence_a_suspect_interviewed_and_a_decision_of_the_police_can_be_reviewed():
    assert [finds(decision) for decision in rules.REVIEWABLE] == [COVERED, COVERED]


@pytest.mark.parametrize("decision", rules.DECISIONS[2:])
def test_no_other_decision_is_covered(decision):
    assert finds(decision) == NOT_COVERED


def test_the_three_months_end_on_the_day_of_the_same_number():
    assert finds(told_on=date(2025, 12, 27)) == COVERED
    assert finds(told_on=date(2025, 12, 26)) == LATE
    assert finds(told_on=None) == UNKNOWN


def test_a_decision_from_before_the_scheme_is_not_covered_and_one_of_its_first_day_is():
    assert finds(decided_on=date(2015, 3, 31)) == NOT_COVERED
    assert finds(decided_on=date(2015, 4, 1)) == COVERED


EVERY = [dict(zip(rules.ASKED, said, strict=True)) for said in product(("yes", "no", "not_known"), repeat=3)]


@pytest.mark.parametrize("answers", EVERY)
def test_one_no_is_enough_and_one_unknown_never_turns_them_away(answers):
    said = set(answers.values())
    assert finds(answers=answers) == (NOT_COVERED if "no" in said else UNKNOWN if "not_known" in said else COVERED)


def test_only_a_decision_that_follows_the_finding_needs_no_reason():
    needless = {(found, taken) for found in (COVERED, LATE, NOT_COVERED, UNKNOWN) for taken in (True, False)
                if not rules.needs_reason(found, taken)}  # fmt: skip
    assert needless == {(COVERED, True), (NOT_COVERED, False)}


DECIDED = Named("Ann Lloyd", "sergeant", "311")


RANKS = Rows(seeds(queries.RANKS, None)).in_force(date(2026, 3, 27))
ORDER = rules.seniority(RANKS)


@given(st.sampled_from(RANKS), st.sampled_from(RANKS))
def test_who_looks_at_it_outranks_who_decided(one, other):
    ranks = [row.code for row in RANKS if not row.parent]
    place = {row.code: ranks.index(row.parent or row.code) for row in RANKS}
    found = rules.may_review(Named("Bo Hale", one.code), decided=Named("Ann Lloyd", other.code), linked=[], order=ORDER)
    assert found == (place[one.code] > place[other.code])


def test_a_nominated_officer_without_a_police_rank_stands_where_the_office_puts_the_grade():
    nominated, decided = Named("Bo Hale", "reviewing_officer"), Named("Ann Lloyd", "inspector")
    assert nominated.outranks(decided, ORDER) and not nominated.outranks(Named("Cy Rhys", "chief_inspector"), ORDER)
    lower = tuple(replace(row, parent="sergeant") if row.code == "reviewing_officer" else row for row in RANKS)
    order = rules.seniority(Rows(lower).in_force(date(2026, 3, 27)))
    assert not nominated.outranks(decided, order) and not nominated.outranks(decided, {})
    assert all(row.recalled for row in RANKS), "nobody has read the order of ranks or grades in a source"


@pytest.mark.parametrize("one", [
    Named("Bo Hale"),  # no rank: nobody can say that they are more senior
    Named("Ann Lloyd", "inspector"), Named("Insp A. Lloyd", "inspector"), Named("Bo Hale", "inspector", "C/0311"),
    Named("Dana Price", "chief_inspector"), Named("Bo Hale", "inspector", "2417"),
])  # fmt: skip
def test_nobody_linked_to_the_matter_looks_at_it_by_name_or_by_number(one):
    assert not rules.may_review(one, decided=DECIDED, linked=[Named("Dana Price", number="2417")], order=ORDER)


def test_ten_and_thirty_working_days_leave_out_easter():
    assert day_of(rules.acknowledge_by(ASKED)) == date(2026, 4, 14)  # Good Friday 3 and Easter Monday 6 April left out
    assert day_of(rules.answer_by(ASKED)) == date(2026, 5, 13)  # and the early May bank holiday


def test_right_six_is_five_working_days_and_one_with_enhanced_rights():
    friday = date(2026, 3, 27)
    assert rules.tell_by(friday, enhanced=False) == date(2026, 4, 7)
    assert rules.tell_by(friday, enhanced=True) == date(2026, 3, 30)
    assert all(period.recalled for period in rules.RIGHT_SIX.values())
    assert rules.tell_by(friday + timedelta(days=1), enhanced=True) == date(2026, 3, 30)
