"""A worker killed in the middle of a piece, for real: the short form of script/campaign rounds."""

import os

import pytest

from tests.campaigns import rounds

SERVER = os.environ.get("DATABASE_URL", "sqlite")


@pytest.fixture(scope="module")
def seen():
    """What happened to each build: 60 pieces, three workers, one killed. The lease is the service's own, and aged."""
    plan = rounds.Plan(count=60, kills=1, seconds=0.02, lease=60, aged=True)
    builds = ("ours", "no_takeover", "no_claim")
    return {run["arm"]: run for run in rounds.campaign(SERVER, plan, seed=20261122, builds=builds)}


def test_everything_owed_is_done_once_each_though_a_worker_was_killed(seen):
    assert (seen["ours"]["outcome"], seen["ours"]["kills"]) == ("kept", 1)


@pytest.mark.parametrize("build, broken", [
    ("no_takeover", "of 60 pieces were never done"),
    ("no_claim", "begun more than once though nobody had died"),
])  # fmt: skip
def test_a_wrong_build_is_caught_by_what_it_does_wrong(seen, build, broken):
    assert broken in seen[build]["outcome"] and seen[build]["kills"] == 1
