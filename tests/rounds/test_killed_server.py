"""The web server killed under people who resend, for real: the short form of script/campaign web_kill."""

import os

import pytest

from tests.campaigns import web_kill

SERVER = os.environ.get("DATABASE_URL", "sqlite")


@pytest.fixture(scope="module")
def seen():
    """What happened to each build: killed once, after at least twenty acknowledgements."""
    arms = (("ours", 1), ("event_later", 1))
    return {run["arm"]: run for run in web_kill.campaign(SERVER, arms, seed=20261122)}


def test_what_was_acknowledged_is_there_whole_and_once_and_answered_once(seen):
    ours = seen["ours"]
    assert (ours["outcome"], ours["kills"]) == ("kept", 1)
    assert web_kill.BETWEEN <= ours["acknowledged"] <= ours["stored"] == ours["owed"] == ours["letters"]


def test_a_wrong_build_that_acknowledges_before_the_event_is_written_is_caught(seen):
    assert "have no `received` event" in seen["event_later"]["outcome"] and seen["event_later"]["kills"] == 1
