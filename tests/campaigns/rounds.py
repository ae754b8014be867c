"""Kill a worker in the middle of a piece: everything owed is still done, once each.

    python -m tests.campaigns.rounds --seed 1 [--pieces 60] [--kills 1] [--seconds 0.3] [--lease 6]

Three workers do made-up pieces of work (pieces.py), on SQLite and on PostgreSQL. One is killed with -9 after it has
begun a piece and before that piece left its effect; a new one is started. Oracle: every piece has its effect; the
killed piece began more than once; no other did; every claim is marked done. The wrong builds must fail it."""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.databases import NoServer, postgresql

from . import faults, pieces

WORKERS = 3
WRONG = ("no_takeover", "done_first", "no_claim")


@dataclass(frozen=True)
class Plan:
    """One run: how many pieces of how many seconds, how many kills, how long a lease."""

    count: int = 60
    kills: int = 1
    seconds: float = 0.3
    lease: float = 6.0

    @property
    def patience(self) -> float:
        """Seconds after which what is not done counts as lost: all the work by one worker, and the leases."""
        return 20 + self.count * self.seconds + self.lease * (self.kills + 2)


def start(store: faults.Store, build: str, plan: Plan) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tests.campaigns.pieces", build, f"--lease={plan.lease}", "--pause=0.2"],
        env=faults.environment(store.url, PIECE_SECONDS=str(plan.seconds)), cwd=faults.ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def prepare(store: faults.Store, plan: Plan) -> None:
    faults.manage(store.url, "migrate", "rounds", "--verbosity=0")
    for table in pieces.TABLES:
        store.tell(table)
    for number in range(plan.count):
        store.tell("INSERT INTO campaign_piece VALUES (%s, '2026-03-27T09:00:00+00:00')", f"{pieces.PREFIX}{number:04}")


def kill_in_the_middle(store: faults.Store, workers: list[subprocess.Popen], choose: random.Random) -> str:
    """Kill one worker that has begun a piece and not ended it. Returns the piece. Refuses (Vacuous) to count another."""
    victim = choose.choice(workers)
    before = store.ask("SELECT count(*) FROM campaign_start WHERE pid = %s", victim.pid)[0][0]

    def begun() -> list[tuple]:
        rows = store.ask("SELECT key FROM campaign_start WHERE pid = %s", victim.pid)
        ended = store.ask("SELECT key FROM campaign_effect WHERE pid = %s", victim.pid)
        return [key for key in rows if key not in ended] if len(rows) > before else []

    piece = faults.until(begun, 30, "the chosen worker to begin a piece")[-1][0]
    faults.kill(victim)
    workers.remove(victim)
    if store.ask("SELECT key FROM campaign_effect WHERE key = %s", piece):
        raise faults.Vacuous(f"{piece} had its effect before the kill")
    return piece


def judge(store: faults.Store, plan: Plan, killed: list[str]) -> None:
    """Raises Lost with what is wrong."""
    effects = {key for (key,) in store.ask("SELECT key FROM campaign_effect")}
    if len(effects) != plan.count:
        raise faults.Lost(f"{plan.count - len(effects)} of {plan.count} pieces were never done")
    starts = Counter(key for (key,) in store.ask("SELECT key FROM campaign_start"))
    if again := sorted(key for key, times in starts.items() if times > 1 and key not in killed):
        raise faults.Lost(f"{len(again)} pieces were begun more than once though nobody died doing them")
    if once := [key for key in killed if starts[key] < 2]:
        raise faults.Vacuous(f"{once} was killed and yet begun only once")
    done = store.ask("SELECT count(*) FROM rounds_claim WHERE done_at IS NOT NULL")[0][0]
    if done != plan.count:
        raise faults.Lost(f"{plan.count - done} claims are not marked done")


def run(store: faults.Store, build: str, plan: Plan, seed: int) -> dict[str, object]:
    """One run in a fresh database. What it returns has `outcome`: `kept`, or what was lost."""
    prepare(store, plan)
    choose, began, killed = random.Random(seed), time.monotonic(), []
    workers = [start(store, build, plan) for _ in range(WORKERS)]

    def finished() -> bool:
        effects = store.ask("SELECT count(*) FROM campaign_effect")[0][0]
        return effects == plan.count and not store.ask("SELECT 1 FROM rounds_claim WHERE done_at IS NULL")

    try:
        for number in range(plan.kills):
            mark = choose.randint(plan.count // 6, plan.count // 2) * (number + 1) // plan.kills
            faults.until(lambda m=mark: store.ask("SELECT count(*) FROM campaign_effect")[0][0] >= m, 60, "work to be done")
            killed.append(kill_in_the_middle(store, workers, choose))
            workers.append(start(store, build, plan))
        settle(finished, build, plan)
        judge(store, plan, killed)
        outcome = "kept"
    except faults.Lost as loss:
        outcome = str(loss)
    finally:
        for worker in workers:
            faults.end(worker)
    return {
        "database": store.version(), "arm": build, "pieces": plan.count, "kills": len(killed), "outcome": outcome,
        "seconds": round(time.monotonic() - began, 1), "as_expected": (outcome == "kept") == (build == "ours"),
    }  # fmt: skip


def settle(finished, build: str, plan: Plan) -> None:
    """Wait for the end; a wrong build may never come to one, and is given two leases beyond the work."""
    patience = plan.patience if build == "ours" else plan.count * plan.seconds + 2 * plan.lease
    try:
        faults.until(finished, patience, "everything to be done")
    except AssertionError:
        return


def campaign(server: str, plan: Plan, seed: int, builds: tuple[str, ...] = ("ours", *WRONG)) -> list[dict[str, object]]:
    made = []
    with tempfile.TemporaryDirectory(prefix="putright-rounds-") as folder:
        for build in builds:
            with faults.store(server, Path(folder), f"rounds_{build}") as store:
                made.append(run(store, build, plan, seed))
    return made


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--pieces", type=int, default=60)
    words.add_argument("--kills", type=int, default=1)
    words.add_argument("--seconds", type=float, default=0.3)
    words.add_argument("--lease", type=float, default=6.0)
    given = words.parse_args()
    plan = Plan(given.pieces, given.kills, given.seconds, given.lease)
    command = f"script/campaign rounds --seed {given.seed} --pieces {plan.count} --kills {plan.kills}"
    report = faults.Report("rounds", command, given.seed, {"workers": WORKERS, **vars(plan)})
    for result in campaign("sqlite", plan, given.seed):
        report.add(result)
    try:
        with postgresql() as server:
            for result in campaign(server.url, plan, given.seed):
                report.add(result)
    except NoServer as reason:
        report.add({"database": "PostgreSQL", "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
