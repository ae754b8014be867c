"""How fast the import door is, and how much memory it takes: the history once, then ten times over.

    script/manage shell is not needed: PYTHONPATH=. .venv/bin/python bench/load_history.py

Uses DATABASE_URL where it is PostgreSQL (a database that may be emptied), else a temporary SQLite file. Each load is a
process of its own, so that its peak memory is its own. Prints complaints a second, events and all, and the peak in MB."""

import csv
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, process_time

ROOT = Path(__file__).resolve().parent.parent
HISTORY = ROOT / "demo" / "detroit" / "complaints.csv"


def copies(times: int, folder: Path) -> Path:
    """The history that many times over, each copy's complaints with numbers of their own."""
    made = folder / f"{times}.csv"
    with HISTORY.open(newline="", encoding="utf-8") as read, made.open("w", newline="", encoding="utf-8") as written:
        header, *rows = csv.reader(read)
        out = csv.writer(written)
        out.writerow(header)
        for copy in range(times):
            out.writerows([f"{row[0]}/{copy}", *row[1:]] for row in rows)
    return made


def load_one(path: Path) -> None:
    """In the child: an empty office, then the file."""
    import django

    django.setup()
    import offices
    from demo.emptying import empty
    from demo.office import furnish
    from gateways import clock
    from putright.cases.models import Event
    from putright.imports.actions import load
    from putright.imports.mapping import layout

    empty()
    furnish(offices.load("essex"))
    began, work_began = monotonic(), process_time()
    with path.open("rb") as opened:
        made = load(opened, layout("detroit"), path.name, by=None, at=clock.now())
    seconds, worked = monotonic() - began, process_time() - work_began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{made.loaded:>7,} complaints, {made.rows:>7,} rows, {Event.objects.count():>7,} events in {seconds:5.1f} s: "
        f"{made.loaded / seconds:,.0f} complaints a second ({worked:.1f} s of it this process's own work); peak {peak:.0f} MB\n"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {"PUTRIGHT_MODE": "demonstration", "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}", **os.environ}
        env |= {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}
        migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"]
        subprocess.run(migrate, cwd=ROOT, env=env, check=True)  # noqa: S603 - our own command
        for times in (1, 10):
            child = [sys.executable, __file__, str(copies(times, folder))]
            subprocess.run(child, cwd=ROOT, env=env, check=True)  # noqa: S603 - our own command


if __name__ == "__main__":
    load_one(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
