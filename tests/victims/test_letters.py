"""The victim's letters: each keeps its clock, says what it must, and nothing is put off without one."""

from datetime import timedelta

import pytest

from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.letters.models import Letter
from putright.letters.refusals import PartMissing
from putright.outbox.sending import send
from putright.victims.actions import reviewing
from putright.victims.models import Longer, Review
from putright.victims.standing import due_on

from . import reviews

pytestmark = pytest.mark.django_db
WHY = {"en": "Two more people are to be heard."}


@pytest.fixture
def case(cast):
    type(cast.amir).objects.filter(pk=cast.amir.pk).update(email="amir@complainant.example")
    cast.amir.refresh_from_db()
    return reviews.case(cast.amir, at=cast.at)


def states(case, at) -> dict[str, State]:
    found = {one.promise: one.state for one in latest(for_case(case, at))}
    return {name: state for name, state in found.items() if name.startswith("vrr-")}


def gone(letter, at):
    send(letter, at=at)


def test_that_we_have_it_is_told_with_the_day_and_the_reviewer_and_keeps_the_first_clock(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    letter = reviewing.acknowledge(made, by=cast.sam, at=cast.at)
    assert all(said in letter.body for said in ("42/1234/26", "Bo Hale", "13 May 2026"))
    assert states(case, cast.at)["vrr-acknowledge"] is State.RUNNING
    gone(letter, cast.at)
    assert states(case, cast.at) == {"vrr-acknowledge": State.KEPT, "vrr-complete": State.RUNNING}


def test_longer_is_told_with_why_and_until_when_in_the_same_breath(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    until = due_on(made) + timedelta(days=20)
    reviewing.longer(made, until, WHY, by=cast.sam, at=cast.at)
    letter = Letter.objects.get(kind="victim_review_longer")
    assert WHY["en"] in letter.body and "2 June 2026" in letter.body and Longer.objects.get().letter == letter
    assert due_on(Review.objects.get()) == until and states(case, cast.at)["vrr-complete"] is State.ENDED


def test_without_a_reason_nothing_is_longer(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    with pytest.raises(PartMissing):
        reviewing.longer(made, due_on(made) + timedelta(days=9), {"en": " "}, by=cast.sam, at=cast.at)
    assert not Longer.objects.exists()


@pytest.mark.parametrize("result", ["stands", "charge", "cps", "out_of_court", "further"])
def test_every_result_is_told_with_who_looked_at_it_and_why_and_keeps_the_clock(cast, case, result):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    letter = reviewing.finish(made, result, WHY, by=cast.sam, at=cast.at)
    assert "Bo Hale looked at it" in letter.body and WHY["en"] in letter.body
    gone(letter, cast.at)
    assert set(states(case, cast.at).values()) == {State.KEPT} and Review.objects.get().result == result


def test_what_is_not_covered_is_told_though_nobody_looked_at_it(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at, decision="enquiries_stopped")
    reviewing.take_on(made, taken=False, why="", by=cast.sam, at=cast.at)
    letter = reviewing.finish(made, "not_covered", WHY, by=cast.sam, at=cast.at)
    assert "cannot be looked at in this way" in letter.body


def test_in_welsh_too(cast):
    case = reviews.case(cast.ffion, at=cast.at)
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    letter = reviewing.finish(made, "stands", {"cy": "Mae’r dystiolaeth yn wan."}, by=cast.sam, at=cast.at)
    assert letter.language == "cy" and "Mae’r dystiolaeth yn wan." in letter.body
