"""A real office for the browser: its own processes, its own database file, its own port. Nothing here imports Django."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from tests import migrated

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds for a command or the first answer: a machine with other work is slow, and nothing is wrong


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class LiveOffice:
    """`with LiveOffice(folder, "dyfed-powys") as office: office.address`. Ends only the processes it began."""

    folder: Path
    slug: str = "hertfordshire"
    extra: dict[str, str] = field(default_factory=dict)
    furnish: tuple[tuple[str, ...], ...] = ()  # commands after migrate; by default the demonstration of `slug`
    works: bool = False  # with the worker that does what is owed

    def __enter__(self) -> "LiveOffice":
        self.port = free_port()
        self.env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PUTRIGHT_MODE": "demonstration",
            "DATABASE_URL": f"sqlite:///{self.folder / 'office.sqlite3'}",
            "PYTHONPATH": str(ROOT),
            "PUTRIGHT_DOCUMENTS": str(self.folder / "documents"),
            **self.extra,
        }
        migrated.begin(self.folder / "office.sqlite3")
        self.manage("migrate", "--verbosity", "0")
        for command in self.furnish or (("demo", self.slug),):
            self.manage(*command)
        self.words = (self.folder / "server.log").open("wb")
        self.server = self._start(self._command())
        self.worker = self._start([sys.executable, "-m", "django", "rounds", "--pause", "0.3"]) if self.works else None
        self._wait()
        return self

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, cwd=ROOT, env=self.env, stdout=self.words, stderr=self.words)

    def _command(self) -> list[str]:
        bind = f"127.0.0.1:{self.port}"
        options = ["--worker-class", "config.worker.Worker", "--no-control-socket", "--log-level", "warning"]
        return [sys.executable, "-m", "gunicorn", "config.asgi", "--bind", bind, *options]

    def manage(self, *command: str) -> str:
        """Run one management command in this office; its failure is shown whole."""
        ran = subprocess.run(
            [sys.executable, "-m", "django", *command],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        if ran.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {ran.returncode}:\n{ran.stdout}\n{ran.stderr}")
        return ran.stdout

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.server.poll() is not None:
                raise RuntimeError(f"the server ended by itself:\n{self.said()}")
            try:
                urllib.request.urlopen(f"{self.address}/healthz", timeout=2)
                return
            except urllib.error.HTTPError:
                return  # an unwell office still answers: it is up
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"the server gave no answer in {PATIENCE} seconds:\n{self.said()}")

    def __exit__(self, *_why: object) -> None:
        for process in filter(None, (self.worker, self.server)):
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.words.close()
