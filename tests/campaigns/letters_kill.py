"""Kill the worker at each of twelve points between "a letter is owed" and "its carrier took it, and we know".

    script/campaign letters_kill --seed 1 [--kills 10] [--points all] [--database sqlite|postgresql|both]

E-mails go to a real SMTP server and texts to GOV.UK Notify's stand-in, both of this process, outside the system under
test: what they accepted is the ledger. At each point (letters_worker.py) a worker is stopped at its 21st letter and killed
with -9, again and again; then another goes round until nothing is owed. The workers are forked from one process that has
imported everything and opened nothing. The seed is the order of the points.

Oracle: every letter was accepted by its carrier; in our record each is written once, sent once, and every chain holds. A
carrier may see the same number twice: for an e-mail that is counted (`seen twice`), for a text it is a loss, since the
carrier can be asked. Three wrong builds must break it."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from select import select

from aiosmtpd.controller import Controller

from gateways.notify_fake import KEY, FakeNotify, listening
from tests.databases import NoServer, postgresql

from . import faults
from .letters_worker import POINTS
from .report import Report, databases, words

WORKER = "tests.campaigns.letters_worker"
WRONG = (("sent_first", "asked", "email"), ("no_look_up", "handed", "text"), ("event_first", "written", "email"))
ENOUGH = 20  # letters acknowledged between two faults


@dataclass
class Carriers:
    """What the two carriers took: the ledger."""

    mail: Counter = field(default_factory=Counter)
    texts: FakeNotify = field(default_factory=FakeNotify)
    smtp: str = ""
    notify: str = ""

    async def handle_DATA(self, server, session, envelope) -> str:  # aiosmtpd's name
        self.mail[str(message_from_bytes(envelope.content)["Message-ID"]).strip("<>")] += 1
        return "250 Message accepted for delivery"

    def number(self) -> int:
        return sum(self.mail.values()) + len(self.texts.taken)


@contextmanager
def carriers() -> Iterator[Carriers]:
    ledger = Carriers()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(ledger, hostname="127.0.0.1", port=port)
    server.start()
    try:
        with listening(ledger.texts) as address:
            ledger.smtp = f"smtp://127.0.0.1:{port}"
            ledger.notify = address
            yield ledger
    finally:
        server.stop()


class Workers:
    """A process that has imported everything and opened nothing, and forks a worker whenever it is told to."""

    module = WORKER

    def __init__(self, store: faults.Store, folder: Path, build: str, ledger: Carriers) -> None:
        env = {
            "PUTRIGHT_SMTP": ledger.smtp, "PUTRIGHT_NOTIFY_KEY": KEY, "PUTRIGHT_NOTIFY_URL": ledger.notify,
            "PUTRIGHT_COOL_OFF": "0",
        }  # fmt: skip
        self.folder, self.begun, self.now = folder, 0, 0
        piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "bufsize": 0}
        self.parent = faults.begin("workers", ["-m", self.module, build], folder, store.url, env=env, **piped)

    def begin(self, point: str, medium: str) -> tuple[int, Path]:
        """A worker's number, and the file it makes when it has stopped at the point."""
        self.begun += 1
        hold = self.folder / f"{self.begun}.held"
        self.parent.stdin.write(f"{point} {medium} {hold}\n".encode())
        self.now = self.said()
        return self.now, hold

    def ended(self) -> int:
        """How the last one ended, when it has."""
        code, self.now = self.said(), 0
        return code

    def said(self) -> int:
        """The next number: of a worker, or how it ended. AssertionError when they are all gone."""
        words = self.parent.stdout.readline()
        if not words.strip():
            raise AssertionError(faults.last_words(self.folder, "workers"))
        return int(words)

    def has_ended(self) -> bool:
        return bool(select([self.parent.stdout], [], [], 0)[0])

    def kill(self, worker: int) -> None:
        """kill -9, but only one that is theirs and has not ended; and it is dead before this returns."""
        if self.has_ended():
            raise faults.Vacuous(f"worker {worker} had already ended; nothing was killed")
        if faults.parent(worker) != self.parent.pid:
            raise AssertionError(f"process {worker} is not ours")
        os.kill(worker, signal.SIGKILL)
        if (code := self.ended()) != -signal.SIGKILL:
            raise faults.Vacuous(f"worker {worker} ended with {code}; it was not killed")

    def end(self) -> None:
        with suppress(faults.Vacuous):
            if self.now:
                self.kill(self.now)
        self.parent.stdin.close()
        faults.end(self.parent)
        self.parent.stdout.close()


@dataclass
class Run:
    """One database, one point, many kills."""

    store: faults.Store
    folder: Path
    build: str
    point: str
    media: list[str]
    ledger: Carriers
    done: int = 0

    def acknowledged(self) -> int:
        """What is finished: letters written, and letters a carrier took."""
        return self.ledger.number() + self.store.ask("SELECT count(*) FROM letters_letter")[0][0]

    def kill_at(self, medium: str, workers: Workers) -> None:
        before = self.acknowledged()
        worker, hold = workers.begin(self.point, medium)

        def held() -> bool:
            if workers.has_ended():
                raise AssertionError(f"a worker ended by itself:\n{faults.last_words(self.folder, 'workers')}")
            return hold.exists()

        faults.until(held, f"it to stop at {self.point}")
        if self.acknowledged() - before < ENOUGH:
            raise faults.Vacuous(f"only {self.acknowledged() - before} letters between two kills")
        workers.kill(worker)
        self.done += 1
        self.store.tell("UPDATE rounds_claim SET leased_until = '2000-01-01 00:00:00+00:00' WHERE done_at IS NULL")

    def to_the_end(self, workers: Workers) -> None:
        workers.begin("nowhere", "email")
        if workers.ended():
            raise AssertionError(faults.last_words(self.folder, "workers"))

    def judge(self) -> int:
        """Raises Lost with what is wrong. Gives how many e-mails the mail server saw twice."""
        letters = self.store.ask("SELECT id, medium, status, message_id, case_id, kind FROM letters_letter")
        cases = self.store.ask("SELECT count(*) FROM cases_case")[0][0]
        if len(letters) != 2 * cases or len({(case, kind) for *_, case, kind in letters}) != len(letters):
            raise faults.Lost(f"{len(letters)} letters were written for {cases} cases that owe two each")
        self.judge_record(letters)
        taken = self.ledger.mail + Counter(one["reference"] for one in self.ledger.texts.taken)
        if missing := [number for *_, number, _case, _kind in letters if not taken[number.strip("<>")]]:
            raise faults.Lost(f"{len(missing)} of {len(letters)} letters never reached their carrier")
        twice = Counter(medium for _, medium, _s, number, *_ in letters if taken[number.strip("<>")] > 1)
        if twice["text"]:
            raise faults.Lost(f"{twice['text']} texts were sent twice")
        return twice["email"]

    def judge_record(self, letters: list[tuple]) -> None:
        if unsent := [status for _, _m, status, *_ in letters if status != "sent"]:
            raise faults.Lost(f"{len(unsent)} letters are not sent in our record: {sorted(set(unsent))}")
        rows = self.store.ask("SELECT facts FROM cases_event WHERE verb = 'sent'")
        facts = [json.loads(one) if isinstance(one, str) else one for (one,) in rows]
        events = Counter(one["letter"] for one in facts)
        if doubled := [number for number, times in events.items() if times > 1]:
            raise faults.Lost(f"{len(doubled)} letters are sent twice in our record")
        if missing := [number for number, *_ in letters if number not in events]:
            raise faults.Lost(f"{len(missing)} letters have no event")
        broken = json.loads(faults.run(self.store.url, "-m", WORKER, "chains"))
        if broken:
            raise faults.Lost(f"the log of {len(broken)} cases does not hold")


def attempt(run: Run) -> dict[str, object]:
    began, outcome, twice = time.monotonic(), "kept", 0
    workers = Workers(run.store, run.folder, run.build, run.ledger)
    try:
        for medium in run.media:
            run.kill_at(medium, workers)
        run.to_the_end(workers)
        twice = run.judge()
    except faults.Lost as loss:
        outcome = str(loss)
    finally:
        workers.end()
    return {
        "database": run.store.version(), "arm": run.build, "killed at": run.point, "kills": run.done,
        "letters": run.store.ask("SELECT count(*) FROM letters_letter")[0][0], "seen twice": twice, "outcome": outcome,
        "seconds": round(time.monotonic() - began, 1), "as_expected": (outcome == "kept") == (run.build == "ours"),
    }  # fmt: skip


def wanted(kills: int, points: tuple[str, ...], wrong: tuple) -> Iterator[tuple[str, str, list[str]]]:
    """Build, point and the medium of each kill: half of them each. Texts first: they are the oldest, and a worker on its way
    to the e-mails sends them all."""
    texts = (kills + 1) // 2
    yield from (("ours", point, ["text"] * texts + ["email"] * (kills - texts)) for point in points)
    yield from ((build, point, [medium] * min(kills, 3)) for build, point, medium in wrong)


def cases_for(point: str, media: list[str]) -> int:
    """So many that every kill finds its letters: those of one medium, and where they are written those of any."""
    return (ENOUGH + 3) * (len(media) if point == "wrote" else max(Counter(media).values())) + 15


def campaign(server: str, seed: int, kills: int, points: tuple[str, ...], wrong: tuple = WRONG) -> Iterator[dict[str, object]]:
    runs = list(wanted(kills, points, wrong))
    random.Random(seed).shuffle(runs)
    with tempfile.TemporaryDirectory(prefix="putright-letters-") as name, ExitStack() as templates:
        begun: dict[int, faults.Store] = {}
        for number, (build, point, media) in enumerate(runs):
            if (cases := cases_for(point, media)) not in begun:
                place = faults.store(server, Path(name), f"letters_of_{cases}")
                begun[cases] = templates.enter_context(place)
                faults.run(begun[cases].url, "-m", WORKER, "office", str(cases))
            folder = Path(name) / str(number)
            folder.mkdir()
            with faults.store(server, folder, f"letters_{number}", like=begun[cases]) as store, carriers() as ledger:
                yield attempt(Run(store, folder, build, point, media, ledger))


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--kills", type=int, default=10)
    asked.add_argument("--points", nargs="+", choices=POINTS, default=POINTS)
    given = asked.parse_args()
    command = f"script/campaign letters_kill --seed {given.seed} --kills {given.kills} --database {given.database}"
    name = "letters_kill_postgresql" if given.database == "postgresql" else "letters_kill"
    report = Report(name, command, given.seed, {"points": len(given.points)}, given.trial)
    for which in databases(given.database):
        try:
            with postgresql() if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", given.seed, given.kills, tuple(given.points)):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
