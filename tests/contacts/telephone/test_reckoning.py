"""A call is what its events say, whatever order they came in and however often."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from putright.contacts.channels.telephone.rules import ORDER, Reported, half_hour, reckon, wrap_up
from tests.make.people import AT


def told(*steps, **more):
    return [Reported("A1", what, AT + timedelta(seconds=seconds), **more) for what, seconds in steps]


def test_an_answered_call_has_its_wait_and_its_talk():
    facts = reckon(told(("offered", 0), ("menu", 10), ("queued", 12), ("answered", 42), ("ended", 342)))
    assert (facts.outcome, facts.wait, facts.talk, facts.doubts) == ("answered", 30, 300, False)


@pytest.mark.parametrize(
    ("steps", "outcome", "wait"),
    [
        ([("offered", 0)], "waiting", None),
        ([("offered", 0), ("menu", 5)], "menu", None),
        ([("offered", 0), ("menu", 5), ("ended", 9)], "menu", None),
        ([("offered", 0), ("ended", 9)], "menu", None),
        ([("offered", 0), ("queued", 5), ("abandoned", 65)], "abandoned", 60),
        ([("offered", 0), ("queued", 5), ("ended", 65)], "abandoned", 60),
        ([("offered", 0), ("abandoned", 65)], "abandoned", 65),
        ([("offered", 0), ("answered", 20)], "talking", 20),
        ([("offered", 0), ("queued", 5), ("transferred_out", 35)], "passed_on", 30),
        ([("transferred_in", 0), ("queued", 5), ("answered", 35), ("ended", 90)], "answered", 30),
        ([("answered", 20), ("ended", 90)], "answered", None),
        ([("ended", 90)], "unknown", None),
        ([("queued", 5)], "waiting", None),
    ],
)  # fmt: skip
def test_what_came_of_it(steps, outcome, wait):
    facts = reckon(told(*steps))
    assert (facts.outcome, facts.wait) == (outcome, wait)


def test_an_answer_beats_a_caller_who_gave_up_and_the_doubt_is_kept():
    facts = reckon(told(("offered", 0), ("queued", 5), ("abandoned", 34), ("answered", 35), ("ended", 95)))
    assert (facts.outcome, facts.wait, facts.talk, facts.doubts) == ("answered", 30, 60, True)


def test_times_that_run_backwards_are_doubted_and_never_below_nought():
    facts = reckon(told(("offered", 50), ("answered", 20), ("ended", 10)))
    assert (facts.wait, facts.talk, facts.doubts) == (0, 0, True)


def test_the_first_answer_is_the_wait_and_the_last_is_whose_call_it_is():
    passed = told(("offered", 0)) + [
        Reported("A1", "answered", AT + timedelta(seconds=20), extension="1"),
        Reported("A1", "answered", AT + timedelta(seconds=80), extension="2"),
    ]
    facts = reckon(passed)
    assert (facts.wait, facts.extension) == (20, "2")


def test_a_number_beats_a_word_that_it_was_withheld():
    both = [Reported("A1", "offered", AT, withheld=True), Reported("A1", "queued", AT, number="07700 900123")]
    assert (reckon(both).number, reckon(both).withheld) == ("07700 900123", False)
    assert reckon(both[:1]).withheld


def test_no_events_are_no_call():
    with pytest.raises(ValueError, match="nothing was said"):
        reckon([])


def test_writing_down_is_counted_from_the_end_of_the_call():
    assert wrap_up(AT, AT + timedelta(seconds=90)) == 90
    assert wrap_up(AT, AT - timedelta(seconds=90)) == 0  # written down while they were still talking
    assert wrap_up(None, AT) is wrap_up(AT, None) is None


@pytest.mark.parametrize(
    ("moment", "start"),
    [
        (datetime(2026, 10, 25, 0, 45, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # 01:45, summer time
        (datetime(2026, 10, 25, 1, 45, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),  # 01:45 again, winter time
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),  # 02:00, just gone forward
    ],
)
def test_the_hour_that_comes_twice_is_two_hours(moment, start):
    assert half_hour(moment) == start


EVENTS = some.builds(
    Reported,
    call=some.just("A1"), what=some.sampled_from(ORDER),
    at=some.integers(0, 5000).map(lambda seconds: AT + timedelta(seconds=seconds)),
    number=some.sampled_from(["", "", "07700 900123", "07700 900124"]), withheld=some.booleans(),
    option=some.sampled_from(["", "1", "3"]), extension=some.sampled_from(["", "2041", "2042"]),
    other=some.sampled_from(["", "control room"]),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(some.lists(EVENTS, min_size=1, max_size=9), some.randoms(use_true_random=False))
def test_any_order_and_any_repeats_give_the_same_call(events, chance):
    again = events + chance.choices(events, k=3)
    chance.shuffle(again)
    facts = reckon(again)
    assert facts == reckon(events)
    assert facts.wait is None or facts.wait >= 0
    assert (facts.half_hour is None) == (facts.began_at is None)
