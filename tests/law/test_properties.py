"""What must hold for any facts, any order of rows and any day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from putright.law import terms
from putright.law.questions import FACTS, QUESTIONS, RULES, weigh, weigh_all
from putright.law.referral import RULES as REFERRAL
from putright.law.terms import Known

ANSWERS = st.sampled_from(["yes", "no", "not_known"])
SHEETS = st.dictionaries(st.sampled_from(FACTS), ANSWERS)
NAMES = st.sampled_from(sorted(QUESTIONS))
ON = date(2026, 3, 27)
UNTIL_THEN = st.dates(date(1990, 1, 1), date(2020, 1, 31))
OWNERS = ["local_policing_body", "police_and_crime_panel", "chief_officer", "other_force", "office_procedure",
          "not_a_police_matter"]


@given(NAMES, SHEETS, st.randoms())
@settings(max_examples=300, deadline=None)
def test_the_order_of_rows_never_matters(name, facts, random):
    question = QUESTIONS[name]
    shuffled = list(question.rules)
    random.shuffle(shuffled)
    other = replace(question, rules=tuple(shuffled))
    assert terms.weigh(other, facts, on=ON, vocabulary=FACTS) == weigh(name, facts, on=ON)


@given(SHEETS, st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_order_of_facts_never_matters(facts, random):
    turned = list(facts.items())
    random.shuffle(turned)
    assert weigh_all(dict(turned), on=ON) == weigh_all(facts, on=ON)


@given(NAMES, SHEETS, st.sampled_from(FACTS), st.sampled_from(["yes", "no"]))
@settings(max_examples=400, deadline=None)
def test_learning_a_fact_never_unmeets_a_rule_and_never_turns_a_known_answer(name, facts, learnt, answer):
    facts = {**facts, learnt: "not_known"}
    before = weigh(name, facts, on=ON)
    after = weigh(name, {**facts, learnt: answer}, on=ON)
    assert set(before.met) <= set(after.met)
    # An inferred "yes" may replace a "no" that was typed against it, and only ever in that direction.
    inferred = {row.rule for row in before.rows if row.answer is Known.NO} & set(after.met)
    if before.answer is not Known.NOT_KNOWN and not inferred:
        assert (after.answer, after.conclusion) == (before.answer, before.conclusion)


@given(SHEETS, st.sampled_from(REFERRAL[:8]))
@settings(max_examples=200, deadline=None)
def test_adding_any_of_m1_to_m8_never_removes_the_referral_and_always_makes_it(facts, rule):
    after = weigh("referral", {**facts, rule.fact: "yes"}, on=ON)
    assert after.answer is Known.YES
    assert set(weigh("referral", facts, on=ON).met) | {rule} == set(after.met)


@given(SHEETS, st.sampled_from(REFERRAL[1:8]))
@settings(max_examples=100, deadline=None)
def test_what_must_be_referred_must_be_recorded_and_is_reviewed_by_the_iopc(facts, rule):
    facts = {**facts, rule.fact: "yes"}
    assert weigh("recording", facts, on=ON).answer is Known.YES
    assert weigh("review_body", facts, on=ON).conclusion == "iopc"


@given(NAMES, SHEETS, UNTIL_THEN)
@settings(max_examples=200, deadline=None)
def test_nothing_of_the_law_of_2020_applies_before_1_february_2020_and_no_is_never_found_for_want_of_law(name, facts, on):
    finding = weigh(name, facts, on=on)
    assert [rule for rule in finding.met if rule.since > on] == []
    if not finding.rows:
        assert (finding.answer, finding.met, finding.missing) == (Known.NOT_KNOWN, (), ())
    if name != "body":
        assert finding.rows == ()


@given(st.sampled_from(RULES), st.integers(1, 4000))
@settings(max_examples=100, deadline=None)
def test_a_rule_is_asked_on_its_first_and_last_day_and_on_no_day_outside(rule, days):
    last = rule.since + timedelta(days=days)
    closed = replace(rule, until=last)
    assert closed.in_force(rule.since)
    assert closed.in_force(last)
    assert not closed.in_force(rule.since - timedelta(days=1))
    assert not closed.in_force(last + timedelta(days=1))


@given(NAMES, SHEETS)
@settings(max_examples=400, deadline=None)
def test_not_known_never_lowers_protection(name, facts):
    """Whatever was answered "no" and is then not known, no duty that bit stops biting, and no owner drops lower."""
    unsure = {fact: "not_known" if answer == "no" else answer for fact, answer in facts.items()}
    sure, doubt = weigh(name, facts, on=ON), weigh(name, unsure, on=ON)
    if name in ("recording", "referral", "review_body"):
        assert (doubt.answer is Known.YES) == (sure.answer is Known.YES)
    if name == "authority" and doubt.conclusion:
        assert OWNERS.index(doubt.conclusion) <= OWNERS.index(sure.conclusion or "not_a_police_matter")
    if doubt.answer is Known.NO:
        assert sure.answer is Known.NO


@given(NAMES, SHEETS)
@settings(max_examples=300, deadline=None)
def test_no_is_found_only_when_nothing_that_matters_is_missing(name, facts):
    finding = weigh(name, facts, on=ON)
    assert (finding.answer is Known.NOT_KNOWN) <= bool(finding.missing)
    if finding.answer is Known.NO:
        assert finding.missing == ()
    if finding.answer is Known.NO and name != "is_complaint":
        assert {row.answer for row in finding.rows} == {Known.NO}


@given(SHEETS)
@settings(max_examples=200, deadline=None)
def test_a_fact_left_out_is_the_same_as_a_fact_not_known(facts):
    assert weigh_all(facts, on=ON) == weigh_all({**dict.fromkeys(FACTS, "not_known"), **facts}, on=ON)
