"""What every fault campaign shares: a fresh ledger, signals to our own processes only, databases of its own, and waiting for
what must come instead of for a time (the harness rules). Patience is for a machine that hangs, never for a slow one."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests import migrated, migrated_server

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0  # seconds


class Vacuous(AssertionError):
    """The run proved nothing: too few acknowledgements, an old ledger, or a fault that hit nobody."""


class Lost(AssertionError):
    """The promise was broken: something acknowledged or owed is missing, doubled or in part."""


class Ledger:
    """What was acknowledged, one JSON line each, outside the system under test. Refuses (Vacuous) an old file."""

    def __init__(self, path: Path) -> None:
        try:
            path.open("x").close()
        except FileExistsError as old:
            raise Vacuous(f"{path.name} is an old ledger; a run begins with none") from old
        self.path = path

    def write(self, entry: dict[str, Any]) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")

    def read(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines()]


def kill(child: subprocess.Popen) -> None:
    """kill -9, but only a process this one started and has not yet seen end."""
    if child.poll() is not None:
        raise Vacuous(f"process {child.pid} had already ended with {child.returncode}; nothing was killed")
    if sys.platform.startswith("linux") and parent(child.pid) != os.getpid():
        raise AssertionError(f"process {child.pid} is not ours")
    child.send_signal(signal.SIGKILL)
    child.wait(PATIENCE)


def kill_group(child: subprocess.Popen) -> None:
    """kill -9 a child and everything in the session it leads (start_new_session=True): nobody else is in there."""
    if child.poll() is not None:
        raise Vacuous(f"process {child.pid} had already ended with {child.returncode}; nothing was killed")
    if os.getpgid(child.pid) != child.pid:
        raise AssertionError(f"process {child.pid} does not lead a session of its own")
    os.killpg(child.pid, signal.SIGKILL)
    child.wait(PATIENCE)


def parent(pid: int) -> int:
    words = Path(f"/proc/{pid}/stat").read_text()
    return int(words.rpartition(")")[2].split()[1])


def end(child: subprocess.Popen, patience: float = 60) -> None:
    """Ask one of our own to stop, then insist."""
    if child.poll() is None:
        child.terminate()
        with suppress(subprocess.TimeoutExpired):
            child.wait(patience)
            return
        child.kill()
        child.wait(PATIENCE)


def environment(database: str, **more: str) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PUTRIGHT_MODE": "demonstration",
        "DATABASE_URL": database,
        "PYTHONPATH": str(ROOT),
    } | more  # fmt: skip


def run(database: str, *words: str) -> str:
    """Run Python to its end in the environment of the system under test. Returns what it printed; AssertionError on failure."""
    done = subprocess.run(
        [sys.executable, "-P", *words], env=environment(database), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AssertionError(f"{' '.join(words)[:200]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


@dataclass
class Store:
    """The database under test, read from outside by its own driver and not through the program under test."""

    url: str

    def ask(self, sql: str, *values: object) -> list[tuple]:
        with self.open() as connection:
            return list(connection.execute(self.dressed(sql), values).fetchall())

    def tell(self, sql: str, *values: object) -> None:
        with self.open() as connection:
            connection.execute(self.dressed(sql), values)
            connection.commit()

    def dressed(self, sql: str) -> str:
        return sql.replace("%s", "?") if self.is_sqlite else sql

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    @contextmanager
    def open(self) -> Iterator[Any]:
        if self.is_sqlite:
            connection: Any = sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=PATIENCE)
        else:
            connection = psycopg.connect(self.url)
        try:
            yield connection
        finally:
            connection.close()

    def version(self) -> str:
        if self.is_sqlite:
            return f"SQLite {sqlite3.sqlite_version}"
        return f"PostgreSQL {self.ask('SHOW server_version')[0][0]}"


@contextmanager
def store(server: str, folder: Path, name: str, *, like: Store | None = None) -> Iterator[Store]:
    """A database of this run's own: a file in `folder`, or a new database on the PostgreSQL server at `server`; a copy of
    `like` when that is given, which nobody may have open on PostgreSQL. A new one is migrated already, as far as the tests keep
    one that is."""
    if not server.startswith("postgres"):
        made = Store(f"sqlite:///{folder / name}.sqlite3")
        if like:
            with like.open() as source, made.open() as copy:
                source.backup(copy)
        else:
            migrated.begin(folder / f"{name}.sqlite3")
        yield made
        return
    name = f"{name}_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        first = like.url.rpartition("/")[2] if like else migrated_server.template(server)
        connection.execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{first}"' if first else ""))
    try:
        yield Store(f"{server.rpartition('/')[0]}/{name}")
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def until(question: Callable[[], Any], what: str, *, patience: float = PATIENCE) -> Any:
    """Ask until the answer is true; AssertionError after `patience` seconds. The question may raise to end it."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if answer := question():
            return answer
        time.sleep(0.02)
    raise AssertionError(f"waited {patience:.0f} s for {what}")


def well(children: dict[str, subprocess.Popen], folder: Path) -> None:
    """AssertionError, with its last words, when one of our own ended though nobody ended it."""
    for name, child in children.items():
        if child.poll() is not None:
            raise AssertionError(f"{name} ended by itself with {child.returncode}:\n{last_words(folder, name)}")


def last_words(folder: Path, name: str) -> str:
    return (folder / f"{name}.log").read_text(errors="replace")[-2000:]


def begin(name: str, words: list[str], folder: Path, database: str, **more: Any) -> subprocess.Popen:
    """Start one of our own; what it says goes to NAME.log in `folder`. `env` in `more` is added to its environment."""
    added = more.pop("env", {})
    with (folder / f"{name}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-P", *words], env=environment(database, **added), cwd=ROOT, **{"stdout": log, "stderr": log} | more
        )
