"""A worker killed while a list is asked, and while one of its e-mails goes: the short form of script/campaign surveys_kill."""

import os

import pytest

from tests.campaigns import surveys_kill

SERVER = os.environ.get("DATABASE_URL", "sqlite")


@pytest.fixture(scope="module")
def seen():
    return list(surveys_kill.campaign(SERVER, seed=20261122, kills=1, points=("told", "handed"), wrong=surveys_kill.WRONG[:1]))


def test_nobody_is_forgotten_and_nobody_written_to_twice(seen):
    assert {run["killed at"]: (run["outcome"], run["kills"]) for run in seen if run["arm"] == "ours"} == {
        "told": ("kept", 1), "handed": ("kept", 1)
    }  # fmt: skip


def test_an_email_the_mail_server_saw_twice_had_one_number(seen):
    assert {run["killed at"]: run["seen twice"] for run in seen if run["arm"] == "ours"} == {"told": 0, "handed": 1}


def test_a_build_that_puts_the_emails_once_the_rest_is_committed_forgets_people_and_is_caught(seen):
    assert ["were not asked and reminded" in run["outcome"] for run in seen if run["arm"] == "mail_later"] == [True]
