"""Kill the worker at each of fourteen points while lists of people are asked and reminded, and while their e-mails go.

    script/campaign surveys_kill --seed 1 [--kills 2] [--points all] [--database sqlite|postgresql|both]

Seven points lie in one piece of a list (room `campaigns`), seven in one short e-mail (room `messages`). E-mails go to a real
SMTP server of this process, outside the system under test: what it accepted is the ledger. At each point (surveys_worker.py) a
worker is stopped and killed with -9, again and again; then another goes round until nothing is owed. The seed is the order of
the points.

Oracle: everybody on a list has one code, one e-mail that asks and one that reminds, each under one number, and each came to
the mail server; our record says of each that it went; a case somebody was drawn from says once that they were asked, and every
chain holds. The mail server may see the same number twice, which is counted. Three wrong builds must break it."""

import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path

from tests.databases import NoServer, postgresql

from . import faults
from .letters_kill import Carriers, Workers, carriers
from .report import Report, databases, words
from .surveys_worker import LONG, OURS, POINTS

WORKER = "tests.campaigns.surveys_worker"
WRONG = (("mail_later", "put"), ("sent_first", "connected"), ("new_number", "handed"))
ENOUGH = 20  # e-mails put or taken between two kills
ASKED = """
SELECT e.id, i.id, e.sent_at, ask.number, ask.state, again.number, again.state FROM campaigns_entry e
LEFT JOIN invited_invite i ON i.id = e.invite_id
LEFT JOIN messages_message ask
ON ask.room = 'campaigns' AND ask.key = CAST(e.campaign_id AS text) || ':ask:' || CAST(e.id AS text)
LEFT JOIN messages_message again
ON again.room = 'campaigns' AND again.key = CAST(e.campaign_id AS text) || ':again:' || CAST(e.id AS text)
"""


class Forks(Workers):
    module = WORKER


@dataclass
class Run:
    """One database, one point, many kills."""

    store: faults.Store
    folder: Path
    build: str
    point: str
    kills: int
    lists: int
    ledger: Carriers
    done: int = 0

    def acknowledged(self) -> int:
        """What is finished: e-mails put, and e-mails the mail server took."""
        return self.ledger.number() + self.store.ask("SELECT count(*) FROM messages_message")[0][0]

    def kill(self, workers: Workers) -> None:
        before = self.acknowledged()
        worker, hold = workers.begin(self.point, "")

        def held() -> bool:
            if workers.has_ended():
                raise AssertionError(f"a worker ended by itself:\n{faults.last_words(self.folder, 'workers')}")
            return hold.exists()

        faults.until(held, f"it to stop at {self.point}")
        if self.acknowledged() - before < ENOUGH:
            raise faults.Vacuous(f"only {self.acknowledged() - before} e-mails between two kills")
        workers.kill(worker)
        self.done += 1
        self.store.tell("UPDATE rounds_claim SET leased_until = '2000-01-01 00:00:00+00:00' WHERE done_at IS NULL")

    def to_the_end(self, workers: Workers) -> None:
        workers.begin("nowhere", "")
        if workers.ended():
            raise AssertionError(faults.last_words(self.folder, "workers"))

    def judge(self) -> int:
        """Raises Lost with what is wrong. Gives how many e-mails the mail server saw twice."""
        rows = self.store.ask(ASKED)
        if len(rows) != self.lists * LONG:
            raise faults.Vacuous(f"{len(rows)} people are on {self.lists} lists of {LONG}")
        if forgotten := [pk for pk, *rest in rows if None in rest]:
            raise faults.Lost(f"{len(forgotten)} of {len(rows)} people were not asked and reminded")
        numbers = [number for *_, ask, _s, again, _t in rows for number in (ask, again)]
        if len({invite for _pk, invite, *_ in rows}) != len(rows) or len(set(numbers)) != 2 * len(rows):
            raise faults.Lost("two people have one code, or two e-mails one number")
        self.judge_mail(numbers)
        if unsent := [state for *_, state, _number, other in rows if {state, other} != {"sent"}]:
            raise faults.Lost(f"{len(unsent)} people's e-mails did not go in our record: {sorted(set(unsent))}")
        self.judge_cases()
        taken = self.taken()
        return sum(taken[number] > 1 for number in numbers)

    def taken(self) -> Counter[str]:
        """How often the mail server took each number, but for those of letters."""
        letters = {number.strip("<>") for (number,) in self.store.ask("SELECT message_id FROM letters_letter")}
        return Counter({name.rpartition("@")[0]: times for name, times in self.ledger.mail.items() if name not in letters})

    def judge_mail(self, numbers: list[str]) -> None:
        taken = self.taken()
        if missing := [number for number in numbers if not taken[number]]:
            raise faults.Lost(f"{len(missing)} of {len(numbers)} e-mails never reached the mail server")
        if others := taken.keys() - set(numbers):
            raise faults.Lost(f"{len(others)} e-mails came a second time under a number of their own")

    def judge_cases(self) -> None:
        events = self.store.ask("SELECT case_id, count(*) FROM cases_event WHERE verb = 'survey_sent' GROUP BY case_id")
        if len(events) != self.lists * OURS or any(times != 1 for _case, times in events):
            raise faults.Lost(f"{len(events)} cases say that somebody was asked, and not each of {self.lists * OURS} once")
        if broken := json.loads(faults.run(self.store.url, "-m", WORKER, "chains")):
            raise faults.Lost(f"the log of {len(broken)} cases does not hold")


def attempt(run: Run) -> dict[str, object]:
    began, outcome, twice = time.monotonic(), "kept", 0
    workers = Forks(run.store, run.folder, run.build, run.ledger)
    try:
        for _ in range(run.kills):
            run.kill(workers)
        run.to_the_end(workers)
        twice = run.judge()
    except faults.Lost as loss:
        outcome = str(loss)
    finally:
        workers.end()
    return {
        "database": run.store.version(), "arm": run.build, "killed at": run.point, "kills": run.done,
        "people": run.lists * LONG, "seen twice": twice, "outcome": outcome,
        "seconds": round(time.monotonic() - began, 1), "as_expected": (outcome == "kept") == (run.build == "ours"),
    }  # fmt: skip


def campaign(server: str, seed: int, kills: int, points: tuple[str, ...], wrong: tuple = WRONG) -> Iterator[dict[str, object]]:
    """Every point with our build, then each wrong one at its own, in an order of the seed."""
    runs = [*(("ours", point, kills) for point in points), *((build, point, 1) for build, point in wrong)]
    random.Random(seed).shuffle(runs)
    lists = 2 * kills  # a kill after the piece is committed uses up two: the one it let go by, and the one it stopped at
    with tempfile.TemporaryDirectory(prefix="putright-surveys-") as name, ExitStack() as begun:
        first = begun.enter_context(faults.store(server, Path(name), "surveys_office"))
        faults.run(first.url, "-m", WORKER, "office", str(lists))
        for number, (build, point, times) in enumerate(runs):
            folder = Path(name) / str(number)
            folder.mkdir()
            with faults.store(server, folder, f"surveys_{number}", like=first) as store, carriers() as ledger:
                yield attempt(Run(store, folder, build, point, times, lists, ledger))


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--kills", type=int, default=2)
    asked.add_argument("--points", nargs="+", choices=POINTS, default=POINTS)
    given = asked.parse_args()
    command = f"script/campaign surveys_kill --seed {given.seed} --kills {given.kills} --database {given.database}"
    name = "surveys_kill_postgresql" if given.database == "postgresql" else "surveys_kill"
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
