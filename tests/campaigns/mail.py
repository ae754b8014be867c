"""Kill whatever takes in e-mail, at every point of a message's way: nothing is lost and nothing is doubled.

    script/campaign mail --seed 1 [--messages 12] [--times 10] [--database sqlite|postgresql|both]

The worker reads a real Dovecot; it stops at a point (mail_worker.py), is killed there with -9, and another carries on.
Our own mail server is killed before and after it keeps a message; the sender, who got no answer, sends it again.

Oracle: every message sent is one contact with one `received` event, nothing is left in the mailbox, and all of it is in
the archive folder once. Two wrong builds must lose and double, so that it is the kill that is seen."""

import random
import smtplib
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.databases import NoServer, postgresql
from tests.gateways import dovecot
from tests.make.raw_mail import message

from . import faults
from .report import Report, databases, words

POINTS = ("fetched", "kept", "moved", "placing", "placed")
ANSWERS = (
    "fetched",
    "kept",
)  # the same two moments for our own mail server: before it is on disk, and before it says so
WRONG = (("moves_first", "fetched"), ("forgets", "kept"))
NO_CONTACT = "SELECT count(*) FROM email_reading WHERE contact_id IS NULL"


@dataclass
class Run:
    """One database, one mailbox, one place to be killed at."""

    store: faults.Store
    folder: Path
    build: str
    point: str
    count: int
    seed: int
    url: str = ""

    @property
    def hold(self) -> Path:
        return self.folder / f"held-{self.build}-{self.point}-{self.seed}"

    def messages(self) -> list[bytes]:
        return [message(f"{self.seed} {n}", **{"from": f"p{n}.{self.seed}@a.example"}) for n in range(self.count)]

    def begin(self, name: str, point: str, *command: str) -> subprocess.Popen:
        words = ["-m", "tests.campaigns.mail_worker", self.build, point, *command]
        more = {"PUTRIGHT_IMAP": self.url, "MAIL_HOLD": str(self.hold)}
        return faults.begin(name, words, self.folder, self.store.url, env=more)

    def killed_there(self, name: str, *command: str) -> None:
        child = self.begin(name, self.point, *command)
        self.wait_for_hold(child, name)
        faults.kill(child)

    def wait_for_hold(self, child: subprocess.Popen, name: str) -> None:
        def held() -> bool:
            faults.well({name: child}, self.folder)
            return self.hold.exists()

        faults.until(held, f"it to stop at {self.point}")

    def carry_on(self) -> None:
        """The dead worker's leases have run out, and its minute is over; another goes round till nothing is left to do."""
        self.store.tell("UPDATE rounds_claim SET leased_until = '2000-01-01 00:00:00+00:00' WHERE done_at IS NULL")
        self.store.tell("UPDATE email_box SET asked_at = '2000-01-01 00:00:00+00:00'")
        child = self.begin("after", "nowhere", "rounds", "--once")
        if child.wait(faults.PATIENCE):
            raise AssertionError(faults.last_words(self.folder, "after"))

    def number(self, sql: str) -> int:
        return self.store.ask(sql)[0][0]

    def judge(self, server: dovecot.Dovecot | None) -> None:
        """Raises Lost with what is wrong."""
        contacts = self.number("SELECT count(*) FROM contacts_contact WHERE channel = 'email'")
        words = self.number("SELECT count(DISTINCT words) FROM contacts_contact WHERE channel = 'email'")
        if words < self.count:
            raise faults.Lost(f"{self.count - words} of {self.count} messages were lost")
        if contacts != self.count or self.number(NO_CONTACT):
            raise faults.Lost(f"{contacts} contacts and {self.number(NO_CONTACT)} others of {self.count} messages")
        if self.number("SELECT count(*) FROM cases_event WHERE verb = 'received'") != self.count:
            raise faults.Lost("an event is missing or doubled")
        if server and (server.count(), server.count("Archive")) != (0, self.count):
            raise faults.Lost(f"{server.count()} are left in the mailbox and {server.count('Archive')} in its archive")


def by_mailbox(run: Run) -> None:
    with dovecot.running() as server:
        run.url = server.url
        server.put(*run.messages())
        run.killed_there("worker", "rounds", "--once")
        run.carry_on()
        run.judge(server)


def by_listener(run: Run) -> None:
    """Everything is handed over in order; what gets no answer is sent again, as every mail server does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    waiting = run.messages()
    child = run.begin("listener", run.point, "mail-listener", f"--port={port}")
    while not run.hold.exists() and len(run.messages()) - len(waiting) < 2:
        hand_over(port, waiting[0])
        waiting.pop(0)
    with suppress(OSError, smtplib.SMTPException), unanswered(port, waiting[0]):
        run.wait_for_hold(child, "listener")
        faults.kill(child)
    child = run.begin("listener-2", "nowhere", "mail-listener", f"--port={port}")
    for one in waiting:
        hand_over(port, one)
    faults.end(child)
    run.carry_on()
    run.judge(None)


@contextmanager
def unanswered(port: int, content: bytes) -> Iterator[None]:
    """A sender that has sent all of a message and waits for the answer."""
    with smtplib.SMTP("127.0.0.1", port, timeout=faults.PATIENCE) as line:
        line.ehlo()
        line.mail("sender@a.example")
        line.rcpt("complaints@office.example")
        line.docmd("DATA")
        line.send(content + b"\r\n.\r\n")
        yield


def hand_over(port: int, content: bytes) -> None:
    """Until it is taken: the server may only just be starting."""
    until = time.monotonic() + faults.PATIENCE
    while True:
        try:
            with smtplib.SMTP("127.0.0.1", port, timeout=faults.PATIENCE) as line:
                line.sendmail("sender@a.example", ["complaints@office.example"], content)
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def attempt(store: faults.Store, way: str, run: Run) -> dict[str, object]:
    began, outcome = time.monotonic(), "kept"
    try:
        {"mailbox": by_mailbox, "listener": by_listener}[way](run)
    except faults.Lost as loss:
        outcome = str(loss)
    return {
        "database": store.version(), "arm": run.build, "way": way, "killed at": run.point, "messages": run.count,
        "kills": 1, "outcome": outcome, "seconds": round(time.monotonic() - began, 1),
        "as_expected": (outcome == "kept") == (run.build == "ours"),
    }  # fmt: skip


def campaign(server: str, seed: int, count: int, times: int) -> Iterator[dict[str, object]]:
    wanted = [("mailbox", "ours", point) for point in POINTS] + [("listener", "ours", point) for point in ANSWERS]
    wanted = wanted * times + [("mailbox", *wrong) for wrong in WRONG]
    luck = random.Random(seed)
    with (
        tempfile.TemporaryDirectory(prefix="putright-mail-") as name,
        faults.store(server, Path(name), "mail") as template,
    ):
        faults.run(template.url, "-m", "tests.campaigns.office")
        for number, (way, build, point) in enumerate(wanted):
            folder = Path(name) / str(number)
            folder.mkdir()
            with faults.store(server, folder, f"mail_{number}", like=template) as store:
                yield attempt(store, way, Run(store, folder, build, point, count, luck.randrange(10**9)))


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--messages", type=int, default=12)
    asked.add_argument("--times", type=int, default=10)
    given = asked.parse_args()
    told = f"--messages {given.messages} --times {given.times} --database {given.database}"
    command = f"script/campaign mail --seed {given.seed} {told}"
    settings = {"messages": given.messages, "points": POINTS}
    report = Report("mail", command, given.seed, settings, given.trial)
    for which in databases(given.database):
        try:
            with postgresql() if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", given.seed, given.messages, given.times):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
