"""The promises of a review on the case’s clock strip: begun, kept, ended, and when they fall due."""

from datetime import date

import pytest

from putright.clocks.promises import State
from putright.clocks.queries import for_case
from putright.law.calendar import day_of
from putright.reviews import actions, queries
from putright.reviews.outcome import actions as outcome
from tests.make import reviews as make

pytestmark = pytest.mark.django_db


def clocks(case, at) -> dict[str, tuple[State, date]]:
    return {c.promise: (c.state, day_of(c.due_at)) for c in for_case(case, at) if c.promise.startswith("review-")}


def test_five_working_days_to_say_so_twenty_eight_to_decide_and_the_forces_own_twenty_eight_days(cast):
    case = make.recorded(cast.ffion, cast.sam)
    review = make.review(case, by=cast.sam)  # Friday 27 March 2026; Good Friday is 3 April, Easter Monday the 6th
    assert clocks(case, cast.at) == {
        "review-received": (State.RUNNING, date(2026, 4, 7)), "review-done": (State.RUNNING, date(2026, 5, 11)),
    }  # fmt: skip
    actions.admit(review, "accepted", by=cast.jo, at=cast.at)
    outcome.weigh(review, "Nobody rang.", "no", "No call.", by=cast.jo, at=cast.at)
    outcome.decide(review, outcome.Verdict("upheld", "It was not."), by=cast.jo, at=cast.at)
    assert clocks(case, cast.at)["review-done"][0] is State.KEPT
    outcome.recommend(review, {"apology": "Sorry."}, by=cast.jo, at=cast.at)
    assert clocks(case, cast.at)["review-answer"] == (State.RUNNING, queries.one(case, 1).answer_by)
    outcome.longer(review, date(2026, 5, 8), "They asked.", by=cast.jo, at=cast.at)
    assert clocks(case, cast.at)["review-answer"][0] is State.ENDED


def test_what_is_sent_on_needs_no_deciding(cast):
    case = make.recorded(cast.ffion, cast.sam)
    review = make.review(case, by=cast.sam, grounds=make.OURS | {"referred_or_must_be": "yes"})
    actions.admit(review, "forwarded", by=cast.jo, at=cast.at)
    assert clocks(case, cast.at)["review-done"][0] is State.ENDED
