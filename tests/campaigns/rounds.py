"""Kill a worker in the middle of a piece: everything owed is still done, once each.

    script/campaign rounds --seed 1 [--pieces 60] [--kills 1] [--seconds 0.3] [--lease 20]

Three workers do made-up pieces of work (pieces.py). One stops in the middle of a piece chosen by the seed. When another
has gone past that piece, which it had to leave alone, the one that stopped is killed with -9.

Oracle: every piece has its effect; the killed piece was begun by nobody else before the kill, and again after it; no
other piece was begun twice; every claim is marked done. The wrong builds must fail it, by what they are and not by luck."""

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from tests.databases import NoServer, postgresql

from . import faults, pieces
from .report import Report, databases, words

WORKERS = 3
WRONG = ("no_takeover", "done_first", "no_claim")


@dataclass(frozen=True)
class Plan:
    """One run: how many pieces of how many seconds, how many kills, how long a lease.

    `aged`: the dead worker's lease is set back to have run out, instead of waiting for it. Then it can be as long as the
    service's own, and no slow machine outlives it."""

    count: int = 60
    kills: int = 1
    seconds: float = 0.3
    lease: float = 20.0
    aged: bool = False


@dataclass
class Run:
    """Workers on one database, and what was done to them."""

    store: faults.Store
    build: str
    plan: Plan
    folder: Path
    workers: dict[str, subprocess.Popen] = field(default_factory=dict)
    killed: dict[str, int] = field(default_factory=dict)  # piece: how often it had been begun when its worker died
    started: int = 0

    def start(self) -> None:
        self.started += 1
        name = f"worker-{self.build}-{self.started}"
        command = ["-m", "tests.campaigns.pieces", self.build, f"--lease={self.plan.lease}", "--pause=0.05"]
        seconds = {"PIECE_SECONDS": str(self.plan.seconds)}
        self.workers[name] = faults.begin(name, command, self.folder, self.store.url, env=seconds)

    def number(self, sql: str, *values: object) -> int:
        return self.store.ask(sql, *values)[0][0]

    def wait(self, question: Callable[[], object], what: str) -> None:
        """Wait, but not for workers that are no more; what they said is told when it never comes."""

        def ask() -> object:
            faults.well(self.workers, self.folder)
            return question()

        try:
            faults.until(ask, what)
        except AssertionError as slow:
            said = "\n".join(faults.last_words(self.folder, name) for name in self.workers)
            raise AssertionError(f"{slow}; the workers said:\n{said}") from slow

    def kill_in_the_middle(self, piece: str) -> None:
        """Kill the worker that stopped in `piece`, when another has gone past it."""
        held = "SELECT count(*) FROM campaign_hold WHERE key = %s AND pid IS NOT NULL"
        self.wait(lambda: self.number(held, piece), "a worker to stop in the middle of a piece")
        pid = self.number("SELECT pid FROM campaign_hold WHERE key = %s", piece)
        past = "SELECT count(*) FROM campaign_start WHERE key > %s AND pid <> %s"
        self.wait(lambda: self.number(past, piece, pid), "another worker to go past that piece")
        begun = self.number("SELECT count(*) FROM campaign_start WHERE key = %s", piece)
        if self.number("SELECT fence FROM rounds_claim WHERE key = %s", piece) != 1:
            raise faults.Vacuous("its lease ran out before the kill; a slow machine needs a longer --lease")
        name = next(name for name, worker in self.workers.items() if worker.pid == pid)
        faults.kill(self.workers.pop(name))
        self.killed[piece] = begun
        if self.plan.aged:
            together = "leased_until = (SELECT leased_until FROM rounds_claim WHERE key = %s)"  # all it had claimed with it
            self.store.tell(f"UPDATE rounds_claim SET leased_until = '2000-01-01' WHERE done_at IS NULL AND {together}", piece)

    def finished(self) -> bool:
        done = self.number("SELECT count(*) FROM campaign_effect") == self.plan.count
        return done and not self.store.ask("SELECT 1 FROM rounds_claim WHERE done_at IS NULL")

    def settle(self) -> None:
        """Until all is done, or until every lease of the dead is over and then every worker has gone a whole round to no
        effect: a wrong build may never come to an end."""
        lease_over = time.monotonic() + (0 if self.plan.aged else self.plan.lease + 1)
        self.wait(lambda: self.finished() or time.monotonic() > lease_over, "the lease to end")
        before = -1
        while not self.finished() and before != (before := self.number("SELECT count(*) FROM campaign_effect")):
            self.whole_round()

    def whole_round(self) -> None:
        """Wait until every worker's pulse changed twice: the round between the two began after we asked."""
        for _ in range(2):
            last = self.pulses()
            self.wait(lambda last=last: all(at != last.get(pid) for pid, at in self.pulses().items()), "a round to end")

    def pulses(self) -> dict[int, object]:
        """When each living worker last ended a round; None for one that has not yet."""
        alive = dict.fromkeys(worker.pid for worker in self.workers.values())
        for name, at in self.store.ask("SELECT worker, at FROM rounds_pulse"):
            if (pid := int(name.rpartition("-")[2])) in alive:
                alive[pid] = at
        return alive


def judge(run: Run) -> None:
    """Raises Lost with what is wrong."""
    store, count = run.store, run.plan.count
    starts = Counter(key for (key,) in store.ask("SELECT key FROM campaign_start"))
    if again := [key for key, times in starts.items() if run.killed.get(key, times) > 1]:
        raise faults.Lost(f"{len(again)} pieces were begun more than once though nobody had died doing them")
    effects = run.number("SELECT count(*) FROM campaign_effect")
    if effects != count:
        raise faults.Lost(f"{count - effects} of {count} pieces were never done")
    if once := [key for key in run.killed if starts[key] < 2]:
        raise faults.Vacuous(f"{once} was killed and yet begun only once")
    done = run.number("SELECT count(*) FROM rounds_claim WHERE done_at IS NOT NULL")
    if done != count:
        raise faults.Lost(f"{count - done} claims are not marked done")


def attempt(store: faults.Store, build: str, plan: Plan, seed: int, folder: Path) -> dict[str, object]:
    """One run. What it returns has `outcome`: `kept`, or what was lost."""
    run, began, outcome = Run(store, build, plan, folder), time.monotonic(), "kept"
    held = choose(plan, seed)
    for piece in held:
        store.tell("INSERT INTO campaign_hold VALUES (%s, NULL)", piece)
    try:
        for _ in range(WORKERS):
            run.start()
        for number, piece in enumerate(held, 1):
            run.kill_in_the_middle(piece)
            if number < len(held):
                run.start()
        run.settle()
        judge(run)
    except faults.Lost as loss:
        outcome = str(loss)
    finally:
        for worker in run.workers.values():
            faults.end(worker)
    return {
        "database": store.version(), "arm": build, "pieces": plan.count, "kills": len(run.killed), "outcome": outcome,
        "seconds": round(time.monotonic() - began, 1), "as_expected": (outcome == "kept") == (build == "ours"),
    }  # fmt: skip


def choose(plan: Plan, seed: int) -> list[str]:
    """In which pieces a worker stops: one in each part of the work, never among the last."""
    part, luck = plan.count // (plan.kills + 1), random.Random(seed)
    return [f"{pieces.PREFIX}{number * part + luck.randrange(part):04}" for number in range(plan.kills)]


def prepare(store: faults.Store, plan: Plan) -> None:
    for room in ("cases", "contacts", "rounds"):  # all that a worker touches by itself
        faults.run(store.url, "-m", "django", "migrate", room, "--verbosity=0")
    for table in pieces.TABLES:
        store.tell(table)
    for number in range(plan.count):
        store.tell("INSERT INTO campaign_piece VALUES (%s, '2026-03-27T09:00:00+00:00')", f"{pieces.PREFIX}{number:04}")


def campaign(server: str, plan: Plan, seed: int, builds: tuple[str, ...] = ("ours", *WRONG)) -> Iterator[dict[str, object]]:
    with tempfile.TemporaryDirectory(prefix="putright-rounds-") as name:
        folder = Path(name)
        with faults.store(server, folder, "rounds") as template:
            prepare(template, plan)
            for build in builds:
                with faults.store(server, folder, f"rounds_{build}", like=template) as store:
                    yield attempt(store, build, plan, seed, folder)


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--pieces", type=int, default=60)
    asked.add_argument("--kills", type=int, default=1)
    asked.add_argument("--seconds", type=float, default=0.3)
    asked.add_argument("--lease", type=float, default=20.0)
    given = asked.parse_args()
    plan = Plan(given.pieces, given.kills, given.seconds, given.lease)
    command = (
        f"script/campaign rounds --seed {given.seed} --pieces {plan.count} --kills {plan.kills}"
        f" --seconds {plan.seconds} --lease {plan.lease} --database {given.database}"
    )
    report = Report("rounds", command, given.seed, {"workers": WORKERS, **vars(plan)}, given.trial)
    for which in databases(given.database):
        try:
            with postgresql() if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", plan, given.seed):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
