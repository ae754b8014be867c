"""The virus scanner, where there is one: ClamAV's daemon by its socket, or its command line program.

`PUTRIGHT_SCANNER` names it: a socket (`/run/clamav/clamd.ctl`), `host:port`, or `clamscan` with any options of its own.
Empty: the usual socket if it is there. Without one the answer is "not scanned", and every screen says so."""

import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.conf import settings

USUAL = ("/run/clamav/clamd.ctl", "/var/run/clamav/clamd.ctl", "/run/clamd.scan/clamd.sock")
STEP = 256 * 1024
SECONDS = 30
LONG = 300  # the program reads all its signatures first
CLEAN, FOUND, NOT_SCANNED = "clean", "found", "not_scanned"


@dataclass(frozen=True)
class Answer:
    """`state` is clean, found or not_scanned; `words` what the scanner calls what it found, or why it did not look."""

    state: str
    words: str = ""


class Scanner(Protocol):
    """`at_once`: quick enough to be asked while somebody waits."""

    at_once: bool

    def scan(self, path: Path) -> Answer: ...


class Daemon:
    at_once = True

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self, path: Path) -> Answer:
        """The bytes are sent to it, so that it needs no leave to read our files."""
        try:
            with self.connected() as line, path.open("rb") as file:
                line.sendall(b"zINSTREAM\0")
                while piece := file.read(STEP):
                    line.sendall(len(piece).to_bytes(4, "big") + piece)
                line.sendall(bytes(4))
                return read(answered(line))
        except OSError as problem:
            return Answer(NOT_SCANNED, type(problem).__name__)

    def connected(self) -> socket.socket:
        if self.address.startswith("/"):
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            line.settimeout(SECONDS)
            try:
                line.connect(self.address)
            except OSError:
                line.close()
                raise
            return line
        host, _, port = self.address.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=SECONDS)


def answered(line: socket.socket) -> str:
    heard = b""
    while b"\0" not in heard and len(heard) < STEP and (piece := line.recv(4096)):
        heard += piece
    return heard.partition(b"\0")[0].decode(errors="replace").strip()


def read(said: str) -> Answer:
    """`stream: OK`, `stream: NAME FOUND`; anything else (too large for it, out of order) is not a scan."""
    words = said.rpartition(": ")[2] if ": " in said else said
    if words.endswith(" FOUND"):
        return Answer(FOUND, words.removesuffix(" FOUND")[:200])
    return Answer(CLEAN) if words == "OK" else Answer(NOT_SCANNED, words[:200])


class Program:
    at_once = False

    def __init__(self, words: list[str]) -> None:
        self.words = words

    def scan(self, path: Path) -> Answer:
        command = [*self.words, "--no-summary", "--stdout", str(path)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=LONG, check=False, text=True, errors="replace")
        except (OSError, subprocess.TimeoutExpired) as problem:
            return Answer(NOT_SCANNED, type(problem).__name__)
        said = done.stdout.strip().splitlines()[-1:] or [""]
        if done.returncode == 1:
            return Answer(FOUND, read(said[0]).words)
        return Answer(CLEAN) if done.returncode == 0 else Answer(NOT_SCANNED, done.stderr.strip()[-200:])


_fixed: list[Scanner | None] = []


def scanner() -> Scanner | None:
    """The scanner of this machine, or None when there is none."""
    if _fixed:
        return _fixed[-1]
    named = settings.SCANNER
    if not named:
        return next((Daemon(path) for path in USUAL if Path(path).is_socket()), None)
    words = shlex.split(named)
    return Program(words) if shutil.which(words[0]) and not Path(words[0]).is_socket() else Daemon(named)


@contextmanager
def fixed(other: Scanner | None) -> Iterator[None]:
    """Within the block this is the scanner: a fake, or none."""
    _fixed.append(other)
    try:
        yield
    finally:
        _fixed.pop()
