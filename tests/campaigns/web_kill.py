"""Kill the web server at random moments under four people who resend: what was acknowledged is there, whole and once.

    script/campaign web_kill --seed 1 --kills 100 [--database sqlite|postgresql|both]

The server is gunicorn with the workers of script/server, in a session of its own, killed with -9 whole. The
harness holds its listening socket, so nobody else can take the port between two servers, and people who come then wait.
Four people fill in the public form; what gets no answer is sent again. One form in eight is walked from its first page;
the others start at the last, from copies of a walked one, so that the kills fall on the moment that matters.

Acknowledged means: the page with the reference was seen whole. Oracle, once the server has been stopped in good order:
every acknowledged contact is stored once, under that reference, with one `received` event and an unbroken chain; nothing
is stored in part; each case is owed exactly one acknowledgement, and after the rounds has exactly one letter. The wrong
build (wrong_web.py) must break it when killed and keep it when not, so that it is the kill that is seen."""

import hashlib
import json
import random
import re
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from tests.databases import NoServer, postgresql

from . import faults
from .office import MARK
from .person import GaveUp, Person
from .report import Report, databases, words

PEOPLE, BETWEEN = 4, 20
CONTROL_KILLS = 10
BUILDS = {"ours": "config.asgi:application", "event_later": "tests.campaigns.wrong_web:application"}
REFERENCE = re.compile(r"PR-[0-9A-Z]{5}-[0-9A-Z]{5}")


def door() -> socket.socket:
    """A listening socket that outlives the servers it is handed to."""
    made = socket.create_server(("127.0.0.1", 0), backlog=128)
    made.set_inheritable(True)
    return made


@dataclass
class Run:
    """One server at a time, one database, four people, one ledger."""

    store: faults.Store
    build: str
    folder: Path
    seed: int
    ledger: faults.Ledger
    door: socket.socket = field(default_factory=door)
    server: subprocess.Popen | None = None
    over: threading.Event = field(default_factory=threading.Event)
    acks: int = 0
    resent: int = 0
    answers: str = ""
    troubles: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    told: str = ""  # what that module printed
    begins_with: ClassVar[str] = "office"  # the module of this folder that makes the database

    @property
    def port(self) -> int:
        return self.door.getsockname()[1]

    def start(self) -> None:
        number = self.door.fileno()
        command = [
            "-m", "gunicorn", BUILDS[self.build], "--bind", f"fd://{number}", "--worker-class", "config.worker.Worker",
            "--workers", "2", "--preload", "--timeout", "300", "--graceful-timeout", "60", "--no-control-socket",
            "--log-level", "warning",
        ]  # fmt: skip
        self.server = faults.begin(
            self.build, command, self.folder, self.store.url, start_new_session=True, pass_fds=(number,)
        )

    def wait_for(self, more: int) -> None:
        """Wait for more acknowledgements, however long they take; but not for a server or for people that are no more."""
        enough = self.acks + more

        def there() -> bool:
            faults.well({self.build: self.server}, self.folder)
            if self.troubles:
                raise AssertionError(self.troubles[0])
            return self.acks >= enough

        faults.until(there, f"{more} acknowledgements")

    def kill(self) -> None:
        faults.kill_group(self.server)

    def stop(self) -> None:
        """In good order: what is in hand is finished."""
        faults.end(self.server, faults.PATIENCE)

    def judge(self) -> dict[str, int]:
        return judge(self)

    def prepared(self) -> None:
        """Read what the people need from the database they begin with."""
        found = self.store.ask("SELECT answers FROM contacts_draft")[0][0]
        self.answers = found if isinstance(found, str) else json.dumps(found)

    def copy_of_a_form(self, words: str) -> str:
        """A form filled in but not sent, as the walk left one, with these words. Returns its code."""
        code = "-".join("".join(secrets.choice("0123456789ABCDEF") for _ in range(4)) for _ in range(6))
        cast = ("", "") if self.store.is_sqlite else ("::uuid", "::jsonb")
        key = uuid.uuid4().hex if self.store.is_sqlite else str(uuid.uuid4())
        now = "datetime('now')" if self.store.is_sqlite else "now()"
        self.store.tell(
            "INSERT INTO contacts_draft (secret_digest, key, answers, language, started_at, changed_at) "
            f"VALUES (%s, %s{cast[0]}, %s{cast[1]}, 'en', {now}, {now})",
            hashlib.sha256(code.encode()).hexdigest(), key, self.answers.replace(MARK, words),
        )  # fmt: skip
        return code

    def live(self, number: int) -> None:
        """One person, sending form after form until the run is over."""
        choose = random.Random(self.seed * 1000 + number)
        count = 0
        try:
            while not self.over.is_set():
                count += 1
                self.send_one(f"zz{number}n{count}zz", walks=choose.random() < 1 / 8)
        except GaveUp:
            return
        except Exception as trouble:
            self.troubles.append(f"{trouble!r}")
            raise

    def send_one(self, words: str, *, walks: bool) -> None:
        person = Person(self.port, self.over.is_set)
        if walks:
            checked = person.to_the_check(words)
        else:
            person.cookies["putright_form"] = self.copy_of_a_form(words)
            checked = person.get("/en/tell-us/check/")
        page = person.send(checked)
        reference = REFERENCE.search(page.content)
        if page.status != 200 or not page.path.endswith("/sent/") or reference is None:
            raise AssertionError(f"{words}: no reference on {page.path} ({page.status})")
        with self.lock:
            self.ledger.write({"words": words, "reference": reference[0], "resent": person.resent})
            self.acks += 1
            self.resent += person.resent


def judge(run: Run) -> dict[str, int]:
    """Raises Lost with what is wrong; else the counts. Nothing may be running any more."""
    acked = run.ledger.read()
    stored = run.store.ask(
        "SELECT t.words, c.reference, c.id FROM contacts_contact t JOIN cases_case c ON c.id = t.case_id"
    )
    there = Counter((words, reference) for words, reference, _ in stored)
    if gone := [a for a in acked if there[a["words"], a["reference"]] != 1]:
        raise faults.Lost(f"{len(gone)} of {len(acked)} acknowledged contacts are not stored once: {gone[:3]}")
    if twice := [words for words, times in Counter(words for words, _, _ in stored).items() if times > 1]:
        raise faults.Lost(f"{len(twice)} contacts are stored more than once: {twice[:3]}")
    events = Counter(pk for (pk,) in run.store.ask("SELECT case_id FROM cases_event WHERE verb = 'received'"))
    acknowledged = {a["reference"] for a in acked}
    if partial := [reference for _, reference, pk in stored if events[pk] != 1]:
        known = len(acknowledged.intersection(partial))
        raise faults.Lost(f"{len(partial)} cases ({known} of them acknowledged) have no `received` event, or two")
    cases = run.store.ask("SELECT count(*) FROM cases_case")[0][0]
    if cases != len(stored):
        raise faults.Lost(f"{cases} cases for {len(stored)} contacts")
    return {"acknowledged": len(acked), "stored": len(stored), "resent": run.resent, **answered(run, stored)}


def answered(run: Run, stored: list[tuple]) -> dict[str, int]:
    """Each case was owed one acknowledgement, the rounds wrote it once, and every chain is whole."""
    found = json.loads(faults.run(run.store.url, "-m", "tests.campaigns.answered"))
    if found["broken"]:
        raise faults.Lost(f"the chains of {len(found['broken'])} cases do not hold: {found['broken'][:3]}")
    owed = Counter(found["owed"])
    if wrong := [reference for _, reference, _ in stored if owed[reference] != 1]:
        raise faults.Lost(f"{len(wrong)} of {len(stored)} cases are owed no acknowledgement, or two: {wrong[:3]}")
    letters = Counter(pk for (pk,) in run.store.ask("SELECT case_id FROM letters_letter WHERE kind = 'acknowledgement'"))
    if wrong := [reference for _, reference, pk in stored if letters[pk] != 1]:
        raise faults.Lost(f"{len(wrong)} of {len(stored)} cases have no letter after the rounds, or two: {wrong[:3]}")
    return {"owed": sum(owed.values()), "letters": sum(letters.values())}


def attempt(run: Run, kills: int, between: int) -> dict[str, object]:
    """One run in a fresh database with a fresh ledger. `kills` 0: the same people, and nobody is killed."""
    choose, began, done = random.Random(run.seed), time.monotonic(), 0
    counts: dict[str, int] = {}
    outcome = "kept"
    try:
        with people(run):
            while done < kills:
                run.wait_for(between)
                time.sleep(choose.uniform(0, 0.3))
                run.kill()
                done += 1
                run.start()
            run.wait_for(between if kills == 0 else PEOPLE)  # the last server answers too
        run.stop()
        if done >= CONTROL_KILLS and not run.resent:
            raise faults.Vacuous(f"{done} kills, and nobody was waiting for an answer at any of them")
        counts = run.judge()
    except faults.Lost as loss:
        outcome = str(loss)
    finally:
        if run.server and run.server.poll() is None:
            run.kill()
        run.door.close()
    return {
        "database": run.store.version(), "arm": run.build, "kills": done, "acknowledged": run.acks, **counts,
        "outcome": outcome, "seconds": round(time.monotonic() - began, 1),
        "as_expected": (outcome == "kept") == (run.build == "ours" or kills == 0),
    }  # fmt: skip


@contextmanager
def people(run: Run) -> Iterator[None]:
    """Four people sending forms, for as long as the block lasts; then each finishes what is in hand, or gives it up."""
    run.start()
    run.prepared()
    all_of_them = [threading.Thread(target=run.live, args=(number,), daemon=True) for number in range(PEOPLE)]
    for person in all_of_them:
        person.start()
    try:
        yield
    finally:
        run.over.set()
        for person in all_of_them:
            person.join(faults.PATIENCE)
    if any(person.is_alive() for person in all_of_them):
        raise AssertionError("somebody still waits for an answer")


Arm = tuple[str, int]  # a build, and how often it is killed


def campaign(
    server: str, arms: tuple[Arm, ...], *, seed: int, between: int = BETWEEN, kind: type[Run] = Run
) -> Iterator[dict[str, object]]:
    with tempfile.TemporaryDirectory(prefix="putright-web-kill-") as name:
        folder = Path(name)
        with faults.store(server, folder, kind.begins_with) as template:
            told = faults.run(template.url, "-m", f"tests.campaigns.{kind.begins_with}")
            for build, kills in arms:
                label = f"{kind.begins_with}_{build}_{kills}"
                with faults.store(server, folder, label, like=template) as store:
                    ledger = faults.Ledger(folder / f"{label}.ledger")
                    yield attempt(kind(store, build, folder, seed, ledger, told=told), kills, between)


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--kills", type=int, default=100)
    given = asked.parse_args()
    arms = (("ours", given.kills), ("event_later", min(given.kills, CONTROL_KILLS)), ("event_later", 0))
    good = True
    for which in databases(given.database):
        command = f"script/campaign web_kill --seed {given.seed} --kills {given.kills} --database {which}"
        settings = {"people": PEOPLE, "acknowledgements between faults": f"at least {BETWEEN}", "durable": "fsync on"}
        report = Report(f"web_kill_{which}", command, given.seed, settings, given.trial)
        try:
            with postgresql(durable=True) if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", arms, seed=given.seed):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
        report.save()
        good = good and report.kept
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
