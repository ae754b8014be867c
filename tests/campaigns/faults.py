"""What every fault campaign shares: a fresh ledger, seeded choices, signals to our own processes only, a report with
versions and one command to replay (reliability harness rules)."""

import json
import os
import platform
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django
import psycopg

ROOT = Path(__file__).resolve().parents[2]
EVIDENCE = ROOT / "docs" / "evidence"


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
    child.wait(10)


def kill_group(child: subprocess.Popen) -> None:
    """kill -9 a child and everything in the session it leads (start_new_session=True): nobody else is in there."""
    if child.poll() is not None:
        raise Vacuous(f"process {child.pid} had already ended with {child.returncode}; nothing was killed")
    if os.getpgid(child.pid) != child.pid:
        raise AssertionError(f"process {child.pid} does not lead a session of its own")
    os.killpg(child.pid, signal.SIGKILL)
    child.wait(10)


def parent(pid: int) -> int:
    words = Path(f"/proc/{pid}/stat").read_text()
    return int(words.rpartition(")")[2].split()[1])


def end(child: subprocess.Popen, patience: float = 15) -> None:
    """Ask one of our own to stop, then insist."""
    if child.poll() is None:
        child.terminate()
        with suppress(subprocess.TimeoutExpired):
            child.wait(patience)
            return
        child.kill()
        child.wait(10)


def environment(database: str, **more: str) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PUTRIGHT_MODE": "demonstration",
        "DATABASE_URL": database,
        "PYTHONPATH": str(ROOT),
    } | more  # fmt: skip


def manage(database: str, *command: str) -> None:
    words = [sys.executable, "-P", "-m", "django", *command]
    done = subprocess.run(words, env=environment(database), cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")


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
            connection: Any = sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=30)
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
def store(server: str, folder: Path, name: str) -> Iterator[Store]:
    """A database of this run's own: a file in `folder`, or a new database on the PostgreSQL server at `server`."""
    if not server.startswith("postgres"):
        yield Store(f"sqlite:///{folder / name}.sqlite3")
        return
    name = f"{name}_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield Store(f"{server.rpartition('/')[0]}/{name}")
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@dataclass
class Report:
    """What a campaign did and saw, as JSON and as a page. Says the bound: none lost in N faults means under 3/N a fault."""

    name: str
    command: str
    seed: int
    settings: dict[str, Any]
    runs: list[dict[str, Any]] = field(default_factory=list)

    def add(self, run: dict[str, Any]) -> None:
        self.runs.append(run)
        print(json.dumps(run, ensure_ascii=False), flush=True)

    @property
    def kept(self) -> bool:
        return bool(self.runs) and all(run["as_expected"] for run in self.runs)

    def versions(self) -> dict[str, str]:
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout.strip()
        return {"python": platform.python_version(), "django": django.get_version(), "commit": commit}

    def save(self, folder: Path = EVIDENCE) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        whole = {
            "campaign": self.name, "replay": self.command, "seed": self.seed, "kept": self.kept,
            "versions": self.versions(), "settings": self.settings, "runs": self.runs,
        }  # fmt: skip
        (folder / f"{self.name}.json").write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
        (folder / f"{self.name}.md").write_text(self.page())

    def page(self) -> str:
        versions = ", ".join(f"{what} {which}" for what, which in self.versions().items())
        lines = [f"# {self.name}", "", f"`{self.command}`", "", f"Seed {self.seed}; {versions}.", ""]
        lines += [f"- {name}: {value}" for name, value in self.settings.items()]
        columns = list(dict.fromkeys(name for run in self.runs for name in run))
        lines += ["", "| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
        lines += ["| " + " | ".join(str(run.get(name, "")) for name in columns) + " |" for run in self.runs]
        faults = sum(run.get("kills", 0) for run in self.runs if run.get("arm") == "ours")
        if self.kept and faults >= 30:  # with fewer the bound says nothing
            lines += ["", f"None lost in {faults} faults: under {3 / faults:.1%} a fault at 95 % confidence."]
        lines += ["", "A run is as expected when our arm keeps the promise and a control arm breaks it.", ""]
        return "\n".join(lines)


def until(question: Any, patience: float, what: str) -> Any:
    """Ask until the answer is true; AssertionError after `patience` seconds."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if answer := question():
            return answer
        time.sleep(0.02)
    raise AssertionError(f"waited {patience:.0f} s for {what}")
