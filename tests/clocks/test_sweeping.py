"""What fell due is noticed once and in order, also after days in which nobody looked."""

from datetime import timedelta

import pytest

from putright.cases.actions import spoke
from putright.clocks import actions, owed, sweeping
from putright.clocks.actions import Why
from putright.clocks.models import Hint, Notice
from tests.make import cases

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def hints(at):
    for key, _ in list(owed.owed(at, limit=500)):
        owed.fulfil(key, at=at)


def rounds(at):
    """As the worker goes: until nothing is owed."""
    while keys := [key for key, _ in owed.owed(at, limit=200)]:
        for key in keys:
            owed.fulfil(key, at=at)


def told(**only):
    return list(Notice.objects.filter(**only).order_by("pk").values_list("case", "promise", "kind"))


def test_nothing_is_noticed_before_it_is_so(cast):
    case = cases.case(cast.ffion)
    rounds(cast.at)
    assert told() == []
    due = Hint.objects.get(case=case).next_due_at
    rounds(due)  # the very moment is still in time
    assert told() == [(case.pk, "first-contact", "soon")]
    rounds(due + timedelta(seconds=1))
    assert told() == [(case.pk, "first-contact", "soon"), (case.pk, "first-contact", "missed")]


def test_each_is_written_once_however_often_it_is_swept(cast):
    cases.case(cast.ffion)
    rounds(cast.at)
    late = cast.at + 5 * DAY
    for _ in range(3):
        rounds(late)
        sweeping.sweep_all(late)
    assert len(told()) == 2
    Hint.objects.update(version=0)  # every hint is made anew, and must not notice again
    rounds(late)
    assert len(told()) == 2


def test_after_three_days_without_a_worker_it_catches_up_in_order_and_says_it_is_late(cast):
    made = [cases.case(cast.ffion, at=cast.at - n * 7 * HOUR) for n in range(12)]
    hints(cast.at)
    assert told() == []
    back = cast.at + 3 * DAY + 12 * HOUR
    seen = 0
    while step := sweeping.sweep(back, step=3):  # smaller than what waits: the order holds across steps
        seen += step
    found = list(Notice.objects.order_by("pk"))
    assert [one.fell_at for one in found] == sorted(one.fell_at for one in found)
    assert len(found) == len({(one.case_id, one.promise, one.kind) for one in found}) >= 12
    assert seen >= len(made)
    assert all(one.noticed_at == back for one in found) and back - found[0].fell_at > sweeping.LATE


def test_what_was_kept_stopped_or_excused_is_not_noticed(cast):
    kept, stopped, excused = (cases.case(cast.ffion) for _ in range(3))
    rounds(cast.at)
    spoke(kept, "heard", by=cast.sam, at=cast.at)
    actions.stop(stopped, "refer", Why("stop.proceedings"), by=cast.sam, at=cast.at)
    actions.excuse(excused, "refer", Why("excuse.other", "Snow"), by=cast.jo, at=cast.at)
    rounds(cast.at + 12 * DAY)
    assert told(case=kept, promise="first-contact") == []
    assert told(case=stopped, promise="refer") == told(case=excused, promise="refer") == []
    assert told(case=kept, promise="refer", kind="missed") != []


def test_a_clock_that_was_kept_after_the_hint_was_written_is_judged_by_its_log(cast):
    case = cases.case(cast.ffion)
    rounds(cast.at)
    spoke(case, "heard", by=cast.sam, at=cast.at)  # the hint still says first contact
    sweeping.sweep_all(cast.at + 4 * DAY)
    assert told(promise="first-contact") == []


def test_given_longer_it_is_noticed_for_its_new_date(cast):
    case = cases.case(cast.ffion)
    rounds(cast.at + 9 * DAY)
    actions.extend(case, "refer", 5, Why("extend.complex"), by=cast.sam, at=cast.at + 9 * DAY)
    rounds(cast.at + 12 * DAY)
    assert (case.pk, "refer", "missed") not in told(case=case)
    rounds(cast.at + 17 * DAY)
    assert told(case=case, promise="refer", kind="missed") == [(case.pk, "refer", "missed")]
    assert len(told(case=case, promise="refer", kind="soon")) == 2


def test_a_step_takes_as_many_queries_for_forty_cases_as_for_two(cast, django_assert_max_num_queries):
    counts = []
    for number in (2, 40):
        for _ in range(number):
            cases.case(cast.ffion)
        hints(cast.at)
        with django_assert_max_num_queries(20) as seen:
            assert sweeping.sweep(cast.at + 30 * DAY) == number
        counts.append(len(seen))
        Hint.objects.update(look_at=None)
    assert counts[0] == counts[1]
