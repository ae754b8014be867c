"""Kill the web server at random moments under four people who resend: what was acknowledged is there, whole and once.

    python -m tests.campaigns.web_kill --seed 1 --kills 100 [--database sqlite|postgresql|both]

The server is gunicorn as script/server starts it, in a session of its own, killed with -9 whole. Four people fill in the
public form; what gets no answer is sent again. One form in eight is walked from its first page; the others start at the
last, from copies of a walked one, so that the kills fall on the moment that matters.

Acknowledged means: the page with the reference was seen whole. Oracle: every acknowledged contact is stored once, under
that reference, with one `received` event and an unbroken chain; nothing is stored in part; and each is owed exactly one
acknowledgement (that what is owed is then done once is the rounds campaign's). The wrong build (wrong_web.py) must
break it."""

import argparse
import hashlib
import json
import random
import re
import secrets
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from tests.databases import NoServer, free_port, postgresql

from . import faults
from .person import GaveUp, Person

PEOPLE, BETWEEN, MARK = 4, 20, "zzwordszz"
PATIENCE = 180  # seconds for BETWEEN acknowledgements, before the run is called vacuous
BUILDS = {"ours": "config.wsgi:application", "event_later": "tests.campaigns.wrong_web:application"}
REFERENCE = re.compile(r"PR-[0-9A-Z]{5}-[0-9A-Z]{5}")
PREPARE = "import django; django.setup(); from tests.make import people; people.office(); people.team()"


@dataclass
class Run:
    """One server, one database, four people, one ledger."""

    store: faults.Store
    build: str
    ledger: faults.Ledger
    seed: int
    between: int = BETWEEN
    port: int = field(default_factory=free_port)
    over: threading.Event = field(default_factory=threading.Event)
    acks: int = 0
    resent: int = 0
    answers: str = ""
    troubles: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self) -> subprocess.Popen:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", BUILDS[self.build], "--bind", f"127.0.0.1:{self.port}",
             "--worker-class", "gthread", "--workers", "2", "--threads", "8", "--no-control-socket", "--log-level", "critical"],
            env=faults.environment(self.store.url), cwd=faults.ROOT, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        Person(self.port, self.over.is_set).get("/healthz/none")  # any answer at all: it is up
        return server

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

    def learn_the_form(self) -> None:
        Person(self.port, self.over.is_set).to_the_check(MARK)
        found = self.store.ask("SELECT answers FROM contacts_draft")[0][0]
        self.answers = found if isinstance(found, str) else json.dumps(found)

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
            self.troubles.append(repr(trouble))
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

    def kill_and_restart(self, server: subprocess.Popen, choose: random.Random) -> subprocess.Popen:
        """After enough acknowledgements and a random while. Raises Vacuous when they do not come."""
        before = self.acks
        try:
            faults.until(lambda: self.acks >= before + self.between or self.troubles, PATIENCE, "acknowledgements")
        except AssertionError as quiet:
            raise faults.Vacuous(f"only {self.acks - before} acknowledgements between faults") from quiet
        if self.troubles:
            raise AssertionError(self.troubles[0])
        time.sleep(choose.uniform(0, 0.3))
        faults.kill_group(server)
        return self.start()


def judge(run: Run) -> dict[str, int]:
    """Raises Lost with what is wrong; else the counts."""
    stored = run.store.ask(
        "SELECT t.words, c.reference, c.id FROM contacts_contact t JOIN cases_case c ON c.id = t.case_id"
    )
    acked = run.ledger.read()
    there = Counter((words, reference) for words, reference, _ in stored)
    if gone := [a for a in acked if there[a["words"], a["reference"]] != 1]:
        raise faults.Lost(f"{len(gone)} of {len(acked)} acknowledged contacts are not stored once: {gone[:3]}")
    if twice := [words for words, times in Counter(words for words, _, _ in stored).items() if times > 1]:
        raise faults.Lost(f"{len(twice)} contacts are stored more than once: {twice[:3]}")
    events = Counter(pk for (pk,) in run.store.ask("SELECT case_id FROM cases_event WHERE verb = 'received'"))
    if partial := [reference for _, reference, pk in stored if events[pk] != 1]:
        raise faults.Lost(f"{len(partial)} of {len(stored)} cases have no `received` event, or two: {partial[:3]}")
    cases = run.store.ask("SELECT count(*) FROM cases_case")[0][0]
    if cases != len(stored):
        raise faults.Lost(f"{cases} cases for {len(stored)} contacts")
    return {"acknowledged": len(acked), "stored": len(stored), "resent": run.resent, "owed": acknowledge(run, stored)}


OWED = """
import django, sys; django.setup()
from datetime import timedelta
from gateways import clock
from putright.cases.log import broken_at
from putright.cases.models import Case
from putright.letters import owed
for key, _ in owed.owed(clock.now() + timedelta(seconds=1), limit=10**6): print(key)
sys.exit(any(broken_at(case) is not None for case in Case.objects.all()))
"""


def acknowledge(run: Run, stored: list[tuple]) -> int:
    """Each case is owed one acknowledgement and its chain is whole. Returns how many are owed."""
    asked = subprocess.run(
        [sys.executable, "-c", OWED], env=faults.environment(run.store.url), cwd=faults.ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if asked.returncode:
        raise faults.Lost(f"a case's chain is broken {asked.stderr[-500:]}")
    owed = Counter(key.removeprefix("letters:ack:") for key in asked.stdout.split() if key.startswith("letters:ack:"))
    if wrong := [reference for _, reference, _ in stored if owed[reference] != 1]:
        raise faults.Lost(f"{len(wrong)} of {len(stored)} cases are owed no acknowledgement, or two: {wrong[:3]}")
    return sum(owed.values())


def prepare(store: faults.Store) -> None:
    faults.manage(store.url, "migrate", "--verbosity=0")
    subprocess.run([sys.executable, "-c", PREPARE], env=faults.environment(store.url), cwd=faults.ROOT, check=True)


def attempt(store: faults.Store, build: str, folder: Path, *, seed: int, kills: int, between: int) -> dict[str, object]:
    """One run in a fresh database with a fresh ledger."""
    prepare(store)
    run = Run(store, build, faults.Ledger(folder / f"{build}.ledger"), seed, between)
    choose, began, done = random.Random(seed), time.monotonic(), 0
    server = run.start()
    people = [threading.Thread(target=run.live, args=(number,), daemon=True) for number in range(PEOPLE)]
    counts: dict[str, int] = {}
    try:
        run.learn_the_form()
        for person in people:
            person.start()
        for _ in range(kills):
            server = run.kill_and_restart(server, choose)
            done += 1
        finish(run, people)
        counts = judge(run)
        outcome = "kept"
    except faults.Lost as loss:
        outcome = str(loss)
    finally:
        finish(run, people)
        if server.poll() is None:
            faults.kill_group(server)
    return {
        "database": store.version(), "arm": build, "kills": done, **counts, "outcome": outcome,
        "seconds": round(time.monotonic() - began, 1), "as_expected": (outcome == "kept") == (build == "ours"),
    }  # fmt: skip


def finish(run: Run, people: list[threading.Thread]) -> None:
    run.over.set()
    for person in people:
        if person.is_alive():
            person.join(40)


def campaign(server: str, *, seed: int, kills: int, between: int = BETWEEN, builds: tuple[str, ...] = ("ours", "event_later")):
    for build in builds:
        with (
            tempfile.TemporaryDirectory(prefix="putright-web-kill-") as folder,
            faults.store(server, Path(folder), f"web_{build}") as store,
        ):
            fewer = kills if build == "ours" else min(kills, 10)
            yield attempt(store, build, Path(folder), seed=seed, kills=fewer, between=between)


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--kills", type=int, default=100)
    words.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    given = words.parse_args()
    command = f"script/campaign web_kill --seed {given.seed} --kills {given.kills} --database {given.database}"
    settings = {"people": PEOPLE, "acknowledgements between faults": f"at least {BETWEEN}", "durable": "fsync on"}
    report = faults.Report("web_kill", command, given.seed, settings)
    for which in ("sqlite", "postgresql") if given.database == "both" else (given.database,):
        try:
            with postgresql(durable=True) if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", seed=given.seed, kills=given.kills):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
