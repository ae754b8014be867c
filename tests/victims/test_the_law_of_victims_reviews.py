"""The victims' right to review and the Victims' Code as the text has them, one test a line."""

from datetime import date, datetime, timedelta

import pytest

from putright.cases.models import ComplainedOf
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.law.calendar import day_of
from putright.law.victims import last_day_to_ask
from putright.letters.models import Letter
from putright.outbox.sending import send
from putright.people.actions import note_officer
from putright.reviews.models import Review as ComplaintReview
from putright.victims import rules
from putright.victims.actions import keeping, reviewing
from putright.victims.models import Review
from putright.victims.refusals import NotThisReviewer, SayWhy
from putright.victims.standing import due_on, standing

from . import reviews

pytestmark = pytest.mark.django_db
WHY = {"en": "The film was looked at again."}


@pytest.fixture
def case(cast):
    type(cast.amir).objects.filter(pk=cast.amir.pk).update(email="amir@complainant.example")
    cast.amir.refresh_from_db()
    return reviews.case(cast.amir, at=cast.at)


def found(**known) -> str:
    given = {**reviews.KNOWN, **known}
    sheet = rules.facts(given["decision"], given["answers"], told_on=given["told_on"], asked_on=given["asked_on"])
    return rules.found(sheet, decided_on=given["decided_on"], asked_on=given["asked_on"])[0]


def states(case, at) -> dict[str, State]:
    return {one.promise: one.state for one in latest(for_case(case, at)) if one.promise.startswith("vrr-")}


# Applies to: decisions on or after 1 April 2015; NCRS offences; a suspect identified and interviewed under caution.
@pytest.mark.parametrize(("decided", "answer"), [(date(2015, 3, 31), "not_reviewable"), (date(2015, 4, 1), "reviewable")])
def test_decisions_from_the_first_day_of_the_scheme(decided, answer):
    told = decided + timedelta(days=3)
    assert found(decided_on=decided, told_on=told, asked_on=told) == answer


@pytest.mark.parametrize("fact", rules.ASKED)
def test_without_any_one_of_them_it_cannot_be_reviewed_and_unknown_turns_nobody_away(fact):
    assert found(answers=reviews.FACTS | {fact: "no"}) == "not_reviewable"
    assert found(answers=reviews.FACTS | {fact: "not_known"}) == "not_known"


# Reviewable, and not reviewable.
@pytest.mark.parametrize(("decision", "answer"), [
    ("police_decided_no_proceedings", "reviewable"), ("police_decided_no_cps_referral", "reviewable"),
    ("some_charged", "not_reviewable"),  # some, not all, charged; or another charge for the same matter
    ("out_of_court_disposal", "not_reviewable"), ("victim_withdrew_support", "not_reviewable"),
    ("crime_recording_decision", "not_reviewable"), ("enquiries_stopped", "not_reviewable"), ("decided_by_cps", "not_reviewable"),
])  # fmt: skip
def test_each_kind_of_decision(decision, answer):
    assert found(decision=decision) == answer


# Request within three months of notification; later at the force's discretion.
def test_within_three_months_of_being_told_is_a_right_and_later_is_for_the_force_to_allow():
    told = date(2026, 1, 31)
    assert last_day_to_ask(told) == date(2026, 4, 30)
    assert found(decided_on=told, told_on=told, asked_on=date(2026, 4, 30)) == "reviewable"
    assert found(decided_on=told, told_on=told, asked_on=date(2026, 5, 1)) == "reviewable_if_force_allows"


def test_a_late_one_is_taken_on_with_the_reason_of_a_named_person(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at, told_on=date(2025, 11, 1), decided_on=date(2025, 10, 30))
    with pytest.raises(SayWhy):
        reviewing.take_on(made, taken=True, why=" ", by=cast.sam, at=cast.at)
    reviewing.take_on(made, taken=True, why="He was in hospital.", by=cast.sam, at=cast.at)
    assert Review.objects.get().taken_by == cast.sam


# Acknowledge in ten working days; complete and tell in thirty, from receipt; longer only if the victim is told.
def test_ten_and_thirty_working_days_from_receipt_whatever_the_hour(cast, case):
    reviews.review(case, by=cast.sam, at=cast.at)  # Friday 27 March 2026, 16:50; Good Friday and Easter Monday come between
    due = {one.promise: day_of(one.due_at) for one in for_case(case, cast.at)}
    assert (due["vrr-acknowledge"], due["vrr-complete"]) == (date(2026, 4, 14), date(2026, 5, 13))


def test_the_result_is_kept_by_telling_and_not_by_deciding(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    letter = reviewing.finish(made, "stands", WHY, by=cast.sam, at=cast.at)
    assert states(case, cast.at)["vrr-complete"] is State.RUNNING
    send(letter, at=cast.at)
    assert states(case, cast.at)["vrr-complete"] is State.KEPT


def test_longer_tells_the_victim_and_the_one_clock_runs_to_the_new_day(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    until = due_on(made) + timedelta(days=14)
    reviewing.longer(made, until, WHY, by=cast.sam, at=cast.at)
    assert Letter.objects.filter(kind="victim_review_longer").count() == 1
    on_it = datetime.combine(until, cast.at.timetz())
    assert states(case, on_it)["vrr-complete"] in (State.RUNNING, State.WARNING)
    assert states(case, on_it + timedelta(days=1))["vrr-complete"] is State.MISSED


# Reviewer: not involved, and more senior.
def test_whoever_decided_or_is_named_in_the_matter_or_is_no_more_senior_does_not_look_at_it(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    reviewing.take_on(made, taken=True, why="", by=cast.sam, at=cast.at)
    officer = note_officer(name="Dai Penrose", collar_number="902")
    ComplainedOf.objects.create(case=case, officer=officer)
    for one in (
        rules.Named("Ann Lloyd", "superintendent", "311"), rules.Named("Dai Penrose", "superintendent", "902"),
        rules.Named("Eve Marsh", "sergeant", "12"), rules.Named("Eve Marsh", "", "12"),
    ):  # fmt: skip
        with pytest.raises(NotThisReviewer):
            reviewing.give_to(made, one, by=cast.sam, at=cast.at)
    reviewing.give_to(made, rules.Named("Eve Marsh", "inspector", "12"), by=cast.sam, at=cast.at)


# Outcomes, each told; separate from complaints.
@pytest.mark.parametrize("result", ["stands", "charge", "cps", "out_of_court", "further"])
def test_each_outcome_there_is_is_told_to_the_victim(cast, case, result):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    assert reviewing.finish(made, result, WHY, by=cast.sam, at=cast.at).kind == "victim_review_result"


def test_it_is_no_complaint_and_no_review_of_one(cast, case):
    reviews.review(case, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    assert case.recorded_at is None and not ComplaintReview.objects.filter(case=case).exists()
    assert not {"update", "refer"} & {one.promise for one in for_case(case, cast.at)}


# 6.2: what the tracker holds.
def test_the_tracker_holds_all_the_text_asks_for(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    assert (made.crime_reference, made.decided_on, made.decision, made.told_on) == (
        "42/1234/26", date(2026, 2, 20), "police_decided_no_proceedings", date(2026, 3, 1),
    )  # fmt: skip
    assert standing(made) == "reviewable" and made.reviewer == "Bo Hale"
    reviewing.finish(made, "stands", WHY, by=cast.sam, at=cast.at)
    for what in ("told_of_right", "contact_log", "enquiry_log", "documents", "filed"):
        keeping.confirm(made, keeping.Done(what, cast.at.date(), "Bo Hale"), by=cast.sam, at=cast.at)
    keeping.learn(made, "Ask for the film.", "", "", by=cast.sam, at=cast.at)
    kept = Review.objects.get()
    assert kept.result == "stands" and kept.learning and kept.confirmed.count() == 5


# 6.3, right 6: five working days, one with enhanced rights, of each of the five.
@pytest.mark.parametrize("happened", ["arrested", "interviewed", "released", "bail", "no_investigation"])
def test_right_six_names_what_the_victim_is_told_of_and_by_when(happened):
    assert happened in rules.HAPPENED
    friday = date(2026, 3, 27)
    assert rules.tell_by(friday, enhanced=False) == date(2026, 4, 7) and rules.tell_by(friday, enhanced=True) == date(2026, 3, 30)
