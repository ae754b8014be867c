"""Kill a deed on a review at each of its points: a decision, a victim's result, and the letters that follow of themselves.

    script/campaign reviews_kill --seed 1 [--kills 2] [--database sqlite|postgresql|both]

A process does one deed and stops at the point (reviews_worker.py); it is killed there with -9. Then another presses everything
again, as a person does who saw no answer, and goes round. `kills` is how many there are at each point; the seed is their order.

Oracle: each deed has one event and one letter, never none or two, and every log holds. A build that writes its event once the
rest is committed must break it."""

import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from tests.databases import NoServer, postgresql

from . import faults
from .report import Report, databases, words

WORKER = "tests.campaigns.reviews_worker"
POINTS = {
    "decide": ("changed", "logged", "committed"),
    "round": ("kept",),
    "finish": ("lettered", "changed", "logged", "committed"),
    "named": ("kept",),
}
WRONG = {"decide": ("committed",), "finish": ("committed",)}


def killed(store: faults.Store, folder: Path, build: str, deed: str, number: int, point: str) -> None:
    """One process, stopped at the point and killed there. Vacuous when it ended by itself."""
    name = f"{build}-{deed}-{point}-{number}"
    hold = folder / f"{name}.held"
    child = faults.begin(name, ["-m", WORKER, "do", build, deed, str(number), point, str(hold)], folder, store.url)

    def held() -> bool:
        if child.poll() is not None:
            raise faults.Vacuous(f"{name} ended by itself:\n{faults.last_words(folder, name)}")
        return hold.exists()

    faults.until(held, f"{name} to stop")
    faults.kill(child)


def judge(found: dict[str, list[list[object]]]) -> None:
    """Raises Lost for a deed without its event and letter, or with two of them, or whose log does not hold."""
    wrong = {deed: bad for deed, rows in found.items() if (bad := [row for row in rows if row != [1, 1, True]])}
    if wrong:
        raise faults.Lost(f"not one event, one letter and a log that holds: {wrong}")


Points = dict[str, tuple[str, ...]]


def attempt(server: str, folder: Path, build: str, points: Points, kills: int, seed: int) -> dict[str, object]:
    began, outcome = time.monotonic(), "kept"
    most = kills * max(map(len, points.values()))
    with faults.store(server, folder, f"reviews_{build}") as store:
        known = json.loads(faults.run(store.url, "-m", WORKER, "office", str(most)))
        wanted = [
            (deed, number, point) for deed, those in points.items()
            for number, point in zip(known[deed], those * kills, strict=False)
        ]  # fmt: skip
        random.Random(seed).shuffle(wanted)
        try:
            for deed, number, point in wanted:
                killed(store, folder, build, deed, number, point)
            judge(json.loads(faults.run(store.url, "-m", WORKER, "again", json.dumps(known))))
        except faults.Lost as loss:
            outcome = str(loss)
        return {
            "database": store.version(), "arm": build, "kills": len(wanted), "deeds": sum(map(len, known.values())),
            "outcome": outcome, "seconds": round(time.monotonic() - began, 1),
            "as_expected": (outcome == "kept") == (build == "ours"),
        }  # fmt: skip


def campaign(server: str, kills: int, seed: int) -> Iterator[dict[str, object]]:
    for build, points, times in (("ours", POINTS, kills), ("event_later", WRONG, 1)):
        with tempfile.TemporaryDirectory(prefix="putright-reviews-") as name:
            yield attempt(server, Path(name), build, points, times, seed)


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--kills", type=int, default=2)
    given = asked.parse_args()
    command = f"script/campaign reviews_kill --seed {given.seed} --kills {given.kills} --database {given.database}"
    report = Report("reviews_kill", command, given.seed, {"points": sum(map(len, POINTS.values()))}, given.trial)
    for which in databases(given.database):
        try:
            with postgresql() if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", given.kills, given.seed):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
