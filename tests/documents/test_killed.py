"""Killed between the bytes and their row: nothing acknowledged is lost, and what is left over is swept."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests import migrated

ROOT = Path(__file__).resolve().parents[2]
BEFORE = 25  # files acknowledged before the kill


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A migrated SQLite file to copy: another process cannot open the one in memory."""
    path = tmp_path_factory.mktemp("killed") / "empty.sqlite3"
    migrated.begin(path)
    run(surroundings(f"sqlite:///{path}", path.parent), "django", "migrate", "--verbosity", "0")
    return path


def surroundings(database, documents):
    told = {"DATABASE_URL": database, "PUTRIGHT_DOCUMENTS": str(documents), "PUTRIGHT_MODE": "test"}
    return {**os.environ, **told, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}


def run(environment, *words, code=0):
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def elsewhere(request, transactional_db, tmp_path):
    """The surroundings of a process of its own: this very database on PostgreSQL, a fresh file on SQLite."""
    if connection.vendor == "postgresql":
        told = connection.settings_dict
        who = f"{told['USER']}:{told['PASSWORD']}@" if told["USER"] else ""
        place = f"{who}{told['HOST'] or 'localhost'}" + (f":{told['PORT']}" if told["PORT"] else "")
        return surroundings(f"postgres://{place}/{told['NAME']}", tmp_path / "shelf")
    path = tmp_path / "office.sqlite3"
    path.write_bytes(request.getfixturevalue("empty").read_bytes())
    return surroundings(f"sqlite:///{path}", tmp_path / "shelf")


def killed(elsewhere, tmp_path, step, *, wrong="no"):
    """Run the process until it kills itself; the hashes of what it acknowledged."""
    ledger = tmp_path / "ledger"
    run(elsewhere, "tests.documents.killed", str(ledger), step, str(BEFORE), wrong, code=-signal.SIGKILL)
    return [hashlib.sha256(line).hexdigest() for line in ledger.read_bytes().split(b"\n") if line]


def look(elsewhere, *more):
    return json.loads(run(elsewhere, "tests.documents.killed", "look", *more))


@pytest.mark.parametrize("step", ["judge", "flush", "written"])
def test_nothing_acknowledged_is_lost_and_the_leftovers_are_swept(elsewhere, tmp_path, step):
    told = killed(elsewhere, tmp_path, step)
    assert len(told) >= 10, "too few to say anything"
    found = look(elsewhere)
    assert all(found["kept"].get(sha) for sha in told)
    assert set(found["rows"]) <= set(found["shelf"])
    assert found["loose"] + len(found["shelf"]) > len(found["rows"]), "the kill left nothing over: it came at the wrong moment"
    swept = look(elsewhere, "sweep")
    assert swept["loose"] == 0
    assert swept["shelf"] == swept["rows"] == sorted(swept["kept"])
    assert all(swept["kept"].get(sha) for sha in told)


def test_the_control_that_acknowledges_too_early_is_caught(elsewhere, tmp_path):
    told = killed(elsewhere, tmp_path, "written", wrong="yes")
    found = look(elsewhere)
    assert not all(found["kept"].get(sha) for sha in told)
