"""What takes in e-mail killed for real: the short form of script/campaign mail, which has every point of a message's way."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.campaigns import faults, mail

pytestmark = pytest.mark.dovecot
SERVER = os.environ.get("DATABASE_URL", "sqlite")


@pytest.fixture(scope="module")
def begin():
    """A fresh office for each run."""
    with tempfile.TemporaryDirectory(prefix="putright-mail-") as name, faults.store(SERVER, Path(name), "mail") as template:
        faults.run(template.url, "-m", "tests.campaigns.office")

        def attempt(way: str, build: str, point: str) -> str:
            folder = Path(name) / f"{way}-{build}-{point}"
            folder.mkdir()
            with faults.store(SERVER, folder, f"mail_{way}_{build}_{point}", like=template) as store:
                return mail.attempt(store, way, mail.Run(store, folder, build, point, 4, 1))["outcome"]

        yield attempt


@pytest.mark.parametrize("way, point", [("mailbox", "kept"), ("mailbox", "placing"), ("listener", "kept")])
def test_whatever_is_killed_every_message_is_one_contact(begin, way, point):
    assert begin(way, "ours", point) == "kept"


@pytest.mark.parametrize("build, point, broken", [
    ("moves_first", "fetched", "1 of 4 messages were lost"), ("forgets", "kept", "4 contacts and 3 others of 4 messages"),
])  # fmt: skip
def test_a_wrong_build_is_caught_by_what_it_does_wrong(begin, build, point, broken):
    assert begin("mailbox", build, point) == broken
