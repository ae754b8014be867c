"""A deed that stops half-way leaves nothing behind: the case, the review and the log are as they were."""

from datetime import timedelta

import pytest

from putright.cases.models import Event
from putright.letters.models import Letter
from putright.reviews import actions
from putright.reviews.models import Point, Recommendation, Review
from putright.reviews.outcome import actions as outcome
from putright.victims.actions import reviewing
from putright.victims.models import Longer
from putright.victims.models import Review as VictimReview
from putright.victims.standing import due_on
from tests.make import reviews as make
from tests.victims import reviews as victims

pytestmark = pytest.mark.django_db
KEPT = (Review, Point, Recommendation, VictimReview, Longer, Letter, Event)
WHY = {"en": "The film was looked at again."}


class Stopped(Exception):
    """The machine stopped as the log was to be written, the last step of every deed."""


def everything() -> list[list[dict]]:
    return [list(model.objects.order_by("pk").values()) for model in KEPT]


def stops(*args, **kwargs):
    raise Stopped


def test_a_decision_that_stops_half_way_decided_nothing(cast, monkeypatch):
    review = make.review(make.recorded(cast.ffion, cast.sam), by=cast.sam)
    actions.admit(review, "accepted", by=cast.jo, at=cast.at)
    outcome.weigh(review, "Nobody rang.", "no", "Nobody did.", by=cast.jo, at=cast.at)
    verdict, before = outcome.Verdict("upheld", {"en": "It was not."}), everything()
    with monkeypatch.context() as broken:
        broken.setattr(outcome, "write", stops)
        for deed in (lambda: outcome.decide(review, verdict, by=cast.jo, at=cast.at),
                     lambda: outcome.weigh(review, "Another.", "no", "So it was.", by=cast.jo, at=cast.at)):  # fmt: skip
            with pytest.raises(Stopped):
                deed()
    assert everything() == before
    outcome.decide(review, verdict, by=cast.jo, at=cast.at)
    before = everything()
    with monkeypatch.context() as broken, pytest.raises(Stopped):
        broken.setattr(outcome, "write", stops)
        outcome.recommend(review, {"apology": {"en": "Say sorry."}}, by=cast.jo, at=cast.at)
    assert everything() == before


def test_a_result_or_a_new_day_that_stops_half_way_told_nobody_and_ended_nothing(cast, monkeypatch):
    made = victims.taken(victims.case(cast.amir, at=cast.at), by=cast.sam, at=cast.at)
    before = everything()
    with monkeypatch.context() as broken:
        broken.setattr(reviewing, "write", stops)
        for deed in (lambda: reviewing.finish(made, "stands", WHY, by=cast.sam, at=cast.at),
                     lambda: reviewing.longer(made, due_on(made) + timedelta(days=9), WHY, by=cast.sam, at=cast.at)):  # fmt: skip
            with pytest.raises(Stopped):
                deed()
    assert everything() == before
    reviewing.finish(made, "stands", WHY, by=cast.sam, at=cast.at)
    assert everything() != before
