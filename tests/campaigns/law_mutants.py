"""Break the law one small piece at a time, and see whether a test notices: `script/campaign law_mutants [--seed N]`.

Each mutant is one change to one module of `putright/law`, made in memory: nothing on disk is touched. A child process
imports the room with that change and runs the law's fast tests until one fails. A mutant no test fails for has survived
and is listed in `docs/evidence/law-mutants.md` with a reason. `--minutes` stops early and says how many were left; `--only`
takes one module. Text in words is not mutated: a handbook that no longer matches the rows is found by its own test.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.util
import os
import platform
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import hypothesis.strategies
import pytest

from tests.campaigns.law_survivors import REASONS

ROOT = Path(__file__).resolve().parents[2]
LAW, TESTS, REPORT = ROOT / "putright" / "law", ROOT / "tests" / "law", ROOT / "docs" / "evidence" / "law-mutants.md"
QUICK = ("situations", "terms", "front_door", "explain", "tables", "decision_tables", "rows", "weigh", "handbook")
BY_MODULE = {"calendar": ("calendar", "promises"), "promises": ("promises", "calendar"), "due": ("promises",),
             "body": ("body",), "reviews": ("body",), "categories": ("rows",), "words": ("rows", "promises"),
             "weigh": ("weigh",), "handbook": ("handbook",), "explain": ("explain",), "changes": ("explain",),
             "tables": ("tables",), "refusals": ("terms", "calendar", "weigh"), "terms": ("terms", "explain")}
SWAPPED = {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
           ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
           ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}
NAMES = {"any_of": "all_of", "all_of": "any_of", "min": "max", "max": "min", "any": "all", "all": "any", "YES": "NO",
         "NO": "YES", "NOT_KNOWN": "NO", "bisect_left": "bisect_right", "bisect_right": "bisect_left"}
LIMIT = 120
PRELOADED = (hypothesis.strategies,)  # read once here, so that no child reads it again


class Change(NamedTuple):
    """One attribute of one node, and what it becomes."""

    node: ast.AST
    attribute: str
    becomes: Any
    said: str


class Mutant(NamedTuple):
    module: str
    line: int
    said: str
    code: Any

    @property
    def name(self) -> str:
        return f"{self.module}:{self.line} {self.said}"


def changes(node: ast.AST) -> Iterator[Change]:
    """Each small change that can be made at a node."""
    yield from _swapped(node)
    if isinstance(node, ast.If | ast.IfExp):
        yield Change(node, "test", ast.UnaryOp(ast.Not(), node.test), "condition turned round")
    if isinstance(node, ast.Return) and node.value is not None:
        yield Change(node, "value", ast.Constant(None), "returns nothing")
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        other = (not node.value) if isinstance(node.value, bool) else node.value + 1
        yield Change(node, "value", other, f"{node.value!r} becomes {other!r}")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "opposite":
        same = ast.parse("lambda part: part", mode="eval").body
        yield Change(node, "func", same, "opposite is left out")


def _swapped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPPED:
        yield Change(node, "ops", [SWAPPED[type(node.ops[0])](), *node.ops[1:]], _said(node.ops[0]))
    if isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPPED:
        yield Change(node, "op", SWAPPED[type(node.op)](), _said(node.op))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield Change(node, "operand", ast.UnaryOp(ast.Not(), node.operand), "not is left out")
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in NAMES:
        yield Change(node, "id", NAMES[node.id], f"{node.id} becomes {NAMES[node.id]}")
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in NAMES:
        yield Change(node, "attr", NAMES[node.attr], f"{node.attr} becomes {NAMES[node.attr]}")


def _said(operator: ast.AST) -> str:
    return f"{type(operator).__name__} becomes {SWAPPED[type(operator)].__name__}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module, one at a time; annotations and the start of a program are left alone."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in list(_live(tree)):
        for change in list(changes(node)):
            before = getattr(node, change.attribute)
            setattr(change.node, change.attribute, change.becomes)
            code = compile(ast.fix_missing_locations(tree), str(path), "exec")
            setattr(change.node, change.attribute, before)
            yield Mutant(path.stem, getattr(node, "lineno", 0), change.said, code)


def _live(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns") or _starts_program(value):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_start(child):
                yield from _live(child)


def _starts_program(value: object) -> bool:
    return isinstance(value, ast.AST) and _is_start(value)


def _is_start(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.dump(node.test)


class Broken(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads the one changed module from memory, and everything else as it is."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant, self.full = mutant, f"putright.law.{mutant.module}"

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if fullname != self.full:
            return None
        return importlib.util.spec_from_file_location(fullname, LAW / f"{self.mutant.module}.py", loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(self.mutant.code, module.__dict__)


def survives(mutant: Mutant | None) -> bool:
    """Do all the fast tests pass with this change? In a child, so that nothing of it is left behind."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = _in_child(mutant)
        finally:  # whatever the change broke, this process ends here
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _in_child(mutant: Mutant | None) -> int:
    """0 if every test passed. A change that never ends is ended by the alarm, and counts as noticed."""
    signal.alarm(LIMIT)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    if mutant:
        sys.meta_path.insert(0, Broken(mutant))
    _situations_hold()
    first = BY_MODULE.get(mutant.module, ()) if mutant else ("calendar", "promises", "body")
    options = ["-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "--noconftest", "-c", os.devnull,
               "--rootdir", str(ROOT), "-k", "not as_a_program"]
    for name in dict.fromkeys((*first, *QUICK)):
        if pytest.main([*options, str(TESTS / f"test_{name}.py")]) != 0:
            return 1
    return 0


def _situations_hold() -> None:
    """The situations first, without the test runner: most changes are noticed here, in a fraction of a second."""
    from tests.law import test_situations as told

    for question, row in told.SITUATIONS:
        told.test_the_finding_is_what_the_provision_says(question, row)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    if not survives(None):
        print("The law's tests do not pass as they are. Nothing can be learnt from breaking it.", file=sys.stderr)
        return 2
    every = [mutant for path in sorted(LAW.glob("*.py")) if options.only in ("", path.stem) for mutant in mutants(path)]
    random.Random(options.seed).shuffle(every)
    tried, left, seconds = run(every, options.minutes * 60)
    told = report(options.seed, tried, left, len(every), seconds)
    print(told)
    if not options.only:
        REPORT.write_text(told, "utf-8")
    return 0 if len(left) <= 0.05 * len(tried) else 1


def run(every: list[Mutant], limit: float) -> tuple[list[Mutant], list[Mutant], float]:
    """The mutants tried before the time was up, those that survived, and how long it took."""
    began, tried, left = time.monotonic(), [], []
    for mutant in every:
        if time.monotonic() - began > limit:
            break
        tried.append(mutant)
        if survives(mutant):
            left.append(mutant)
            print(f"survived: {mutant.name}", flush=True)
    return tried, left, time.monotonic() - began


def report(seed: int, tried: list[Mutant], left: list[Mutant], every: int, seconds: float) -> str:
    killed = len(tried) - len(left)
    share = 100 * killed / len(tried)
    counts, lost = Counter(mutant.module for mutant in tried), Counter(mutant.module for mutant in left)
    lines = ["# Mutants of the law", "", "Each is one small change to one module; a test must notice. Printed by"
             " `script/campaign law_mutants`.", "",
             f"- Killed: {killed} of {len(tried)} tried ({share:.1f} %). Target: 95 %.",
             f"- Mutants there are: {every}. Not tried: {every - len(tried)}, by the limit of time; the choice is seeded.",
             f"- Seed {seed}; Python {platform.python_version()}; pytest {pytest.__version__}; {seconds:.0f} seconds, one core.",
             "", "| Module | Tried | Survived |", "| --- | --- | --- |"]
    lines += [f"| {module} | {counts[module]} | {lost[module]} |" for module in sorted(counts)]
    lines += ["", "## Survivors", "", "| Mutant | Why no test need notice |", "| --- | --- |"]
    rows = [(mutant.name, REASONS.get(f"{mutant.module}: {_source(mutant)}", "Not yet explained.")) for mutant in left]
    return "\n".join([*lines, *(f"| {name} | {why} |" for name, why in sorted(rows)), ""])


def _source(mutant: Mutant) -> str:
    return (LAW / f"{mutant.module}.py").read_text("utf-8").splitlines()[mutant.line - 1].strip()


if __name__ == "__main__":
    sys.exit(main())
