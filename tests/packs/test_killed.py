"""Killed half-way through taking in a pack: nothing of the case is there, and the same pack again makes it once, whole."""

import json
import signal

import pytest

from tests.documents.test_killed import elsewhere, empty, run

__all__ = ["elsewhere", "empty"]
PART = ("told", "Allegation", "Case", "Contact", "Event", "Officer", "Person", "TakenIn")


@pytest.fixture
def given(elsewhere, tmp_path):
    """An office with nothing in it but its people, and the pack of another: what to call with."""
    pack = tmp_path / "pack.json"
    handler = run(elsewhere, "tests.packs.killed", "begin", str(pack)).split()[-1]
    return str(pack), handler


def look(elsewhere):
    return json.loads(run(elsewhere, "tests.packs.killed", "look"))


def test_nothing_is_there_after_the_kill_and_all_of_it_once_after_that(elsewhere, given):
    assert look(elsewhere) == dict.fromkeys(PART, 0)
    run(elsewhere, "tests.packs.killed", "no", *given, code=-signal.SIGKILL)
    assert look(elsewhere) == dict.fromkeys(PART, 0)
    first, again = (run(elsewhere, "tests.packs.killed", "whole", *given) for _time in range(2))
    found = look(elsewhere)
    assert first == again and found["Case"] == found["TakenIn"] == found["Allegation"] == found["Contact"] == 1
    assert found["Person"] == found["Officer"] == 1 and found["told"] == 1


def test_the_control_without_one_transaction_is_caught_with_half_a_case(elsewhere, given):
    run(elsewhere, "tests.packs.killed", "yes", *given, code=-signal.SIGKILL)
    found = look(elsewhere)
    assert found["Case"] == found["TakenIn"] == 1 and found["told"] == 0
