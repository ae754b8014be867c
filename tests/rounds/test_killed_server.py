"""The web server killed under people who resend, for real: the short form of script/campaign web_kill."""

import os

import pytest

from tests.campaigns import web_kill

SERVER = os.environ.get("DATABASE_URL", "sqlite")


@pytest.mark.parametrize("build", ["ours", "event_later"])
def test_what_was_acknowledged_is_there_whole_and_once_and_a_wrong_build_is_caught(build):
    seen = next(iter(web_kill.campaign(SERVER, seed=20261122, kills=1, builds=(build,))))
    assert seen["kills"] == 1 and seen["as_expected"], seen
    assert build != "ours" or seen["acknowledged"] >= web_kill.BETWEEN
