"""A worker killed while a letter goes, for real: the short form of script/campaign letters_kill."""

import os

import pytest

from tests.campaigns import letters_kill

SERVER = os.environ.get("DATABASE_URL", "sqlite")


@pytest.fixture(scope="module")
def seen():
    return list(letters_kill.campaign(SERVER, seed=20261122, kills=1, points=("handed",), wrong=letters_kill.WRONG[1:2]))


def test_every_letter_reaches_its_carrier_and_is_sent_once_in_our_record(seen):
    assert [(run["outcome"], run["kills"]) for run in seen if run["arm"] == "ours"] == [("kept", 1)]


def test_a_build_that_does_not_ask_the_carrier_first_is_caught(seen):
    assert ["texts were sent twice" in run["outcome"] for run in seen if run["arm"] == "no_look_up"] == [True]
