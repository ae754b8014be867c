"""A worker killed in the middle of a piece, for real: the short form of script/campaign rounds."""

import os

import pytest

from tests.campaigns import rounds

SERVER = os.environ.get("DATABASE_URL", "sqlite")


def outcome(build: str, count: int) -> dict[str, object]:
    plan = rounds.Plan(count=count, kills=1, seconds=0.15, lease=1.5)
    return rounds.campaign(SERVER, plan, seed=20261122, builds=(build,))[0]


def test_everything_owed_is_done_once_each_though_a_worker_was_killed():
    seen = outcome("ours", 24)
    assert (seen["outcome"], seen["kills"]) == ("kept", 1)


@pytest.mark.parametrize("build", ["no_takeover", "no_claim"])
def test_a_wrong_build_is_caught(build):
    assert outcome(build, 8)["outcome"] != "kept"
