"""Break the law one small piece at a time, and see whether a test notices: `script/campaign law_mutants`.

Each mutant is one change to one module of `putright/law` (`law_breaks.py`), made in memory. A child of this warm process
imports the room with that change and runs the law's tests until one fails: first the one that noticed it the last time,
then the situations, then the module's own tests, then the others, and last the printed handbook, which notices any change
of a row and explains none. A mutant no test fails for has survived; `law_survivors.py` says why it may, and which kind
is not tried and counts as a survivor all the same. The generated properties (`test_properties.py`) are left out, so that
what was noticed once is noticed always; a test here that generates values generates the same each time.

Each result is added to `var/law_mutants.jsonl` as it is known, and a run that was stopped goes on where it was as long as
neither the law nor its tests have changed. The page says how many are not tried yet. `--only MODULE` tries a
part, `--jobs N` uses more cores, `--try` writes no evidence.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import govuk_bank_holidays.bank_holidays
import holidays.countries.united_kingdom
import hypothesis
import hypothesis.strategies
import pytest

from tests.campaigns.law_breaks import LAW, Broken, Mutant, mutants
from tests.campaigns.law_survivors import NOT_TRIED, REASONS

ROOT = LAW.parents[1]
TESTS, KEPT, PAGE = ROOT / "tests" / "law", ROOT / "var" / "law_mutants.jsonl", ROOT / "docs" / "evidence" / "law-mutants.md"
ORDER = ("terms", "body", "days", "front_door", "rows", "weigh", "explain", "promises", "paths", "decision_tables", "calendar",
         "tables")
LAST = ("handbook",)
SHEETS = TESTS / "test_situations.py"  # others read their facts as it does
READS = ("situations.py", "decision_tables.py", "handbook.py")  # the tests that read tables and pages
STATED = ("delegation", "ending", "investigation", "recording", "reviews", "split", "standing", "victims", "voluntary",
          "commissioner", "complaint", "referral", "authority")  # the second statement of the law is held against these
BY_MODULE = {"calendar": ("calendar", "promises"), "due": ("promises",), "categories": ("rows",), "changes": ("explain",),
             "refusals": ("terms", "calendar", "weigh"), "handbook": ("handbook",), "process_2014": ("paths",),
             "route": ("paths",), "words": ("rows", "promises"), **dict.fromkeys(STATED, ("decision_tables", "front_door"))}
SITUATIONS, TOO_LONG, SURVIVED = "the situations", "too long", ""
WHOLE, NOTICED = "whole", "noticed by "
SECONDS, MEMORY = 60, 3 * 1024**3
TARGET = 95.0
# Read once here, so that no child reads them again.
PRELOADED = (hypothesis.strategies, holidays.countries.united_kingdom, govuk_bank_holidays.bank_holidays)


class First:
    """Remembers the first test that failed, or the first file that could not even be read."""

    failed = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failed = self.failed or report.nodeid


def noticed_by(mutant: Mutant | None, before: str = "") -> str:
    """The first test that fails with this change; SURVIVED if none does. In a child, so that nothing of it is left behind."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read)
            told = _in_child(mutant, before)
        except BaseException:  # noqa: BLE001 - no test failed: it is the campaign that is broken, and the parent says so
            told = traceback.format_exc()
        os.write(write, told.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        told = pipe.read().decode()
    how = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(how):
        if os.WTERMSIG(how) not in (signal.SIGPROF, signal.SIGALRM):
            raise SystemExit(f"{mutant.name if mutant else 'The control'} was ended by signal {os.WTERMSIG(how)}.")
        return TOO_LONG
    if told != WHOLE and not told.startswith(NOTICED):
        raise SystemExit(f"{mutant.name if mutant else 'The control'}: {told}")
    return SURVIVED if told == WHOLE else told.removeprefix(NOTICED)


def _in_child(mutant: Mutant | None, before: str) -> str:
    """“whole” if every test passed. A change that never ends is ended by the alarm, or by the memory it may have."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # of the processor: a busy machine breaks no law
    signal.alarm(20 * SECONDS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    hypothesis.settings.register_profile("always the same", derandomize=True, database=None)
    hypothesis.settings.load_profile("always the same")
    if mutant:
        sys.meta_path.insert(0, Broken(mutant))
    for tests in _in_order(mutant.module if mutant else "", before):
        failed = _situations_fail() if tests == SITUATIONS else _fails(tests)
        if failed:
            return NOTICED + failed
    return WHOLE


def _in_order(module: str, before: str) -> Iterator[str]:
    if before.startswith("tests/law/"):
        yield before
    yield SITUATIONS
    own = BY_MODULE.get(module, (module,) if module in ORDER else ())
    for name in dict.fromkeys((*own, *ORDER, *LAST)):
        yield f"tests/law/test_{name}.py"


def _fails(tests: str) -> str:
    first = First()
    options = ["-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "--noconftest", "-c", os.devnull,
               "--rootdir", str(ROOT), "-k", "not no_installed_package"]  # that test starts another Python, unbroken
    code = pytest.main([*options, str(ROOT / tests)], plugins=[first])
    gone = code in (pytest.ExitCode.NO_TESTS_COLLECTED, pytest.ExitCode.USAGE_ERROR) and "::" in tests  # renamed since
    return "" if code == pytest.ExitCode.OK or gone else first.failed or tests


def _situations_fail() -> str:
    """The situations without the test runner: most changes are noticed here, in a fraction of a second."""
    try:
        from tests.law import test_situations as told

        for question, row in told.SITUATIONS:
            told.test_the_finding_is_what_the_provision_says(question, row)
    except Exception:  # noqa: BLE001 - a broken law may raise anything, and all of it is noticing
        return SITUATIONS
    return ""


def main() -> int:
    options = _options()
    commit = _commit(options.trial)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    if read := [name for name in sys.modules if name.startswith(("putright.law", "tests.law"))]:
        raise SystemExit(f"{read[0]} was read before it could be broken; every mutant would seem to survive.")
    if whole := noticed_by(None):
        print(f"The law's tests do not pass as they are ({whole}). Nothing can be learnt from breaking it.", file=sys.stderr)
        return 2
    every = [mutant for path in sorted(LAW.glob("*.py")) if options.only in ("", path.stem) for mutant in mutants(path)]
    KEPT.parent.mkdir(exist_ok=True)
    results = run(every, options.jobs, time.monotonic() + 60 * options.minutes)
    killed = sum(bool(row["by"]) for row in results)
    for row in results:
        if not row["by"]:
            print(f"survived: {row['name']}")
    print(f"{killed} of {len(results)} killed ({_share(killed, len(results))} %); {len(every) - len(results)} not tried yet")
    if not options.trial and not options.only and commit == _commit(options.trial):
        PAGE.write_text(page(results, every, commit, PAGE.read_text("utf-8") if PAGE.exists() else ""), "utf-8")
    return 0 if killed * 100 >= TARGET * len(every) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="MODULE")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=24 * 60.0, help="stop then; the next run goes on from there")
    parser.add_argument("--try", dest="trial", action="store_true", help="write no evidence; the tree need not be a commit")
    return parser.parse_args()


def _commit(trial: bool) -> str:
    if trial:
        return "none: a trial"
    from tests.campaigns.report import commit

    return commit()


def run(every: list[Mutant], jobs: int, until: float) -> list[dict[str, Any]]:
    """Every result there is by then, those of an earlier run that still stand included. Each job is a process of its own."""
    earlier = {row["key"]: row for row in _kept()}
    left = [mutant for mutant in every if not _stands(earlier.get(mutant.key)) and mutant.said not in NOT_TRIED]
    left.sort(key=lambda mutant: mutant.module == "handbook")  # the slowest last
    workers = []
    for job in range(jobs):
        worker = os.fork()
        if worker == 0:
            _work(left[job::jobs], earlier, until)
            os._exit(0)
        workers.append(worker)
    for worker in workers:
        os.waitpid(worker, 0)
    known = {row["key"]: row for row in _kept() if _stands(row)}
    return [{**known.get(mutant.key, {"by": SURVIVED, "seconds": 0.0}), **mutant._asdict(), "name": mutant.name}
            for mutant in every if mutant.key in known or mutant.said in NOT_TRIED]


def _work(left: list[Mutant], earlier: dict[str, dict[str, Any]], until: float) -> None:
    for mutant in left:
        began = time.monotonic()
        if began > until:
            return
        by = noticed_by(mutant, earlier.get(mutant.key, {}).get("by", ""))
        row = {"key": mutant.key, "by": by, "state": digest(by.partition("::")[0]), "seconds": round(time.monotonic() - began, 2)}
        with KEPT.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _kept() -> list[dict[str, Any]]:
    if not KEPT.exists():
        return []
    return [json.loads(line) for line in KEPT.read_text("utf-8").splitlines()]


def _stands(row: dict[str, Any] | None) -> bool:
    return row is not None and row["state"] == digest(row["by"].partition("::")[0])


@cache
def digest(noticed: str) -> str:
    """Of what a result rests on. Noticed: the law, the file that noticed and what it reads. Survived: the law and all tests."""
    said = hashlib.sha256()
    noticed = SHEETS.relative_to(ROOT).as_posix() if noticed == SITUATIONS else noticed
    for path in [*sorted(LAW.rglob("*")), *sorted(TESTS.rglob("*")), *sorted((ROOT / "docs" / "handbook").rglob("*.md"))]:
        other = noticed.startswith("tests/law/") and path.name.startswith("test_") and path not in (ROOT / noticed, SHEETS)
        unread = noticed.startswith("tests/law/") and path.suffix in (".csv", ".md") and not noticed.endswith(READS)
        if path.is_file() and path.suffix in (".py", ".toml", ".csv", ".md") and not other and not unread:
            said.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return said.hexdigest()[:16]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f}"


def page(results: list[dict[str, Any]], every: list[Mutant], commit: str, before: str) -> str:
    from tests.campaigns.report import by_hand

    killed, own = sum(bool(row["by"]) for row in results), Counter(_how(row["by"]) for row in results)
    seconds = sum(row["seconds"] for row in results)
    lines = ["# Mutants of the law", "", "`script/campaign law_mutants`", "",
             f"Commit {commit}; Python {platform.python_version()}; pytest {pytest.__version__}.", "",
             "Each mutant is one small change to one module; a test must notice. None is left out of the figure as equivalent:",
             "a survivor counts against it even where its reason is good.", "",
             f"- Killed: {killed} of {len(results)} ({_share(killed, len(results))} %). Target: {TARGET:.0f} %.",
             f"- Survived: {len(results) - killed}, each below with its reason.",
             f"- Not tried yet: {len(every) - len(results)} of {len(every)}. The next run goes on with them.",
             f"- {seconds:.0f} seconds by the clock, added up over all jobs; no mutant had more than {SECONDS} of the processor.",
             "", "| Noticed first by | Mutants |", "| --- | --- |"]
    lines += [f"| {how} | {number} |" for how, number in own.most_common()]
    lines += ["", "| Module | Mutants | Survived |", "| --- | --- | --- |"]
    counts = Counter(row["module"] for row in results)
    lost = Counter(row["module"] for row in results if not row["by"])
    lines += [f"| {module} | {counts[module]} | {lost[module]} |" for module in sorted(counts)]
    lines += ["", "## Survivors", "", "| Mutant | Why no test need notice |", "| --- | --- |"]
    left = sorted((row for row in results if not row["by"]), key=lambda row: (row["module"], row["line"]))
    lines += [f"| {_cell(row['name'])} | {reason(row['key'])} |" for row in left]
    return by_hand("\n".join([*lines, ""]), before)


def reason(key: str) -> str:
    """By what is changed wherever it is, or by the mutant itself."""
    line, _, said = key.rpartition(" #")[0], *key.rpartition(" #")[0].rpartition(": ")[1:]
    return NOT_TRIED.get(said) or REASONS.get(line, "Not yet explained.")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _how(by: str) -> str:
    if by.startswith("tests/law/"):
        return by.partition("::")[0].removeprefix("tests/law/")
    return by or "nothing: survived"


if __name__ == "__main__":
    sys.exit(main())
