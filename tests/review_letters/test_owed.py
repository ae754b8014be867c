"""What a review tells unasked: each letter once, with the review's own words, and none that a handler wrote before."""

from datetime import date, timedelta

import pytest

from putright.cases.models import Case
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.outbox.sending import send
from putright.review_letters import owed
from putright.reviews import actions
from putright.reviews.outcome import actions as outcome
from putright.rounds import house
from tests.make import reviews as make

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def due(at) -> list[str]:
    return [key.split(":")[1] for key, _since in owed.owed(at, limit=9)]


def go(at) -> None:
    for key, _since in list(owed.owed(at, limit=9)):
        for _again in range(3):
            owed.fulfil(key, at=at)


def asked(cast, **details):
    review = make.review(make.recorded(cast.amir, cast.sam), by=cast.sam, **details)
    Case.objects.filter(pk=review.case_id).update(imported=False)
    return review


def decided(cast, answer: str, verdict: str):
    review = asked(cast)
    go(cast.at)
    actions.admit(review, "accepted", by=cast.jo, at=cast.at + MINUTE)
    outcome.weigh(review, "Nobody rang.", answer, "The log shows it.", by=cast.jo, at=cast.at + MINUTE)
    outcome.decide(review, outcome.Verdict(verdict, {"en": "We read the whole log."}), by=cast.jo, at=cast.at + MINUTE)
    return review


def the_letter(kind: str) -> Letter:
    return Letter.objects.get(kind=kind)


def test_that_it_came_is_written_at_once_and_once_and_keeps_the_promise_when_it_goes(cast):
    type(cast.amir).objects.filter(pk=cast.amir.pk).update(email="amir@complainant.example")
    cast.amir.refresh_from_db()
    review = asked(cast)
    assert due(cast.at) == ["review_received"]
    go(cast.at)
    letter = the_letter("review_received")
    assert letter.by is None and "which body can look at it" in letter.body and due(cast.at) == []
    send(letter, at=cast.at)
    assert {one.promise: one.state for one in latest(for_case(review.case, cast.at))}["review-received"] is State.KEPT


def test_what_a_handler_wrote_is_not_written_again(cast):
    review = asked(cast)
    words = {"next_step_en": "We read it.", "next_step_cy": "Fe’i darllenwn.", "asked_on": "2026-03-27"}
    write_letter(review.case, "review_received", words, by=cast.sam, at=cast.at + MINUTE)
    assert due(cast.at + MINUTE) == []


def test_sent_on_says_to_whom_and_no_longer_that_it_came(cast):
    review = asked(cast, grounds=make.OURS | {"referred_or_must_be": "yes"})
    actions.admit(review, "forwarded", by=cast.jo, at=cast.at + MINUTE)
    assert due(cast.at + MINUTE) == ["review_forwarded"]
    go(cast.at + MINUTE)
    assert "Independent Office for Police Conduct" in the_letter("review_forwarded").body


def test_out_of_time_is_told_with_the_reasons_and_keeps_the_promise_to_say_it_came(cast):
    review = asked(cast, given_on=date(2026, 1, 5))
    why = {"en": "Nothing kept you from asking in time."}
    actions.admit(review, "refused", why, ground="late", by=cast.jo, at=cast.at + MINUTE)
    assert due(cast.at + MINUTE) == ["review_refused"]
    go(cast.at + MINUTE)
    body = the_letter("review_refused").body
    assert all(said in body for said in ("28 days to ask", "Nothing kept you from asking in time.", "judicial review"))


def test_no_right_says_which_in_their_words(cast):
    review = asked(cast, handled="outside")
    actions.admit(review, "refused", ground="no_right", by=cast.jo, at=cast.at + MINUTE)
    go(cast.at + MINUTE)
    assert "You can ask for it to be recorded at any time." in the_letter("review_refused").body


def test_not_upheld_is_told_at_once_with_the_reasons_as_they_were_written(cast):
    decided(cast, "yes", "not_upheld")
    assert due(cast.at + MINUTE) == ["review_decision"]
    go(cast.at + MINUTE)
    assert "We read the whole log." in the_letter("review_decision").body


def test_upheld_waits_for_what_is_recommended_so_that_one_letter_tells_both(cast):
    review = decided(cast, "no", "upheld")
    assert due(cast.at + MINUTE) == []
    outcome.recommend(review, {"apology": {"en": "Say sorry in writing."}}, by=cast.jo, at=cast.at + 2 * MINUTE)
    go(cast.at + 2 * MINUTE)
    assert "Say sorry in writing." in the_letter("review_decision").body and due(cast.at + 2 * MINUTE) == []
    item = review.recommendations.get()
    said = {item.pk: ("yes", {"en": "The sergeant will write."})}
    outcome.answered(review, said, cast.at.date(), by=cast.jo, at=cast.at + 3 * MINUTE)
    assert due(cast.at + 3 * MINUTE) == ["response_copy"]
    go(cast.at + 3 * MINUTE)
    assert "The sergeant will write." in the_letter("response_copy").body


def test_upheld_and_finished_without_a_recommendation_is_told_then(cast):
    review = decided(cast, "no", "upheld")
    outcome.notify(review, [outcome.Telling("authority"), outcome.Telling("subject")], by=cast.jo, at=cast.at + MINUTE)
    outcome.finish(review, by=cast.jo, at=cast.at + 2 * MINUTE)
    assert due(cast.at + 2 * MINUTE) == ["review_decision"]


def test_imported_history_and_what_is_long_past_tell_nothing(cast):
    review = asked(cast)
    assert due(cast.at + timedelta(days=36)) == []
    Case.objects.filter(pk=review.case_id).update(imported=True)
    assert due(cast.at) == []


def test_looking_costs_two_questions_however_many_there_are(cast, django_assert_num_queries):
    for _ in range(3):
        asked(cast)
    with django_assert_num_queries(2):
        assert len(due(cast.at)) == 3


def test_the_rounds_know_the_room(cast):
    asked(cast)
    assert any(key.startswith(owed.PREFIX) for key, _since in house.owed(cast.at))


def test_a_welsh_speaker_is_told_in_welsh(cast):
    make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam)
    go(cast.at)
    letter = the_letter("review_received")
    assert letter.language == "cy" and "pha gorff a all edrych arno" in letter.body
