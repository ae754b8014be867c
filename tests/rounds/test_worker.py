"""Going round: everything owed is done, trouble with one piece stops no other, and the pulse tells what is left."""

from datetime import timedelta

import pytest

from putright.rounds import claims, health, house
from putright.rounds.models import Claim, Pulse
from putright.rounds.worker import Round, do_one, do_several, go_round
from tests.make.people import AT

pytestmark = pytest.mark.django_db
SINCE = AT - timedelta(hours=1)


class Pieces:
    """A room that owes the given pieces until they are done; doing one again changes nothing."""

    PREFIX = "pieces:"

    def __init__(self, *keys, broken=()):
        self.left, self.broken, self.effects, self.tries = list(keys), set(broken), set(), []
        self.during = lambda: None

    def owed(self, at, *, limit):
        yield from [(key, SINCE) for key in self.left][:limit]

    def fulfil(self, key, *, at):
        self.tries.append(key)
        self.during()
        if key in self.broken:
            raise RuntimeError("no answer")
        self.effects.add(key)
        if key in self.left:
            self.left.remove(key)


@pytest.fixture
def room(monkeypatch):
    def put(*keys, **how):
        made = Pieces(*keys, **how)
        monkeypatch.setattr(house, "ROOMS", (made,))
        return made

    return put


class Ticking:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.at = AT

    def __call__(self):
        return self.at


def test_everything_owed_is_done_and_then_nothing_is(room):
    pieces = room("pieces:1", "pieces:2", "pieces:3")
    assert go_round(Ticking(), worker="a") == Round(done=3, failed=0, owed=0)
    assert pieces.effects == {"pieces:1", "pieces:2", "pieces:3"}
    assert Claim.objects.exclude(done_at=None).count() == 3
    assert go_round(Ticking(), worker="a") == Round(done=0, failed=0, owed=0)
    assert len(pieces.tries) == 3


def test_trouble_is_kept_on_its_claim_and_stops_nothing_else(room):
    pieces = room("pieces:1", "pieces:2", "pieces:3", broken=["pieces:2"])
    assert go_round(Ticking(), worker="a") == Round(done=2, failed=1, owed=1)
    assert pieces.effects == {"pieces:1", "pieces:3"}
    assert "no answer" in Claim.objects.get(key="pieces:2").trouble


def test_a_failed_piece_is_tried_again_when_its_wait_is_over_and_not_before(room):
    pieces, now = room("pieces:1", broken=["pieces:1"]), Ticking()
    go_round(now, worker="a")
    go_round(now, worker="a")
    assert pieces.tries == ["pieces:1"]
    pieces.broken.clear()
    now.at += claims.AGAIN_AFTER
    assert go_round(now, worker="a").done == 1


def test_many_failing_pieces_do_not_hide_the_one_behind_them(room):
    broken = [f"pieces:{n}" for n in range(5)]
    pieces, now = room(*broken, "pieces:good", broken=broken), Ticking()
    go_round(now, worker="a", limit=5)
    assert pieces.effects == set()
    go_round(now, worker="a", limit=5)
    assert pieces.effects == {"pieces:good"}


def test_work_in_another_workers_hands_is_left_alone_until_its_lease_ends(room):
    pieces, now = room("pieces:1"), Ticking()
    claims.take("pieces:1", at=AT)  # a worker took it and died
    assert go_round(now, worker="b").done == 0
    now.at += claims.LEASE
    assert go_round(now, worker="b").done == 1
    assert pieces.tries == ["pieces:1"]


def test_a_worker_that_froze_beyond_its_lease_does_not_count_what_another_finished(room):
    pieces, now = room("pieces:1"), Ticking()

    def frozen():
        pieces.during = lambda: None
        now.at += claims.LEASE
        assert do_one("pieces:1", now) is True  # another worker takes over and finishes

    pieces.during = frozen
    assert do_one("pieces:1", now) is None
    assert pieces.effects == {"pieces:1"}
    assert Claim.objects.get().fence == 2


def test_the_pulse_says_what_is_left_and_since_when(room):
    room("pieces:1", "pieces:2", broken=["pieces:1"])
    go_round(Ticking(), worker="a")
    pulse = Pulse.objects.get(worker="a")
    assert (pulse.at, pulse.owed, pulse.oldest_owed_at) == (AT, 1, SINCE)


def test_health_is_well_only_when_a_worker_goes_round_and_nothing_is_late(room):
    assert health.parts(at=AT)["worker"] != "well"
    pieces, now = room("pieces:1", broken=["pieces:1"]), Ticking()
    go_round(now, worker="a")
    assert health.parts(at=AT)["worker"] == "well"
    assert health.parts(at=AT)["owed"] != "well"  # owed for an hour
    pieces.broken.clear()
    now.at += claims.AGAIN_AFTER
    go_round(now, worker="a")
    assert set(health.parts(at=now.at).values()) == {"well"}
    assert health.parts(at=now.at + timedelta(minutes=3))["worker"] != "well"


def test_an_idle_round_forgets_old_finished_claims(room):
    now = Ticking()
    room("pieces:1")
    go_round(now, worker="a")
    now.at += claims.KEPT + timedelta(hours=1)
    go_round(now, worker="a")
    assert not Claim.objects.exists()


def test_each_of_several_pieces_begins_with_a_lease_that_is_nearly_whole(room):
    pieces, now, left = room("pieces:1", "pieces:2", "pieces:3"), Ticking(), []

    def slow():
        left.append(Claim.objects.get(key=pieces.tries[-1]).leased_until - now.at)
        now.at += claims.LEASE * 0.8

    pieces.during = slow
    assert set(do_several(pieces.left[:], now).values()) == {True}
    assert left == [claims.LEASE] * 3


def test_what_was_taken_over_while_a_worker_froze_is_not_begun(room):
    pieces, now = room("pieces:1", "pieces:2"), Ticking()

    def frozen():
        pieces.during = lambda: None
        now.at += claims.LEASE
        claims.take("pieces:2", at=now.at)

    pieces.during = frozen
    assert do_several(pieces.left[:], now) == {"pieces:1": True, "pieces:2": None}
    assert pieces.tries == ["pieces:1"]
