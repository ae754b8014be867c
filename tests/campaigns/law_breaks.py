"""Every small way to break a module of `putright/law`, made in memory: nothing on disk is touched.

Text in words is not broken: a handbook that no longer matches the rows is found by its own test. Annotations and the
start of a program are left alone."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.util
from collections import Counter
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

LAW = Path(__file__).resolve().parents[2] / "putright" / "law"
SWAPPED = {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
           ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
           ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}
NAMES = {"any_of": "all_of", "all_of": "any_of", "min": "max", "max": "min", "any": "all", "all": "any", "YES": "NO",
         "NO": "YES", "NOT_KNOWN": "NO", "RECEIPT": "OFFICE_HOURS", "OFFICE_HOURS": "RECEIPT",
         "bisect_left": "bisect_right", "bisect_right": "bisect_left"}
JOINED = ("any_of", "all_of")


class Change(NamedTuple):
    """One attribute of one node, and what it becomes. `seat` is the node whose line is told, where it is another."""

    node: ast.AST
    attribute: str
    becomes: Any
    said: str
    seat: ast.AST | None = None


class Mutant(NamedTuple):
    """`name` is told to people and holds the line number; `key` does not, so that it lasts when lines are added above."""

    module: str
    line: int
    said: str
    key: str
    code: Any

    @property
    def name(self) -> str:
        return f"{self.module}:{self.line} {self.said}"


def changes(node: ast.AST) -> Iterator[Change]:
    """Each small change that can be made at a node."""
    yield from _swapped(node)
    yield from _turned(node)
    yield from _left_out(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        other = (not node.value) if isinstance(node.value, bool) else node.value + 1
        yield Change(node, "value", other, f"{node.value!r} becomes {other!r}")


def _swapped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPPED:
        yield Change(node, "ops", [SWAPPED[type(node.ops[0])](), *node.ops[1:]], _said(node.ops[0]))
    if isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPPED:
        yield Change(node, "op", SWAPPED[type(node.op)](), _said(node.op))
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in NAMES:
        yield Change(node, "id", NAMES[node.id], f"{node.id} becomes {NAMES[node.id]}")
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in NAMES:
        yield Change(node, "attr", NAMES[node.attr], f"{node.attr} becomes {NAMES[node.attr]}")


def _said(operator: ast.AST) -> str:
    return f"{type(operator).__name__} becomes {SWAPPED[type(operator)].__name__}"


def _turned(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield Change(node, "test", ast.UnaryOp(ast.Not(), node.test), "condition turned round")
    if isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            turned = [ast.UnaryOp(ast.Not(), one) if one is test else one for one in node.ifs]
            yield Change(node, "ifs", turned, f"condition {place + 1} turned round")
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield Change(node, "operand", ast.UnaryOp(ast.Not(), node.operand), "not is left out")
    if isinstance(node, ast.Return) and node.value is not None:
        yield Change(node, "value", ast.Constant(None), "returns nothing")


def _left_out(node: ast.AST) -> Iterator[Change]:
    """A step of a function, or one part of an "and" or an "or" of the law."""
    if isinstance(node, ast.FunctionDef):
        for step in [each for each in ast.walk(node) if isinstance(getattr(each, "body", None), list)]:
            yield from _steps(step)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in JOINED and len(node.args) > 1:
        for place, part in enumerate(node.args):
            rest = [*node.args[:place], *node.args[place + 1:]]
            yield Change(node, "args", rest, f"{ast.unparse(part)} is left out of {node.func.id}")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "opposite":
        same = ast.parse("lambda part: part", mode="eval").body
        yield Change(node, "func", same, "opposite is left out")


def _steps(block: ast.AST) -> Iterator[Change]:
    body = list(block.body)  # type: ignore[attr-defined]
    for place, step in enumerate(body):
        spoken = isinstance(step, ast.Expr) and isinstance(step.value, ast.Call)
        if spoken or isinstance(step, ast.Raise | ast.AugAssign):
            said = f"“{ast.unparse(step).splitlines()[0][:50]}” is left out"
            yield Change(block, "body", [*body[:place], ast.Pass(), *body[place + 1:]], said, step)


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module, one at a time."""
    text = path.read_text("utf-8")
    tree, lines = ast.parse(text), text.splitlines()
    named = {id(part.value): f"{part.arg}=" for part in ast.walk(tree) if isinstance(part, ast.keyword)}
    seen: Counter[str] = Counter()
    for node in list(_live(tree)):
        for change in list(changes(node)):
            before = getattr(change.node, change.attribute)
            setattr(change.node, change.attribute, change.becomes)
            code = compile(ast.fix_missing_locations(tree), str(path), "exec")
            setattr(change.node, change.attribute, before)
            line = _line(change.seat or change.node)
            said = named.get(id(change.node), "") + change.said
            key = f"{path.stem}: {lines[line - 1].strip()}: {said}"
            seen[key] += 1
            yield Mutant(path.stem, line, said, f"{key} #{seen[key]}", code)


def _line(node: ast.AST) -> int:
    """A comprehension has no line of its own: its source of values has."""
    return getattr(node.iter if isinstance(node, ast.comprehension) else node, "lineno", 0)


def _live(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_start(child):
                yield from _live(child)


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
