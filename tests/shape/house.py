"""What the shape tests read: our own files, as git knows them, and their syntax."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from putright import ROOMS as PATHS

ROOT = Path(__file__).resolve().parents[2]
ROOMS = tuple(room.rpartition(".")[2] for room in PATHS)  # a way in goes by its last word
OURS = ("putright", "config", "design", "gateways", "offices", "demo")


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or may be, committed: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    paths = sorted({ROOT / name for name in listed.split("\0") if name})
    return tuple(path for path in paths if path.is_file())


def python(*tops: str) -> Iterator[Path]:
    """Our Python under those top folders, without migrations (Django writes those)."""
    for path in files():
        inside = path.relative_to(ROOT).parts
        if path.suffix == ".py" and inside[0] in tops and "migrations" not in inside:
            yield path


def templates() -> Iterator[Path]:
    return (path for path in files() if path.suffix == ".html" and "templates" in path.parts)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def classes(path: Path) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))


def lines_of(node: ast.FunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def strings(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def calls(node: ast.AST) -> Iterator[ast.Call]:
    return (n for n in ast.walk(node) if isinstance(n, ast.Call))


def called(call: ast.Call) -> str:
    """The last word of what is called: `triage.decide(...)` gives decide."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
