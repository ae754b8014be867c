"""The tests' empty SQLite database, migrated once and kept: migrating was four seconds of every run, of one test or all.

Kept in var/, named by the digest of all that a migration reads: the migrations, whatever of ours they import, the locked
packages, SQLite itself. Change any and it is made anew. Django's own `migrate` still runs over a kept one: it applies what is
missing, and writes the content types."""

import ast
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("putright", "config", "demo", "design")
KEEP = 3  # of other branches and other days


def imported(path: Path) -> Iterator[Path]:
    """The files of ours that this one imports, at its top or anywhere inside."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            named = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = list(package[: len(package) - node.level + 1]) if node.level else []
            module = [*above, *(node.module.split(".") if node.module else [])]
            named = [module, *([*module, alias.name] for alias in node.names)]
        else:
            continue
        for parts in named:
            places = (ROOT.joinpath(*parts).with_suffix(".py"), ROOT.joinpath(*parts, "__init__.py"))
            yield from (place for place in places if parts and place.is_file())


def read_by_migrations() -> list[Path]:
    waiting = [path for folder in FOLDERS for path in (ROOT / folder).glob("**/migrations/*.py")]
    found: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting.extend(imported(path))
    return sorted(found)


def digest() -> str:
    made = sha256(sqlite3.sqlite_version.encode())
    for path in [ROOT / "requirements.lock", *read_by_migrations()]:
        made.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return made.hexdigest()[:32]


@cache
def place() -> Path:
    return ROOT / "var" / f"migrated-{digest()}.sqlite3"


def begin(file: Path) -> None:
    """A new database file that begins as the kept one, where there is one. Migrate it all the same."""
    if place().exists():
        with closing(sqlite3.connect(place())) as source, closing(sqlite3.connect(file)) as to:
            source.backup(to)


def keep(name: str, kept: Path) -> None:
    """Written beside and then moved: somebody who starts at the same moment finds a whole one or none."""
    beside = kept.with_suffix(f".{id(name)}.new")
    with closing(sqlite3.connect(name, uri=True)) as source, closing(sqlite3.connect(beside)) as to:
        source.backup(to)
    beside.replace(kept)
    older = sorted(kept.parent.glob("migrated-*.sqlite3"), key=lambda path: path.stat().st_mtime)
    for path in older[:-KEEP]:
        with suppress(OSError):
            path.unlink()


@contextmanager
def instead_of_migrating(connection: Any) -> Iterator[None]:
    """While it lasts, a test database of this connection begins as the kept one, if there is one, and is kept if not."""
    creation = connection.creation
    in_memory = connection.vendor == "sqlite" and creation.is_in_memory_db(creation._get_test_db_name())
    if not in_memory:
        yield
        return
    creation.create_test_db = in_memory_copy(creation, creation.create_test_db)
    try:
        yield
    finally:
        del creation.create_test_db  # its class's own is there again


def in_memory_copy(creation: Any, make: Callable[..., str]) -> Callable[..., str]:
    name, kept = creation._get_test_db_name(), place()

    def made(*args: Any, **options: Any) -> str:
        if not kept.exists():
            answer = make(*args, **options)
            keep(name, kept)
            return answer
        with closing(sqlite3.connect(name, uri=True)) as memory:  # it lives for as long as somebody holds it open
            with closing(sqlite3.connect(kept)) as source:
                source.backup(memory)
            return make(*args, **options)

    return made
