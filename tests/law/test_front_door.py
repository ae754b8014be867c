"""What follows between the questions of the front door: three tests kept apart, inferences towards protection, presumptions."""

from datetime import date

import pytest

from putright.law.body import body_on
from putright.law.ending import presumed_from
from putright.law.questions import QUESTIONS, weigh
from putright.law.refusals import LawRefused
from tests.law.test_situations import sheet

ON = date(2026, 3, 27)


def answer(question: str, facts: dict[str, str], on: date = ON) -> str:
    return str(weigh(question, facts, on=on).answer)


@pytest.mark.parametrize(("fact", "question"), [
    ("might_be_crime_or_discipline", "recording"),          # para 2(6B)(b): might, if proved
    ("indication_of_crime_or_discipline", "investigation"),  # para 6(2C): an indication
    ("not_cleared_on_its_face", "review_body"),              # reg 32(b): from the complaint alone
])
def test_three_tests_are_three_answers_and_none_answers_another(fact: str, question: str) -> None:
    for asked in ("recording", "investigation", "review_body"):
        facts = {**dict.fromkeys((*QUESTIONS[asked].facts, *QUESTIONS[asked].reads), "no"), fact: "yes"}
        assert answer(asked, facts) == ("yes" if asked == question else "no")


PERSON = {"dissatisfied_with_force": "yes", "made_for_another": "no"}


@pytest.mark.parametrize(("facts", "expected"), [
    ({"under_same_chief_officer_then": "no", "on_duty_then": "no", "serves_in_that_force": "no", "distress": "yes",
      "only_saw_or_heard": "no"}, "yes"),
    ({"on_duty_then": "yes", "adversely_affected": "yes"}, "no"),
    ({"on_duty_then": "yes", "adversely_affected": "yes", "by_or_for_member_of_public": "yes"}, "yes"),  # a typed yes stands
    ({"by_or_for_member_of_public": "yes", "distress": "yes", "present_or_close_by": "yes"}, "yes"),
    ({"by_or_for_member_of_public": "yes", "adversely_affected": "no", "distress": "yes", "only_saw_or_heard": "no"}, "yes"),
    ({"by_or_for_member_of_public": "yes", "distress": "yes"}, "not_known"),
    ({"by_or_for_member_of_public": "yes", "about_conduct": "no", "loss_or_damage": "no", "distress": "no",
      "inconvenience": "no", "danger_or_undue_risk": "no"}, "no"),
])
def test_s_12_and_s_29_the_tests_of_standing_settle_what_is_left_open(facts: dict[str, str], expected: str) -> None:
    assert answer("is_complaint", {**PERSON, **facts}) == expected


@pytest.mark.parametrize("fact", QUESTIONS["referral"].facts)
def test_para_4_1_what_must_be_referred_is_recorded_by_its_path_and_is_never_referred_by_choice(fact: str) -> None:
    facts = {**dict.fromkeys(QUESTIONS["route"].facts, "no"), "about_someone_serving_here": "yes", fact: "yes"}
    assert weigh("route", facts, on=ON).conclusion == "complaint_recorded"
    grave = {**dict.fromkeys(QUESTIONS["voluntary_referral"].facts, "no"), "gravity_of_subject_matter": "yes", fact: "yes"}
    assert weigh("voluntary_referral", grave, on=ON).conclusion == "no_voluntary_referral"


def test_para_4_3_nine_noes_leave_it_to_choice_and_who_may_is_asked_while_open() -> None:
    nine = dict.fromkeys(QUESTIONS["referral"].facts, "no")
    found = weigh("voluntary_referral", {**nine, "gravity_of_subject_matter": "yes", "referred_before": "no"}, on=ON)
    assert (str(found.answer), found.conclusion, found.missing) == ("yes", None, ("local_policing_body_is_authority",))
    chief = {**nine, "about_chief_officer_conduct": "yes", "exceptional_circumstances": "yes", "referred_before": "no"}
    assert weigh("voluntary_referral", chief, on=ON).conclusion == "local_policing_body_as_authority"
    agreed = {**nine, "gravity_of_subject_matter": "yes", "iopc_consents_to_second_referral": "yes"}
    assert weigh("voluntary_referral", agreed, on=ON).missing == ("referred_before", "local_policing_body_is_authority")
    ours = {**agreed, "local_policing_body_is_authority": "no"}
    assert weigh("voluntary_referral", ours, on=ON).missing == ("referred_before",)


def test_reg_5_the_duty_stands_while_it_is_open_whether_it_is_the_chief_officer() -> None:
    facts = sheet("investigation", "indication_of_crime_or_discipline=yes about_chief_officer_conduct=not_known *=no")
    found = weigh("investigation", facts, on=ON)
    assert (str(found.answer), found.conclusion, found.missing) == ("yes", None, ("about_chief_officer_conduct",))
    rights = sheet("investigation", "indication_of_article_2_or_3=yes about_chief_officer_conduct=yes *=no")
    assert weigh("investigation", rights, on=ON).conclusion == "investigate"


def test_a_late_request_for_a_victims_review_is_asked_about_and_never_turned_away() -> None:
    facts = sheet("vrr", "victim_or_may_speak_for_one=yes offence_counted_nationally=yes suspect_interviewed_under_caution=yes"
                         " police_decided_no_proceedings=yes asked_within_three_months=not_known *=no")
    found = weigh("vrr", facts, on=ON)
    assert (str(found.answer), found.conclusion, found.missing) == ("yes", None, ("asked_within_three_months",))
    assert answer("vrr", facts, date(2015, 4, 1)) == "yes"
    assert answer("vrr", facts, date(2015, 3, 31)) == "not_known"


def test_para_2_10_two_owners_make_two_matters_even_against_a_typed_no() -> None:
    both = {"about_someone_serving_here": "yes", "about_another_force": "yes", "parts_have_different_owners": "no"}
    assert weigh("split", both, on=ON).conclusion == "treat_as_two"
    one = {**dict.fromkeys(QUESTIONS["authority"].facts, "no"), "about_someone_serving_here": "yes",
           "about_service_or_policy_here": "yes", "part_is_not_a_complaint": "no"}
    assert weigh("split", one, on=ON).conclusion == "treat_as_one"
    open_one = {**one, "about_office_staff": "not_known"}
    assert weigh("split", open_one, on=ON).missing == ("parts_have_different_owners",)
    assert weigh("split", {**one, "about_someone_serving_here": "not_known", "about_service_or_policy_here": "not_known"},
                 on=ON).conclusion == "treat_as_one"


@pytest.mark.parametrize(("sent", "panel", "first"), [
    (date(2026, 3, 2), False, date(2026, 3, 31)),   # reg 39(4)(b): 28 days from the 3rd end on the 30th
    (date(2026, 3, 2), True, date(2026, 3, 24)),    # ELPB 2012 reg 16(8): 21 days end on the 23rd
])
def test_no_reply_counts_from_the_day_after_the_last_of_the_days(sent: date, panel: bool, first: date) -> None:
    assert presumed_from(sent, panel=panel) == first
    assert panel or presumed_from(sent) == first


def test_one_body_may_hand_over_to_another_on_a_day() -> None:
    bodies = [(date(2028, 5, 8), "the mayor"), (date(2012, 11, 22), "the commissioner")]
    assert body_on(date(2028, 5, 7), bodies) == "the commissioner"
    assert body_on(date(2028, 5, 8), bodies) == "the mayor"
    assert body_on(date(2012, 11, 22), bodies) == "the commissioner"


@pytest.mark.parametrize(("day", "bodies", "says"), [
    (date(2012, 11, 21), [(date(2012, 11, 22), "the commissioner")], "No body is named for 2012-11-21"),
    (date(2030, 1, 1), [(date(2028, 5, 8), "a"), (date(2028, 5, 8), "b")], "same day"),
])
def test_a_day_without_a_body_and_two_bodies_on_one_day_are_refused(day, bodies, says) -> None:
    with pytest.raises(LawRefused, match=says) as refused:
        body_on(day, bodies)
    assert refused.value.cy
