"""Where a contact goes first, said a second time as plainly as it can be, and held against the rows.

First the process of 20 October 2014 on every yes and no; then the path of today on every sheet with up to three answers yes
and on a choice of the others, always the same."""

import random
from datetime import date
from itertools import combinations, product

import pytest

from putright.law.questions import QUESTIONS, weigh
from putright.law.terms import Finding, Known, find

TODAY, THEN = date(2026, 3, 27), date(2014, 11, 3)
ROUTE = QUESTIONS["route"]
FACTS_TODAY, FACTS_THEN = (tuple(rule.fact for rule in ROUTE.in_force(day)) for day in (TODAY, THEN))


def path_of_2014(yes: set[str]) -> str:
    """Processes A to E. A complaint is recorded; dissatisfaction is put right by whoever met it, or goes to the team."""
    if "joint_team_in_place" not in yes:
        return "chief_officer"
    if "assessed_as_complaint" in yes:
        if "about_chief_officer_conduct" in yes:
            return "office_records_2014"
        return "stays_with_psd_2014" if "first_met_by_psd" in yes else "psd_records_2014"
    if "service_recovery_failed" in yes:
        return "recording_decision_2014"
    if "put_right_there_and_then" in yes and "first_met_by_psd" not in yes:
        if "first_met_by_local_police" in yes:
            return "local_recovery_2014"
        if "first_met_by_101" in yes and "within_team_hours" not in yes:
            return "control_room_recovery_2014"
    return "supervisor_2014" if "needs_a_local_supervisor" in yes else "joint_team"


def path_today(yes: set[str]) -> str:
    """Danger; what must be recorded; the panel; rights with a path of their own; putting right; others; and so on down."""
    ours = yes & {"about_chief_officer_conduct", "about_someone_serving_here", "about_service_or_policy_here"}
    complaint = "is_complaint_in_law" in yes
    serious = "anything_serious_alleged" in yes or ("must_be_recorded" in yes and complaint)
    for holds, path in (
        ("danger_now" in yes, "emergency"),
        (ours and serious, "complaint_recorded"),
        ("about_commissioner_or_deputy" in yes, "police_and_crime_panel"),
        ("only_about_their_data" in yes, "data_protection_complaint"),
        ("only_about_welsh_service" in yes, "welsh_language_complaint"),
        ("only_a_charging_decision" in yes, "victims_right_to_review"),
        (ours and complaint and yes & {"sent_to_us", "wants_an_answer"}, "complaint_outside_schedule_3"),
        (ours and complaint, "passing_remark"),
        ("about_another_force" in yes, "other_force"),
        ("about_office_staff" in yes, "office_procedure"),
        (ours and "dissatisfied_with_force" in yes, "not_a_complaint"),
        ("reports_a_crime" in yes, "crime_report"),
        ("reports_fraud" in yes, "report_fraud"),
        ({"offers_information", "insists_and_gives_details"} <= yes, "intelligence_record"),
        ("offers_information" in yes, "crimestoppers"),
        ("asks_about_a_seized_vehicle" in yes, "vehicle_recovery"),
        ("asks_a_question" in yes, "enquiry"),
        ("gives_thanks" in yes, "compliment"),
    ):
        if holds:
            return path
    return "not_a_police_matter"


def found(facts: tuple[str, ...], yes: set[str], on: date) -> str | None:
    return find(ROUTE, {fact: Known.YES if fact in yes else Known.NO for fact in facts}, on=on).conclusion


def test_processes_a_to_e_of_20_october_2014_on_every_yes_and_no() -> None:
    for way in product((True, False), repeat=len(FACTS_THEN)):
        yes = {fact for fact, answer in zip(FACTS_THEN, way, strict=True) if answer}
        assert found(FACTS_THEN, yes, THEN) == path_of_2014(yes), yes


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_the_path_of_today_with_up_to_three_answers_yes(number: int) -> None:
    for chosen in combinations(FACTS_TODAY, number):
        assert found(FACTS_TODAY, set(chosen), TODAY) == path_today(set(chosen)), chosen


def test_the_path_of_today_on_a_choice_of_fuller_sheets() -> None:
    choose = random.Random(20140420)
    for number in range(3000):
        yes = {fact for fact in FACTS_TODAY if choose.random() < (0.2, 0.35, 0.5)[number % 3]}
        assert found(FACTS_TODAY, yes, TODAY) == path_today(yes), yes


def weighed(**answers: str) -> Finding:
    """About somebody serving here, and every other fact of the path no, but for what is said."""
    facts = {**dict.fromkeys(ROUTE.facts, "no"), "about_someone_serving_here": "yes", "sent_to_us": "yes", **answers}
    return weigh("route", facts, on=TODAY)


@pytest.mark.parametrize("fact", ["death_or_serious_injury", "might_be_crime_or_discipline", "might_infringe_article_2_or_3"])
def test_para_2_6b_what_must_be_recorded_for_what_it_is_takes_that_path_whoever_raises_it(fact: str) -> None:
    assert weighed(**{fact: "yes"}).conclusion == "complaint_recorded"


def test_para_2_6a_a_a_complaint_they_wish_recorded_takes_that_path_and_what_is_no_complaint_does_not() -> None:
    wish = {"complainant_wishes_recording": "yes", "dissatisfied_with_force": "yes"}
    assert weighed(**wish, is_complaint_in_law="yes").conclusion == "complaint_recorded"
    assert weighed(**wish).conclusion == "not_a_complaint"


def test_para_4_9_what_the_iopc_calls_in_must_be_recorded_though_nothing_else_asks_for_it() -> None:
    found = weighed(called_in_by_iopc="yes")
    assert found.conclusion == "complaint_recorded"
    assert {"RTE-2", "RTE-3"} <= {rule.id for rule in found.met}
