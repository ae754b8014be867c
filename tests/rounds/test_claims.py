"""Claims: one worker at a time, taken over when the lease runs out, and a late finish refused."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from putright.rounds import claims
from putright.rounds.models import Claim
from tests.make.people import AT

pytestmark = pytest.mark.django_db
LATER = AT + claims.LEASE


def test_a_piece_is_taken_by_one_worker_only():
    assert claims.take("test:1", at=AT) == 1
    assert claims.take("test:1", at=AT) is None
    assert claims.take("test:1", at=LATER - timedelta(seconds=1)) is None


def test_different_pieces_do_not_wait_for_each_other():
    assert (claims.take("test:1", at=AT), claims.take("test:2", at=AT)) == (1, 1)


def test_it_is_taken_over_when_the_lease_runs_out_with_a_higher_fence():
    claims.take("test:1", at=AT)
    assert claims.take("test:1", at=LATER) == 2
    assert Claim.objects.get().attempts == 2


def test_a_frozen_worker_that_wakes_cannot_mark_it_done():
    old = claims.take("test:1", at=AT)
    new = claims.take("test:1", at=LATER)
    assert claims.done("test:1", old, at=LATER) is False
    assert Claim.objects.get().done_at is None
    assert claims.done("test:1", new, at=LATER) is True


def test_a_frozen_worker_that_wakes_cannot_delay_the_one_who_took_over():
    old = claims.take("test:1", at=AT)
    claims.take("test:1", at=LATER)
    claims.failed("test:1", old, "late", at=LATER)
    claim = Claim.objects.get()
    assert (claim.trouble, claim.leased_until) == ("", LATER + claims.LEASE)


def test_what_is_done_is_never_taken_again():
    fence = claims.take("test:1", at=AT)
    claims.done("test:1", fence, at=AT)
    assert claims.take("test:1", at=AT + timedelta(days=30)) is None
    assert claims.done("test:1", fence, at=LATER) is False


def test_a_failed_piece_waits_longer_each_time_up_to_an_hour():
    at, waits = AT, []
    for _ in range(35):
        fence = claims.take("test:1", at=at)
        claims.failed("test:1", fence, "no answer\0", at=at)
        again = Claim.objects.get().leased_until
        assert claims.take("test:1", at=again - timedelta(seconds=1)) is None
        waits.append(again - at)
        at = again
    assert waits[:3] == [timedelta(minutes=2), timedelta(minutes=4), timedelta(minutes=6)]
    assert waits[-1] == timedelta(hours=1)
    assert Claim.objects.get().trouble == "no answer"


def test_claims_in_hand_or_waiting_are_counted_and_those_run_out_are_not():
    claims.take("test:1", at=AT)
    claims.done("test:2", claims.take("test:2", at=AT), at=AT)
    assert claims.waiting(at=AT) == 1
    assert claims.waiting(at=LATER) == 0


def test_finished_claims_are_forgotten_after_a_day_and_no_others():
    claims.done("test:old", claims.take("test:old", at=AT), at=AT)
    claims.done("test:new", claims.take("test:new", at=AT), at=AT + timedelta(hours=2))
    claims.take("test:open", at=AT)
    claims.prune(at=AT + claims.KEPT + timedelta(hours=1))
    assert set(Claim.objects.values_list("key", flat=True)) == {"test:new", "test:open"}


def test_several_are_claimed_together_and_what_another_worker_has_is_left_out():
    claims.take("test:2", at=AT)
    claims.done("test:3", claims.take("test:3", at=AT), at=AT)
    assert claims.take_several(["test:1", "test:2", "test:3", "test:4"], at=AT) == {"test:1": 1, "test:4": 1}
    assert claims.take_several(["test:1", "test:2", "test:3", "test:4"], at=LATER) == {"test:1": 2, "test:2": 2, "test:4": 2}


def test_when_somebody_was_quicker_with_one_of_several_the_rest_are_ours_all_the_same(monkeypatch):
    ours = Claim.objects.bulk_create

    def too_late(rows):
        if any(row.key == "test:2" for row in rows):
            raise IntegrityError("somebody claimed it a moment ago")
        return ours(rows)

    monkeypatch.setattr(Claim.objects, "bulk_create", too_late)
    assert claims.take_several(["test:1", "test:2", "test:3"], at=AT) == {"test:1": 1, "test:3": 1}


def test_nothing_is_written_when_none_of_several_may_be_taken(django_assert_num_queries):
    claims.take_several(["test:1", "test:2"], at=AT)
    with django_assert_num_queries(1):
        assert claims.take_several(["test:1", "test:2"], at=AT) == {}


def test_a_lease_begun_anew_is_whole_and_only_of_what_is_still_ours():
    ours = claims.take_several(["test:1", "test:2"], at=AT)
    claims.take("test:2", at=LATER)
    assert claims.renew(ours, at=LATER) == {"test:1": 1}
    assert claims.take("test:1", at=LATER + claims.LEASE - timedelta(seconds=1)) is None
