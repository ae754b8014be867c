"""Clocks over whole stories, told through the other rooms' own actions and not through events made up for the purpose."""

from datetime import timedelta

import pytest

from putright.allocation.actions import allocate, answer_back, give_back
from putright.cases.actions import allege, close, name_officer, spoke
from putright.cases.choices import Result
from putright.cases.log import Line, write
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.law.questions import FACTS
from putright.packs.actions import hand_over, outcome_back, receipt
from putright.recovery.actions import ask_to_record, hear, offer
from putright.triage.actions import answer, decide
from tests.make import allocation as make
from tests.make import people

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PLAIN = dict.fromkeys(FACTS, "no") | {
    "dissatisfied_with_force": "yes", "by_or_for_member_of_public": "yes", "about_someone_serving_here": "yes",
    "adversely_affected": "yes",
}  # fmt: skip


@pytest.fixture
def case(cast):
    made = make.case(cast.ffion, kind="complaint")
    make.contact(made)
    allege(made, "Shouted", "H1", on=cast.at.date(), by=cast.sam, at=cast.at)
    name_officer(made, people.officer(collar_number="9911"), by=cast.sam, at=cast.at)
    return made


def states(case, at):
    return {clock.promise: str(clock.state) for clock in latest(for_case(case, at))}


def test_not_content_then_recorded_handed_over_and_told(case, cast):
    at, sam = cast.at, cast.sam
    answer(case, PLAIN, by=sam, at=at)
    decide(case, "outside", by=sam, at=at + DAY)
    tried = offer(case, "apology", "He is sorry", by=sam, at=at + 2 * DAY)
    assert states(case, at + 2 * DAY) == {"first-contact": "kept", "refer": "running", "update": "running"}
    hear(tried, "no", "It was not meant", by=sam, at=at + 3 * DAY)
    ask_to_record(case, "I want it recorded", by=sam, at=at + 3 * DAY)
    went = hand_over(case, "standards", by=sam, at=at + 4 * DAY)
    assert states(case, at + 4 * DAY)["refer"] == "kept"
    receipt(went, "CO/1/26", "Pat Okoro", by=cast.pat, at=at + 5 * DAY)
    write(case, Line("sent", at + 20 * DAY, sam, facts={"kind": "update", "medium": "email"}))
    outcome_back(went, "Not acceptable", by=cast.pat, at=at + 40 * DAY)
    assert states(case, at + 41 * DAY) == {
        "first-contact": "kept", "refer": "kept", "update": "running", "outcome": "running",
    }  # fmt: skip
    write(case, Line("sent", at + 42 * DAY, sam, facts={"kind": "outcome", "medium": "email"}))
    close(case, by=sam, at=at + 43 * DAY, results={1: Result("schedule-3.not-acceptable")})
    assert states(case, at + 100 * DAY) == {
        "first-contact": "kept", "refer": "kept", "update": "ended", "outcome": "kept",
    }  # fmt: skip
    assert not any(clock.is_open for clock in for_case(case, at + 100 * DAY))


def test_what_must_be_referred_is_due_the_next_day_and_kept_by_passing_it_to_standards(case, cast):
    answer(case, PLAIN | {"serious_assault": "yes"}, by=cast.sam, at=cast.at)
    decide(case, "recorded", by=cast.sam, at=cast.at)
    assert states(case, cast.at)["iopc-referral"] == "running"
    assert states(case, cast.at + 2 * DAY)["iopc-referral"] == "missed"
    hand_over(case, "standards", by=cast.sam, at=cast.at + DAY)
    assert states(case, cast.at + 2 * DAY)["iopc-referral"] == "kept"


def test_a_supervisor_who_says_nothing_does_not_stop_our_clocks(case, cast):
    answer(case, PLAIN, by=cast.sam, at=cast.at)
    decide(case, "outside", by=cast.sam, at=cast.at)
    given = allocate(case, cast.dana.team, "Please ring her", by=cast.sam, at=cast.at)
    assert states(case, cast.at + 12 * DAY) == {"first-contact": "missed", "refer": "missed", "update": "running"}
    answer_back(given, "explanation", "She understood.", "yes", by=cast.dana, at=cast.at + 12 * DAY)
    give_back(case, "We will confirm it with her.", by=cast.sam, at=cast.at + 12 * DAY)
    spoke(case, "She is content.", by=cast.sam, at=cast.at + 12 * DAY)
    late = {clock.promise: clock for clock in latest(for_case(case, cast.at + 13 * DAY))}
    assert late["first-contact"].state is State.KEPT_LATE and late["refer"].is_open


def test_something_told_as_dissatisfaction_restarts_when_it_is_found_to_be_a_complaint(cast):
    case = make.case(cast.ffion, kind="dissatisfaction")
    answer(case, PLAIN, by=cast.sam, at=cast.at)
    decide(case, "outside", by=cast.sam, at=cast.at + 6 * DAY)
    refer = {clock.promise: clock for clock in latest(for_case(case, cast.at + 7 * DAY))}["refer"]
    assert refer.restarted and refer.started_at == cast.at + 6 * DAY
    assert "gwelwyd mai cwyn ydyw" in refer.working_out["cy"][0]
