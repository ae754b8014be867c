"""The web server and the worker killed in mid-chat, for real: the short form of script/campaign chat_kill."""

import os

import pytest

from tests.campaigns import chat_kill

SERVER = os.environ.get("DATABASE_URL", "sqlite")


@pytest.fixture(scope="module")
def seen():
    """What happened to each build: killed once, after at least twenty acknowledgements."""
    arms = (("ours", 1), ("stored_later", 1))
    return {run["arm"]: run for run in chat_kill.campaign(SERVER, arms, seed=20261122)}


def test_what_either_side_was_told_is_in_the_transcript_once_and_the_chats_are_filed_once(seen):
    ours = seen["ours"]
    assert (ours["outcome"], ours["kills"], ours["filed"]) == ("kept", 1, 2)
    assert chat_kill.BETWEEN <= ours["acknowledged"] <= ours["stored"]


def test_a_wrong_build_that_acknowledges_before_the_message_is_stored_is_caught(seen):
    assert "acknowledged messages are not stored" in seen["stored_later"]["outcome"] and seen["stored_later"]["kills"] == 1
