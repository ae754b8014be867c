"""The victim's letters: each keeps its clock, says what it must, and nothing is put off without one."""

from datetime import datetime, timedelta

import pytest

from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.law.calendar import day_of
from putright.letters.models import Letter
from putright.letters.refusals import PartMissing
from putright.outbox.sending import send
from putright.victims import owed, rules
from putright.victims.actions import opening, reviewing
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
    assert due_on(Review.objects.get()) == until and states(case, cast.at)["vrr-complete"] is State.RUNNING
    [clock] = [one for one in for_case(case, cast.at) if one.promise == "vrr-complete"]
    assert day_of(clock.due_at) == until
    later = datetime.combine(until + timedelta(days=1), cast.at.timetz())
    assert states(case, later)["vrr-complete"] is State.MISSED


def test_a_result_told_by_the_new_day_keeps_the_one_clock_there_is(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    until = due_on(made) + timedelta(days=20)
    reviewing.longer(made, until, WHY, by=cast.sam, at=cast.at)
    told = datetime.combine(until, cast.at.timetz())
    gone(reviewing.finish(made, "stands", WHY, by=cast.sam, at=told), told)
    found = [one.state for one in for_case(case, told) if one.promise == "vrr-complete"]
    assert found == [State.KEPT]


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


def test_the_rounds_say_that_we_have_it_once_with_the_day_and_not_where_a_handler_did(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    [(key, _since)] = [one for one in owed.owed(cast.at, limit=9) if ":have:" in one[0]]
    for _again in range(3):
        owed.fulfil(key, at=cast.at)
    letter = Letter.objects.get(kind="victim_review_asked")
    assert letter.by is None and "13 May 2026" in letter.body and not list(owed.owed(cast.at, limit=9))
    gone(letter, cast.at)
    assert states(case, cast.at)["vrr-acknowledge"] is State.KEPT
    reviewing.finish(made, "withdrawn", {}, by=cast.sam, at=cast.at)
    reviews.review(case, by=cast.sam, at=cast.at + timedelta(minutes=1))
    assert [key.split(":")[1] for key, _since in owed.owed(cast.at + timedelta(minutes=1), limit=9)] == ["have"]


def test_without_the_reference_of_the_crime_it_waits_for_a_person(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at, crime_reference="")
    assert not list(owed.owed(cast.at, limit=9))
    opening.change(made, opening.Asked(**reviews.KNOWN), by=cast.sam, at=cast.at)
    assert [key for key, _since in owed.owed(cast.at, limit=9)] == [f"victims:have:{made.pk}"]


def test_whoever_was_told_before_a_reviewer_was_named_hears_the_name_once_it_is(cast, case):
    made = reviews.review(case, by=cast.sam, at=cast.at)
    reviewing.acknowledge(made, by=cast.sam, at=cast.at)
    at = cast.at + timedelta(days=2)
    reviewing.take_on(made, taken=True, why="", by=cast.sam, at=at)
    assert not list(owed.owed(at, limit=9))
    reviewing.give_to(made, reviews.REVIEWER, by=cast.sam, at=at)
    [(key, _since)] = owed.owed(at, limit=9)
    for _again in range(3):
        owed.fulfil(key, at=at)
    letter = Letter.objects.get(kind="victim_review_reviewer")
    assert letter.by is None and "Bo Hale looks at it all afresh" in letter.body and not list(owed.owed(at, limit=9))
    other = rules.Named("Cy Rhys", "superintendent", "88")
    later = at + timedelta(days=1)
    reviewing.give_to(made, other, by=cast.sam, at=later)
    [(key, _since)] = owed.owed(later, limit=9)
    owed.fulfil(key, at=later)
    assert "Cy Rhys" in Letter.objects.filter(kind="victim_review_reviewer").latest("pk").body


def test_who_is_told_only_now_reads_the_name_there_and_an_ended_review_names_nobody(cast, case):
    made = reviews.taken(case, by=cast.sam, at=cast.at)
    assert [key.split(":")[1] for key, _since in owed.owed(cast.at, limit=9)] == ["have"]
    reviewing.acknowledge(made, by=cast.sam, at=cast.at)
    assert not list(owed.owed(cast.at, limit=9))
    reviewing.give_to(made, reviews.REVIEWER, by=cast.sam, at=cast.at + timedelta(days=1))
    reviewing.finish(made, "withdrawn", {}, by=cast.sam, at=cast.at + timedelta(days=1))
    assert not list(owed.owed(cast.at + timedelta(days=2), limit=9))
