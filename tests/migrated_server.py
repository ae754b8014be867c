"""A PostgreSQL data folder with a migrated database in it, made once and kept as tests/migrated.py keeps SQLite's: migrating
took most of a minute of the processor, for each half of the tests and each test that starts a database of its own.

Kept in var/, by the same digest and the server's version. A database begins as a copy of the one called NAME; Django's own
`migrate` still runs over it."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg

from .migrated import ROOT, digest

NAME = "putright_migrated"
KEEP = 2  # of other branches and other days
PARTS = ("data", "password")


def place(version: int) -> Path:
    return ROOT / "var" / f"migrated-{digest()}-postgresql-{version}"


def begin(kept: Path, folder: Path, owner: str | None) -> None:
    """A server's folder that begins as the kept one, belonging to whom the server runs as."""
    shutil.copytree(kept, folder, symlinks=True, dirs_exist_ok=True)
    folder.chmod(0o700)
    if owner:
        subprocess.run(["chown", "-R", f"{owner}:", *PARTS], cwd=folder, check=True)


def template(server: str) -> str:
    """The name of the migrated database on that server; empty where there is none."""
    with psycopg.connect(server, autocommit=True) as connection:
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
    return NAME if there else ""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two halves of the tests begin together: the second waits for what the first makes."""
    with (ROOT / "var" / "migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def migrate(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{NAME}"')
    settings = {"PYTHONPATH": str(ROOT), "PUTRIGHT_MODE": "test", "DJANGO_SETTINGS_MODULE": "config.settings"}
    env = os.environ | settings | {"DATABASE_URL": f"{server.rpartition('/')[0]}/{NAME}"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=env, cwd=ROOT, check=True)


def keep(folder: Path, kept: Path) -> None:
    """Copied beside and then moved: whoever is stopped half-way leaves nothing that could be taken for whole."""
    beside = kept.with_name(f"{kept.name}.{os.getpid()}.new")
    for part in PARTS:
        copy = shutil.copytree if (folder / part).is_dir() else shutil.copy
        beside.mkdir(exist_ok=True)
        copy(folder / part, beside / part)
    beside.rename(kept)
    older = sorted(kept.parent.glob("migrated-*-postgresql-*"), key=lambda path: path.stat().st_mtime)
    for path in older[:-KEEP]:
        shutil.rmtree(path, ignore_errors=True)


def ensured(version: int, folder: Path, serving: Callable[[], AbstractContextManager[str]]) -> Path | None:
    """The kept folder; made, if need be, from the new server that `serving` runs in `folder`. None when migrating fails: the
    tests say why."""
    kept = place(version)
    kept.parent.mkdir(exist_ok=True)
    if kept.exists():
        return kept
    with one_at_a_time():
        if not kept.exists():
            try:
                with serving() as server:
                    migrate(server)
            except subprocess.CalledProcessError:
                return None
            keep(folder, kept)
    return kept
