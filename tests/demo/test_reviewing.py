"""The demonstration has reviews and victims' reviews at every stage, in any office that may decide them."""

from datetime import UTC, datetime

import pytest

from demo.journeys import go_round
from gateways import clock
from putright.clocks.promises import State
from putright.clocks.queries import for_cases
from putright.letters.models import Letter
from putright.reviews import queries
from putright.reviews.models import Review
from putright.victims.models import Review as VictimReview
from tests.demo.test_load import demo

pytestmark = pytest.mark.django_db
SUNDAY_EARLY = datetime(2026, 11, 22, 6, 45, tzinfo=UTC)


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.DOCUMENTS = str(tmp_path / "shelf")


def clocks(cases, promise: str) -> set[State]:
    return {one.state for found in for_cases(cases, SUNDAY_EARLY).values() for one in found if one.promise == promise}


def test_reviews_stand_at_every_stage_and_one_was_answered_late():
    demo("cleveland")
    found = list(Review.objects.select_related("case"))
    assert {queries.stage(one) for one in found} == {"asked", "looked_at", "waiting", "answered", "finished"}
    assert {"refused", "forwarded"} <= {one.admitted for one in found}
    assert {"upheld", "not_upheld"} <= {one.outcome for one in found}
    assert {State.KEPT_LATE, State.RUNNING} <= clocks([one.case for one in found], "review-answer")
    victims = list(VictimReview.objects.select_related("case"))
    assert {one.result for one in victims} == {"", "cps"} and {one.taken_on for one in victims} == {None, True}
    assert any(one.longer.exists() for one in victims)


def test_where_the_team_is_the_forces_own_nobody_there_decides_a_review():
    demo("essex")
    assert {one.admitted for one in Review.objects.all()} == {""}


def test_with_the_rounds_each_is_told_its_letters():
    demo("cleveland")
    assert not Letter.objects.filter(kind="review_received").exists()
    with clock.fixed(SUNDAY_EARLY):
        go_round(SUNDAY_EARLY)
    assert {"review_received", "victim_review_asked"} <= set(Letter.objects.values_list("kind", flat=True))
