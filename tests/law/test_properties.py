"""What must hold for any facts, any order of rows and any day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from putright.law import changes, terms
from putright.law.explain import explain
from putright.law.questions import FACTS, QUESTIONS, RULES, weigh, weigh_all
from putright.law.referral import RULES as REFERRAL
from putright.law.terms import Known

ANSWERS = st.sampled_from(["yes", "no", "not_known"])
SHEETS = st.dictionaries(st.sampled_from(FACTS), ANSWERS)
NAMES = st.sampled_from(sorted(QUESTIONS))


def sheet_of(name):
    """Most facts of one question, with what it reads from others, so that findings are reached and not only missed."""
    question = QUESTIONS[name]
    facts = sorted({*question.facts, *question.reads})
    return st.tuples(st.just(name), st.lists(ANSWERS, min_size=len(facts), max_size=len(facts)).map(
        lambda answers: dict(zip(facts, answers, strict=True))))


ASKED = NAMES.flatmap(sheet_of)
ON = date(2026, 3, 27)
UNTIL_THEN = st.dates(date(1990, 1, 1), date(2020, 1, 31))
AROUND_TURNS = [day + timedelta(days=n) for day in changes.days() for n in (-1, 0, 1)]
OWNERS = ["local_policing_body", "police_and_crime_panel", "chief_officer", "other_force", "office_procedure",
          "not_a_police_matter"]
PATHS = ["emergency", "complaint_recorded", "police_and_crime_panel", "data_protection_complaint", "welsh_language_complaint",
         "victims_right_to_review", "complaint_outside_schedule_3", "passing_remark", "other_force", "office_procedure",
         "not_a_complaint", "crime_report", "report_fraud", "intelligence_record", "crimestoppers", "vehicle_recovery",
         "enquiry", "compliment", "not_a_police_matter"]
# What is worked out from other answers; typed against them, those answers win where they protect more.
SUMMARIES = {"anything_serious_alleged", "must_be_recorded", "is_complaint_in_law", "mandatory_referral_type",
             "by_or_for_member_of_public", "adversely_affected"}
DETAILS = sorted({*QUESTIONS["route"].facts, *QUESTIONS["route"].reads} - SUMMARIES)
PATHS_2014 = ["office_records_2014", "stays_with_psd_2014", "psd_records_2014", "recording_decision_2014",
              "local_recovery_2014", "control_room_recovery_2014", "supervisor_2014", "joint_team", "chief_officer"]


@given(ASKED, st.randoms())
@settings(max_examples=1500, deadline=None)
def test_the_order_of_rows_never_matters(asked, random):
    name, facts = asked
    question = QUESTIONS[name]
    shuffled = list(question.rules)
    random.shuffle(shuffled)
    other = replace(question, rules=tuple(shuffled))
    assert terms.weigh(other, facts, on=ON, vocabulary=FACTS) == weigh(name, facts, on=ON)


@given(ASKED, st.randoms())
@settings(max_examples=1000, deadline=None)
def test_nor_does_the_order_in_which_the_answered_rows_are_weighed(asked, random):
    """The rows come to `decide` in an order of their own; here they come in any, and it makes no difference."""
    name, facts = asked
    question = replace(QUESTIONS[name])
    vars(question)["ordered"] = tuple(random.sample(question.rules, len(question.rules)))
    mixed, sorted_ = terms.weigh(question, facts, on=ON, vocabulary=FACTS), weigh(name, facts, on=ON)
    assert (mixed.answer, mixed.conclusion) == (sorted_.answer, sorted_.conclusion)
    assert set(mixed.missing) == set(sorted_.missing)
    assert set(mixed.met) == set(sorted_.met)


@given(SHEETS, st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_order_of_facts_never_matters(facts, random):
    turned = list(facts.items())
    random.shuffle(turned)
    assert weigh_all(dict(turned), on=ON) == weigh_all(facts, on=ON)


@given(ASKED, st.data(), st.sampled_from(["yes", "no"]))
@settings(max_examples=2500, deadline=None)
def test_learning_a_fact_never_unmeets_a_rule_and_never_turns_a_known_answer(asked, data, answer):
    name, facts = asked
    learnt = data.draw(st.sampled_from(sorted(facts)))
    facts = {**facts, learnt: "not_known"}
    before = weigh(name, facts, on=ON)
    after = weigh(name, {**facts, learnt: answer}, on=ON)
    assert set(before.met) <= set(after.met)
    # An inferred "yes" may replace a "no" that was typed against it, and only ever in that direction.
    inferred = {row.rule for row in before.rows if row.answer is Known.NO} & set(after.met)
    if before.answer is not Known.NOT_KNOWN and not inferred:
        assert after.answer is before.answer
        assert before.conclusion in (None, after.conclusion)


@given(SHEETS, st.sampled_from(REFERRAL[:8]))
@settings(max_examples=1000, deadline=None)
def test_adding_any_of_m1_to_m8_never_removes_the_referral_and_always_makes_it(facts, rule):
    after = weigh("referral", {**facts, rule.fact: "yes"}, on=ON)
    assert after.answer is Known.YES
    assert set(weigh("referral", facts, on=ON).met) | {rule} == set(after.met)


@given(SHEETS, st.sampled_from(REFERRAL[1:8]))
@settings(max_examples=500, deadline=None)
def test_what_must_be_referred_must_be_recorded_and_is_reviewed_by_the_iopc(facts, rule):
    facts = {**facts, rule.fact: "yes"}
    assert weigh("recording", facts, on=ON).answer is Known.YES
    assert weigh("review_body", facts, on=ON).conclusion == "iopc"


@given(ASKED, UNTIL_THEN)
@settings(max_examples=1000, deadline=None)
def test_nothing_of_the_law_of_2020_applies_before_1_february_2020_and_no_is_never_found_for_want_of_law(asked, on):
    name, facts = asked
    finding = weigh(name, facts, on=on)
    assert [row for row in finding.rows if not row.rule.since <= on <= (row.rule.until or on)] == []
    if not finding.rows:
        assert (finding.answer, finding.met, finding.missing) == (Known.NOT_KNOWN, (), ())
    if name not in ("body", "route", "vrr"):
        assert finding.rows == ()


@given(sheet_of("route"), st.sampled_from([(ON, PATHS), (date(2014, 11, 3), PATHS_2014)]))
@settings(max_examples=2000, deadline=None)
def test_every_set_of_facts_has_exactly_one_owner_or_says_what_is_missing(asked, then):
    facts, (on, paths) = asked[1], then
    finding = weigh("route", facts, on=on)
    assert (finding.conclusion in paths) != (finding.answer is Known.NOT_KNOWN)
    assert (finding.answer is Known.NOT_KNOWN) == bool(finding.missing)
    settled = weigh("route", {fact: "no" if answer == "not_known" else answer for fact, answer in facts.items()}, on=on)
    assert settled.conclusion in paths


@given(st.lists(st.booleans(), min_size=len(DETAILS), max_size=len(DETAILS)), st.sets(st.sampled_from(DETAILS), max_size=6),
       st.sampled_from([(ON, PATHS), (date(2014, 11, 3), PATHS_2014)]))
@settings(max_examples=1500, deadline=None)
def test_not_known_never_yields_a_less_protective_path(answers, forgotten, then):
    """Forget any answers, a yes or a no: what is then concluded, if anything, is what was concluded before."""
    (on, paths), full = then, dict(zip(DETAILS, ("yes" if answer else "no" for answer in answers), strict=True))
    sure = weigh("route", full, on=on)
    doubt = weigh("route", {fact: "not_known" if fact in forgotten else answer for fact, answer in full.items()}, on=on)
    assert sure.conclusion in paths
    assert doubt.conclusion in (None, sure.conclusion)


@given(ASKED, st.dates(date(2010, 1, 1), date(2035, 12, 31)) | st.sampled_from(AROUND_TURNS))
@settings(max_examples=1500, deadline=None)
def test_no_row_is_weighed_before_its_day_or_after_its_end_and_none_in_force_is_left_out(asked, on):
    name, facts = asked
    wanted = {rule for rule in QUESTIONS[name].rules if rule.since <= on and (rule.until is None or on <= rule.until)}
    assert {row.rule for row in weigh(name, facts, on=on).rows} == wanted


@given(st.sampled_from(RULES), st.integers(1, 4000))
@settings(max_examples=100, deadline=None)
def test_a_rule_is_asked_on_its_first_and_last_day_and_on_no_day_outside(rule, days):
    last = rule.since + timedelta(days=days)
    closed = replace(rule, until=last)
    assert closed.in_force(rule.since)
    assert closed.in_force(last)
    assert not closed.in_force(rule.since - timedelta(days=1))
    assert not closed.in_force(last + timedelta(days=1))


@given(ASKED)
@settings(max_examples=2000, deadline=None)
def test_not_known_never_lowers_protection(asked):
    """Whatever was answered "no" and is then not known, no duty that bit stops biting, and no owner drops lower."""
    name, facts = asked
    unsure = {fact: "not_known" if answer == "no" else answer for fact, answer in facts.items()}
    sure, doubt = weigh(name, facts, on=ON), weigh(name, unsure, on=ON)
    if name in ("recording", "referral", "review_body"):
        assert (doubt.answer is Known.YES) == (sure.answer is Known.YES)
    if name == "authority" and doubt.conclusion:
        assert OWNERS.index(doubt.conclusion) <= OWNERS.index(sure.conclusion or "not_a_police_matter")
    if doubt.answer is Known.NO:
        assert sure.answer is Known.NO
    if name in ("may_perform", "withdrawal", "suspension", "repeat") and doubt.answer is Known.YES:
        assert sure.answer is Known.YES


@given(ASKED)
@settings(max_examples=1000, deadline=None)
def test_not_known_always_says_what_is_missing_and_a_known_no_never_waits(asked):
    name, facts = asked
    finding = weigh(name, facts, on=ON)
    assert (finding.answer is Known.NOT_KNOWN) <= bool(finding.missing)
    if finding.answer is Known.NO:
        assert finding.missing == ()
    if finding.answer is Known.NO and name in ("recording", "referral", "review_body", "body", "active", "authority"):
        assert {row.answer for row in finding.rows} == {Known.NO}


@given(SHEETS)
@settings(max_examples=200, deadline=None)
def test_a_fact_left_out_is_the_same_as_a_fact_not_known(facts):
    assert weigh_all(facts, on=ON) == weigh_all({**dict.fromkeys(FACTS, "not_known"), **facts}, on=ON)


@given(ASKED)
@settings(max_examples=400, deadline=None)
def test_the_reasons_given_are_enough_by_themselves_and_each_change_named_does_change_it(asked):
    name, facts = asked
    told = explain(name, facts, on=ON)
    if told.finding.answer is not Known.NOT_KNOWN:
        alone = {row.rule.fact: str(row.answer) for row in told.because}
        after = weigh(name, alone, on=ON)
        assert (after.answer, after.conclusion) == (told.finding.answer, told.finding.conclusion)
    for change in told.changes[:5]:
        after = weigh(name, {**facts, change.fact: str(change.answer)}, on=ON)
        assert (after.answer, after.conclusion) == (change.becomes, change.conclusion)
        assert (after.answer, after.conclusion) != (told.finding.answer, told.finding.conclusion)


def test_a_run_weighs_at_least_ten_thousand_generated_situations():
    tests = [test for name, test in globals().items() if name.startswith("test_") and hasattr(test, "hypothesis")]
    counted = [test._hypothesis_internal_use_settings.max_examples for test in tests]
    assert len(counted) >= 13
    assert sum(counted) >= 10_000
