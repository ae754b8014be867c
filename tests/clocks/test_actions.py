"""Stopping, going on, extending, excusing, saying why: who may, what is refused, and what the log keeps."""

from datetime import timedelta

import pytest

from putright.cases.actions import spoke
from putright.cases.log import Line, write
from putright.cases.models import Event
from putright.clocks import actions, refusals
from putright.clocks.actions import Why
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from putright.codes.refusals import NotListed
from putright.people.gates import NotAllowed
from tests.make import cases

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WAIT, MORE = Why("stop.waiting-for-them", "Waiting for the photographs"), Why("extend.complex")
SNOW, BUSY = Why("excuse.emergency", "Snow shut every office"), Why("missed.too-much-work")


def clock(case, at, promise="refer"):
    return {one.promise: one for one in latest(for_case(case, at))}[promise]


def test_a_stopped_clock_stands_and_goes_on_and_the_log_says_why_and_who(cast):
    case = cases.case(cast.ffion)
    actions.stop(case, "refer", WAIT, by=cast.sam, at=cast.at + DAY)
    assert clock(case, cast.at + 3 * DAY).state is State.STANDING
    actions.go_on(case, "refer", "", by=cast.jo, at=cast.at + 4 * DAY)
    assert clock(case, cast.at + 5 * DAY).due_at - clock(cases.case(cast.amir), cast.at).due_at == 3 * DAY
    stopped, went_on = Event.objects.filter(case=case).order_by("-seq")[:2][::-1]
    assert (stopped.verb, stopped.by, stopped.facts) == (
        "clock_stopped", cast.sam, {"promise": "refer", "reason": "stop.waiting-for-them"})  # fmt: skip
    assert stopped.payload.body == {"words": "Waiting for the photographs"} and went_on.by == cast.jo


@pytest.mark.parametrize("promise", ["update", "iopc-referral"])
def test_what_the_law_sets_is_neither_stopped_nor_extended_and_the_refusal_says_why(cast, promise):
    case = cases.case(cast.ffion)
    if promise == "iopc-referral":
        write(case, Line("must_refer", cast.at, cast.sam, facts={"authority": "chief_officer"}))
    for do in (lambda: actions.stop(case, promise, WAIT, by=cast.sam, at=cast.at),
               lambda: actions.extend(case, promise, 1, MORE, by=cast.sam, at=cast.at)):  # fmt: skip
        with pytest.raises(refusals.TheLawSays, match="nobody can stop or extend it"):
            do()
    actions.excuse(case, promise, SNOW, by=cast.jo, at=cast.at)
    assert clock(case, cast.at + DAY, promise).state is State.EXCUSED


def test_only_reasons_the_promise_names_stop_it_and_only_reasons_of_the_list_are_taken(cast):
    case = cases.case(cast.ffion)
    with pytest.raises(refusals.MayNotStop):
        actions.stop(case, "refer", Why("extend.complex"), by=cast.sam, at=cast.at)
    with pytest.raises(refusals.MayNotStop):
        actions.stop(case, "first-contact", WAIT, by=cast.sam, at=cast.at)
    with pytest.raises(NotListed):
        actions.extend(case, "refer", 3, Why("made-up"), by=cast.sam, at=cast.at)
    with pytest.raises(NotListed):
        actions.extend(case, "refer", 3, BUSY, by=cast.sam, at=cast.at)


def test_it_is_extended_as_often_and_by_as_much_as_the_promise_says(cast):
    case = cases.case(cast.ffion)
    for days in (0, 11, -1):
        with pytest.raises(refusals.MayNotExtend, match="so often: 1. Each time by 10 at most"):
            actions.extend(case, "refer", days, MORE, by=cast.sam, at=cast.at)
    actions.extend(case, "refer", 10, MORE, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.MayNotExtend):
        actions.extend(case, "refer", 1, MORE, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.MayNotExtend, match="cannot be extended"):
        actions.extend(case, "first-contact", 1, MORE, by=cast.sam, at=cast.at)
    assert (clock(case, cast.at).due_at - cast.at).days == 20


def test_too_late_is_too_late_and_then_it_is_said_why(cast):
    case, late = cases.case(cast.ffion), cast.at + 12 * DAY
    with pytest.raises(refusals.NotMissed):
        actions.say_why_missed(case, "refer", BUSY, by=cast.sam, at=cast.at)
    for do in (lambda: actions.stop(case, "refer", WAIT, by=cast.sam, at=late),
               lambda: actions.extend(case, "refer", 1, MORE, by=cast.sam, at=late)):  # fmt: skip
        with pytest.raises(refusals.FellDue):
            do()
    actions.say_why_missed(case, "refer", BUSY, by=cast.sam, at=late)
    assert clock(case, late).because == "missed.too-much-work" and clock(case, late).state is State.MISSED


def test_a_clock_is_stopped_once_and_goes_on_once(cast):
    case = cases.case(cast.ffion)
    with pytest.raises(refusals.NotStanding):
        actions.go_on(case, "refer", "", by=cast.sam, at=cast.at)
    actions.stop(case, "refer", WAIT, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.StandsAlready):
        actions.stop(case, "refer", WAIT, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.StandsAlready):
        actions.extend(case, "refer", 1, MORE, by=cast.sam, at=cast.at)


def test_only_a_supervisor_excuses_with_words_once_and_never_what_was_kept(cast):
    case = cases.case(cast.ffion)
    with pytest.raises(NotAllowed):
        actions.excuse(case, "refer", SNOW, by=cast.sam, at=cast.at)
    with pytest.raises(refusals.SayWhy):
        actions.excuse(case, "refer", Why("excuse.emergency", "  "), by=cast.jo, at=cast.at)
    actions.excuse(case, "refer", SNOW, by=cast.jo, at=cast.at)
    with pytest.raises(refusals.ExcusedAlready):
        actions.excuse(case, "refer", SNOW, by=cast.jo, at=cast.at)
    spoke(case, "heard", by=cast.sam, at=cast.at)
    with pytest.raises(refusals.NoSuchClock):
        actions.excuse(case, "first-contact", SNOW, by=cast.jo, at=cast.at)


@pytest.mark.parametrize("who", ["robin", "toni", "pat", "dana"])
def test_nobody_else_touches_a_clock(cast, who):
    case, by = cases.case(cast.ffion), getattr(cast, who)
    for do in (lambda: actions.stop(case, "refer", WAIT, by=by, at=cast.at),
               lambda: actions.go_on(case, "refer", "", by=by, at=cast.at),
               lambda: actions.extend(case, "refer", 1, MORE, by=by, at=cast.at),
               lambda: actions.say_why_missed(case, "refer", BUSY, by=by, at=cast.at)):  # fmt: skip
        with pytest.raises(NotAllowed):
            do()


def test_a_promise_that_never_ran_here_is_refused(cast):
    with pytest.raises(refusals.NoSuchClock):
        actions.stop(cases.case(cast.ffion), "outcome", WAIT, by=cast.sam, at=cast.at)
