"""Reviews as the text has them (PRA 2002 Sch 3 paras 6A, 25, 28ZA, 30 to 32; CMR 2020 regs 29, 30, 32), one test a line."""

from datetime import date, timedelta

import pytest

from putright.cases.refusals import OutsideRemit
from putright.clocks import actions as clocks
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.codes.rules import Rows
from putright.codes.seeds import seeds
from putright.law.calendar import day_of
from putright.letterkinds.of_reviews import letter_values
from putright.review_letters import owed as letters_owed
from putright.reviews import actions, queries, refusals, rules
from putright.reviews.outcome import actions as outcome
from tests.make import people
from tests.make import reviews as make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def right(**known) -> str:
    return rules.right(make.application(**known)).answer


def body(**grounds) -> str:
    return rules.whose(make.application(grounds=make.OURS | grounds)).conclusion


def time(given: date, came: date, **more) -> str:
    return rules.in_time(make.application(given_on=given, received_on=came, **more)).answer


def states(case, at) -> dict[str, State]:
    return {one.promise: one.state for one in latest(for_case(case, at))}


# Right: recorded, and handled otherwise than by investigation (6A) or by the authority's own (25(1B)).
@pytest.mark.parametrize(("handled", "answer"), [
    ("otherwise", "yes"), ("investigated", "yes"),
    ("outside", "no"), ("not_complaint", "no"),  # handled outside Schedule 3, or no complaint
    ("iopc", "no"),  # directed and independent investigations
    ("accelerated", "no"),  # 25(1A), unless a further report followed
])  # fmt: skip
def test_who_has_a_right_to_a_review(handled, answer):
    assert right(handled=handled) == answer


def test_it_is_the_complainants_right_and_only_of_an_outcome():
    assert right(who="somebody_else") == "no" and right(who="for_them") == "yes" and right(outcome_given="no") == "no"


# Relevant review body: para 30, reg 32. Any one of the seven, else the local policing body.
@pytest.mark.parametrize("ground", [
    "local_policing_body_is_authority", "about_senior_officer", "not_cleared_on_its_face", "referred_or_must_be",
    "treated_as_referred", "same_incident_as_iopc_matter", "part_falls_to_iopc",
])  # fmt: skip
def test_any_of_the_seven_makes_it_the_iopcs_and_none_the_policing_bodys(ground):
    assert body(**{ground: "yes"}) == "iopc" and body() == "local_policing_body"
    assert rules.whose(make.application(grounds=make.OURS | {ground: "not_known"})).answer == "not_known"


# Time: 28 days starting with the day after the day the information was provided (29(2)).
def test_the_twenty_eighth_day_after_is_in_time_and_the_twenty_ninth_is_not():
    told = date(2026, 3, 3)
    assert time(told, told + 28 * DAY) == "yes" and time(told, told + 29 * DAY) == "no"


def test_the_days_between_the_wrong_bodys_receipt_and_its_forwarding_are_left_out():
    told, wrong = date(2026, 3, 3), date(2026, 3, 20)
    sent = wrong + 15 * DAY
    assert time(told, sent, wrong_on=wrong, sent_on=sent) == "yes"
    assert time(told, told + 44 * DAY, wrong_on=wrong, sent_on=told + 44 * DAY) == "yes"  # 17 days ran, all others were there


def test_a_late_one_may_be_let_in_for_special_circumstances_by_a_named_person_with_a_reason(cast):
    review = make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam, given_on=date(2026, 1, 1))
    assert rules.suggested(queries.findings(review)) == "refused"
    with pytest.raises(refusals.SayWhy):
        actions.extend(review, " ", by=cast.jo, at=cast.at)
    actions.extend(review, "She was in hospital until last week.", by=cast.jo, at=cast.at)
    assert rules.suggested(queries.findings(queries.one(review.case, 1))) == "accepted"


# Form (29(5)): five things; the body may waive defects (29(6)); it must ask for what it needs (29(7)).
@pytest.mark.parametrize("part", ["writing", "details", "complained_on", "decision_of", "given_on"])
def test_each_thing_an_application_must_have_is_missed_and_may_be_waived(cast, part):
    there = [one for one in rules.PARTICULARS if one != part]
    review = make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam, states=there)
    assert queries.findings(review)["form"].missing == (part,) and rules.suggested(queries.findings(review)) == ""
    actions.waive(review, [part], "It is plain from the file.", by=cast.jo, at=cast.at)
    assert rules.suggested(queries.findings(queries.one(review.case, 1))) == "accepted"


def accepted(cast, **known):
    review = make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam, **known)
    actions.admit(review, "accepted", by=cast.jo, at=cast.at)
    return review


def test_the_authority_and_whoever_is_complained_of_must_be_told_before_it_can_end(cast):
    review = accepted(cast)
    outcome.weigh(review, "Nobody rang.", "yes", "They did.", by=cast.jo, at=cast.at)
    outcome.decide(review, outcome.Verdict("not_upheld", {"en": "It was."}), by=cast.jo, at=cast.at)
    assert queries.left(queries.one(review.case, 1)) == ("notice_authority", "notice_subject")


# The powers: 6A(6)(a) and (b) after other handling; 25(4E) after an investigation; 28ZA remedies after either; no compensation.
def test_what_may_be_recommended_after_each_handling():
    remedies = {"apology", "return_property", "reflective_practice", "other_remedy"}
    rows = Rows(seeds(queries.WAYS, None)).in_force(date(2026, 3, 27))
    may = {way.code for way in rules.ways(rows, "otherwise") if way.parent != rules.NEVER}
    assert may == remedies | {"refer_to_iopc", "investigate"}
    after = {way.code for way in rules.ways(rows, "investigated") if way.parent != rules.NEVER}
    assert remedies < after and not after & {"refer_to_iopc", "investigate"}


def waiting(cast):
    review = accepted(cast)
    outcome.weigh(review, "Nobody rang.", "no", "Nobody did.", by=cast.jo, at=cast.at)
    outcome.decide(review, outcome.Verdict("upheld", {"en": "It was not."}), by=cast.jo, at=cast.at)
    with pytest.raises(refusals.NotCompensation):
        outcome.recommend(review, {"compensation": {"en": "Pay."}}, by=cast.jo, at=cast.at)
    outcome.recommend(review, {"apology": {"en": "Say sorry."}}, by=cast.jo, at=cast.at)
    return review


def answer(review, cast, came: date, at, said=("yes", {"en": "We will."})):
    outcome.answered(review, {review.recommendations.get().pk: said}, came, by=cast.sam, at=at)


# Response: 28 days starting the day after; accept and steps, or refuse and reasons; extendable.
def test_the_answer_is_in_time_by_the_day_it_came_whoever_writes_it_down_when(cast):
    review = waiting(cast)  # recommended on 27 March: the last of the 28 days is 24 April
    answer(review, cast, date(2026, 4, 24), cast.at + 31 * DAY)
    assert states(review.case, cast.at + 31 * DAY)["review-answer"] is State.KEPT


def test_an_answer_of_the_twenty_ninth_day_is_late(cast):
    review = waiting(cast)
    answer(review, cast, date(2026, 4, 25), cast.at + 31 * DAY, ("no", {"en": "It was nobody’s fault."}))
    assert states(review.case, cast.at + 31 * DAY)["review-answer"] is State.KEPT_LATE


@pytest.mark.parametrize("said", [("yes", {"en": ""}), ("no", {"en": " "}), ("perhaps", {"en": "We will see."})])
def test_an_answer_says_the_steps_or_the_reasons(cast, said):
    review = waiting(cast)
    with pytest.raises(refusals.SayWhy):
        answer(review, cast, date(2026, 4, 1), cast.at + 5 * DAY, said)


def test_recommendation_and_answer_are_copied_to_the_complainant_and_whoever_is_complained_of(cast):
    review = waiting(cast)
    answer(review, cast, date(2026, 4, 1), cast.at + 5 * DAY)
    assert {"copy_complainant", "copy_subject"} <= set(queries.left(queries.one(review.case, 1)))
    assert "response_copy" in [key.split(":")[1] for key, _since in letters_owed.owed(cast.at + 5 * DAY, limit=9)]


# Wrong body (31-32): forward it, tell the applicant which is right; it counts as made when forwarded.
def test_what_is_the_iopcs_is_sent_on_and_the_applicant_told_which_body_and_that_it_was(cast):
    review = make.review(make.recorded(cast.amir, cast.sam), by=cast.sam, grounds=make.OURS | {"about_senior_officer": "yes"})
    actions.admit(review, "forwarded", by=cast.jo, at=cast.at)
    for key, _since in letters_owed.owed(cast.at, limit=9):
        letters_owed.fulfil(key, at=cast.at)
    assert letter_values(review.case, "en")["review_forwarded"]["right_body"] == "iopc"


def test_the_wrong_body_need_not_be_allowed_to_review_in_order_to_send_it_on(cast):
    """A team of the chief constable may decide no review (reg 50), and must still send on what reached it."""
    theirs = people.handler("Bryn Person", "supervisor", cast.jo.team, employer="chief_constable", directed_by="chief_constable")
    review = make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam)
    with pytest.raises(OutsideRemit):
        actions.admit(review, "accepted", by=theirs, at=cast.at)
    actions.admit(review, "forwarded", {"en": "We are the force: it is the commissioner’s to review."}, by=theirs, at=cast.at)
    assert letter_values(review.case, "en")["review_forwarded"]["right_body"] == "local_policing_body"


def test_sent_on_by_the_policing_body_against_what_was_found_no_wrong_body_is_named(cast):
    review = make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam)
    actions.admit(review, "forwarded", {"en": "The IOPC asked for it."}, by=cast.jo, at=cast.at)
    assert letter_values(review.case, "en")["review_forwarded"]["right_body"] == ""


def test_it_counts_as_made_on_the_day_it_was_forwarded():
    one = make.application(received_on=date(2026, 4, 9), wrong_on=date(2026, 3, 20), sent_on=date(2026, 4, 7))
    assert one.made_on == date(2026, 4, 7)


# 3.3: acknowledged in five working days and done in 28, from the day it reached us.
def test_the_two_promises_of_our_own_run_from_the_day_it_reached_us_not_from_when_it_was_written_down(cast):
    review = make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam, received_on=date(2026, 3, 20))  # a week before
    due = {one.promise: day_of(one.due_at) for one in for_case(review.case, cast.at)}
    assert (due["review-received"], due["review-done"]) == (date(2026, 3, 27), date(2026, 5, 1))


# 3.1: no limit bites where exceptional circumstances prevent compliance (51(2)): reasoned, audited.
def test_the_answers_limit_may_be_excused_by_a_supervisor_with_a_reason(cast):
    review = waiting(cast)
    why = clocks.Why("excuse.emergency", "The whole department was called away.")
    clocks.excuse(review.case, "review-answer", why, by=cast.jo, at=cast.at + 40 * DAY)
    assert states(review.case, cast.at + 50 * DAY)["review-answer"] is State.EXCUSED
