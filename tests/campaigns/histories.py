"""Ten thousand made-up histories: no letter breaks a safe-contact rule, lacks a required part or carries another case's words.

    script/campaign histories --count 10000 --seed 1 [--processes 2] [--database sqlite|postgresql|both]

A history (tests/letters/histories.py) is what happened on a case, up to seven things in any order, beside another case on which
as much did. Every kind of letter the law knows is then tried on it with what a hurried handler might type, nasty words and
missing ones among them. Each history is undone before the next. Four wrong builds must be found, each by what it does."""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path

from tests.databases import NoServer, postgresql

from . import faults
from .histories_worker import WRONG
from .report import Report, databases, words

WORKER = "tests.campaigns.histories_worker"
SOON = 200  # histories in which a wrong build must be found
KINDS = 18  # fewer of the twenty-two, and the histories are no good


def parts(count: int, processes: int) -> Iterator[tuple[int, int]]:
    size = -(-count // processes)
    yield from ((first, min(first + size, count)) for first in range(0, count, size))


def attempt(server: str, folder: Path, build: str, seed: int, count: int, processes: int) -> dict[str, object]:
    began, running = time.monotonic(), []
    with ExitStack() as stores:
        for first, last in parts(count, processes):
            name = f"{build}_{first}"
            store = stores.enter_context(faults.store(server, folder, name))
            version, asked = store.version(), ["-m", WORKER, build, str(seed), str(first), str(last)]
            more = {"env": {"PUTRIGHT_MODE": "test"}, "stdout": subprocess.PIPE}
            running.append((name, faults.begin(name, asked, folder, store.url, **more)))
        told = [said(name, child, folder) for name, child in running]
    kinds = sum((Counter(one["kinds"]) for one in told), Counter())
    wrong = [one["outcome"] for one in told if one["outcome"] != "kept"]
    if not wrong and len(kinds) < KINDS:
        wrong = [f"only {len(kinds)} kinds of letter could be made"]
    outcome = "; ".join(wrong) or "kept"
    return {
        "database": version, "arm": build, "histories": sum(one["histories"] for one in told), "letters": kinds.total(),
        "kinds": len(kinds), "outcome": outcome, "seconds": round(time.monotonic() - began, 1),
        "as_expected": outcome == "kept" if build == "ours" else WRONG[build] in outcome,
    }  # fmt: skip


def said(name: str, child: subprocess.Popen, folder: Path) -> dict:
    words = child.communicate()[0]
    if child.returncode:
        raise AssertionError(faults.last_words(folder, name))
    return json.loads(words)


def campaign(server: str, seed: int, count: int, processes: int) -> Iterator[dict[str, object]]:
    for build in (*WRONG, "ours"):
        with tempfile.TemporaryDirectory(prefix="putright-histories-") as folder:
            ours = build == "ours"
            yield attempt(server, Path(folder), build, seed, count if ours else SOON, processes if ours else 1)


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--count", type=int, default=10_000)
    asked.add_argument("--processes", type=int, default=2)
    given = asked.parse_args()
    command = f"script/campaign histories --count {given.count} --seed {given.seed} --database {given.database}"
    report = Report("histories", command, given.seed, {"processes": given.processes}, given.trial)
    for which in databases(given.database):
        try:
            with postgresql() if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", given.seed, given.count, given.processes):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
