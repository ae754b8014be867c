"""The promises of a review on the case’s clock strip: begun, kept, ended, and when they fall due."""

from datetime import date, timedelta

import pytest

from gateways import clock as clock_at
from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.clocks import owed
from putright.clocks.models import Notice
from putright.clocks.promises import State
from putright.clocks.queries import for_case
from putright.clocks.sweeping import sweep_all
from putright.law.calendar import day_of
from putright.reviews import actions, queries
from putright.reviews.outcome import actions as outcome
from tests.make import reviews as make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


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
    outcome.decide(review, outcome.Verdict("upheld", {"en": "It was not."}), by=cast.jo, at=cast.at)
    assert clocks(case, cast.at)["review-done"][0] is State.KEPT
    outcome.recommend(review, {"apology": {"en": "Sorry."}}, by=cast.jo, at=cast.at)
    assert clocks(case, cast.at)["review-answer"] == (State.RUNNING, queries.one(case, 1).answer_by)


def recommended(cast):
    case = make.recorded(cast.ffion, cast.sam)
    review = make.review(case, by=cast.sam)
    actions.admit(review, "accepted", by=cast.jo, at=cast.at)
    outcome.weigh(review, "Nobody rang.", "no", "No call.", by=cast.jo, at=cast.at)
    outcome.decide(review, outcome.Verdict("upheld", {"en": "It was not."}), by=cast.jo, at=cast.at)
    outcome.recommend(review, {"apology": {"en": "Sorry."}}, by=cast.jo, at=cast.at)
    return case, review


def answer(review, cast, at):
    item = review.recommendations.get()
    outcome.answered(review, {item.pk: ("yes", {"en": "We will."})}, at.date(), by=cast.sam, at=at)


@pytest.mark.parametrize(("days", "state"), [(40, State.KEPT), (43, State.KEPT_LATE)])
def test_given_longer_it_is_one_clock_and_kept_or_missed_against_the_new_day(cast, days, state):
    case, review = recommended(cast)  # on 27 March: until 24 April
    outcome.longer(review, date(2026, 5, 8), "Half the witnesses are away.", by=cast.jo, at=cast.at + 7 * DAY)
    assert clocks(case, cast.at + 30 * DAY)["review-answer"] == (State.RUNNING, date(2026, 5, 8))
    assert clocks(case, cast.at + 43 * DAY)["review-answer"] == (State.MISSED, date(2026, 5, 8))
    answer(review, cast, cast.at + days * DAY)
    assert [clock.state for clock in for_case(case, cast.at + 50 * DAY) if clock.promise == "review-answer"] == [state]


def test_a_second_day_takes_the_place_of_the_first_and_one_set_too_late_undoes_nothing(cast):
    case, review = recommended(cast)
    outcome.longer(review, date(2026, 5, 8), "Witnesses are away.", by=cast.jo, at=cast.at + 7 * DAY)
    outcome.longer(review, date(2026, 5, 17), "One is still away.", by=cast.jo, at=cast.at + 40 * DAY)
    assert clocks(case, cast.at + 45 * DAY)["review-answer"] == (State.WARNING, date(2026, 5, 17))  # a Sunday
    outcome.longer(review, date(2026, 6, 30), "They forgot.", by=cast.jo, at=cast.at + 60 * DAY)
    [clock] = [each for each in for_case(case, cast.at + 61 * DAY) if each.promise == "review-answer"]
    assert (clock.state, day_of(clock.due_at)) == (State.MISSED, date(2026, 5, 17))
    assert any("does not undo" in line for line in clock.working_out["en"])
    assert any("given until the end of Sunday 17 May 2026" in line for line in clock.working_out["en"])


def test_the_clocks_notice_each_day_that_passed_and_the_case_says_who_gave_longer_and_why(cast, client):
    case, review = recommended(cast)
    outcome.longer(review, date(2026, 5, 8), "Half the witnesses are away.", by=cast.jo, at=cast.at + 7 * DAY)
    for key, _since in owed.owed(cast.at + 60 * DAY, limit=9):
        owed.fulfil(key, at=cast.at + 60 * DAY)
    sweep_all(cast.at + 60 * DAY)
    missed = Notice.objects.filter(case=case, promise="review-answer", kind="missed")
    assert [day_of(one.fell_at) for one in missed] == [date(2026, 5, 8)]
    with clock_at.fixed(cast.at + 8 * DAY):
        client.force_login(cast.jo.user)
        for address in (f"/en/staff/cases/{case.reference}/clocks/review-answer/", f"/en/staff/cases/{case.reference}"):
            page = client.get(address, follow=True).content.decode()
            assert f"Given longer by {cast.jo.name}: Half the witnesses are away." in page


def test_what_was_written_before_it_was_one_event_reads_the_same(cast):
    case, _review = recommended(cast)
    facts = {"review": 1, "answer_by": date(2026, 5, 8)}
    write(locked(case), Line("review_longer", cast.at + DAY, cast.jo, facts=facts, payload={"why": "Away."}))
    assert clocks(case, cast.at + 30 * DAY)["review-answer"] == (State.RUNNING, date(2026, 5, 8))


def test_giving_longer_is_no_part_in_the_handling_and_bars_nobody_from_a_second_review(cast):
    case, review = recommended(cast)
    outcome.longer(review, date(2026, 5, 8), "Away.", by=cast.jo, at=cast.at + DAY)
    second = make.review(case, by=cast.sam)
    type(second).objects.filter(pk=second.pk).update(at=cast.at + 2 * DAY)
    second.refresh_from_db()
    actions.admit(second, "accepted", by=cast.jo, at=cast.at + 3 * DAY)
    assert queries.stage(queries.one(case, 2)) == "looked_at"


def test_what_is_sent_on_needs_no_deciding(cast):
    case = make.recorded(cast.ffion, cast.sam)
    review = make.review(case, by=cast.sam, grounds=make.OURS | {"referred_or_must_be": "yes"})
    actions.admit(review, "forwarded", by=cast.jo, at=cast.at)
    assert clocks(case, cast.at)["review-done"][0] is State.ENDED
