"""An old log of 100,000 rows by the import door: given, looked at, loaded; seconds, and memory above the program's own.

    python -m bench.old_log [--rows N] [--kind xlsx|csv] [--load]

Works on a SQLite database of its own in a temporary folder."""

import argparse
import csv
import io
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.imports import books

HEAD = ["DISS-SAT Ref", "Date received", "Type", "How received", "Complainant", "Tel No", "Details", "Outcome", "Status",
        "Date closed", "Area", "Crime no", "Shift"]  # fmt: skip
WORDS = "Nobody rang back about it for a week. " * 3


def rows(count: int, kind: str) -> Iterator[list[object]]:
    yield list(HEAD)
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(days=number % 2000)
        who = [f"Person {number}", f"07700 900{number % 1000:03}"]
        rest = [WORDS, "Rung and apologised", "Closed", "", "Ceredigion", f"42WW/{number}", "B"]
        yield [f"DS/{number}", day if kind == "xlsx" else f"{day:%d/%m/%Y}", "Diss", "Phone", *who, *rest]


def made(count: int, kind: str) -> bytes:
    if kind == "xlsx":
        return books.xlsx(("Log", rows(count, kind)))
    paper = io.StringIO()
    csv.writer(paper).writerows(rows(count, kind))
    return paper.getvalue().encode()


def begin(folder: Path) -> None:
    os.environ |= {"PUTRIGHT_MODE": "test", "DJANGO_SETTINGS_MODULE": "config.settings"}
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'old_log.sqlite3'}"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def run(content: Path, load: bool) -> None:
    from gateways import clock
    from putright.imports import actions, giving, queries
    from tests.cast import assemble

    jo, at, before = assemble().jo, clock.now(), memory()
    began = time.monotonic()
    given = giving.keep("log.x", content.read_bytes(), by=jo, at=at)
    print(f"given   {time.monotonic() - began:6.1f} s  {memory() - before} MB above {before}")
    began = time.monotonic()
    count = queries.look_mapped(given, at=at)
    print(f"looked  {time.monotonic() - began:6.1f} s  {memory() - before} MB above {before}; {count.loaded} to load")
    if load:
        began = time.monotonic()
        done = actions.load_mapped(given, by=jo, at=at)
        seconds = time.monotonic() - began
        pace = f"{done.loaded} entries, {done.rows / seconds:.0f} rows a second"
        print(f"loaded  {seconds:6.1f} s  {memory() - before} MB above {before}; {pace}")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument("--kind", choices=["xlsx", "csv"], default="xlsx")
    asked.add_argument("--load", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="putright-old-log-") as name:
        file = Path(name) / f"log.{given.kind}"
        if not os.fork():  # made in another process, so that making it is not counted
            file.write_bytes(made(given.rows, given.kind))
            os._exit(0)
        os.wait()
        print(f"{given.rows} rows, {file.stat().st_size / 1e6:.1f} MB of {given.kind}")
        begin(Path(name))
        run(file, given.load)
    return 0


if __name__ == "__main__":
    sys.exit(main())
