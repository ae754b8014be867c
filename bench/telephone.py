"""How fast calls come in, and how much memory that takes: 10,000 calls of a real exchange's shape, by both doors.

    PYTHONPATH=. .venv/bin/python bench/telephone.py [--calls 10000] [--hook 500] [--seed 101]

Uses DATABASE_URL where it is PostgreSQL (a database that may be emptied), else a temporary SQLite file. The calls are those
of `demo/exchange.py`: five weeks around the night the clocks go back, some doubled, late, passed on, withheld. `log` loads
the exchange's CSV; `log again` the same file; `log x5` five times as many calls, to see whether memory grows; `hook` posts
every event of `--hook` calls as a signed message of its own through the whole web stack, in one process. `page` asks for the
manager's page of those five weeks.
Each is a process of its own, so that its peak memory is its own."""

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
FIRST, DAYS, LATER = date(2026, 10, 5), 35, datetime(2026, 11, 20, tzinfo=UTC)
EXTENSIONS = ["2041", "2042", "2043", "2044", "2045", "2046"]
WAYS = ("log", "log-again", "page", "log-x5", "hook")


def written(folder: Path, seed: int, calls: int) -> Path:
    from demo import exchange

    made = folder / f"{calls}.csv"
    with made.open("w", newline="", encoding="utf-8") as paper:
        sheet = csv.DictWriter(paper, exchange.COLUMNS)
        sheet.writeheader()
        sheet.writerows(exchange.rows(seed, FIRST, DAYS, calls, EXTENSIONS))
    return made


def office() -> None:
    import offices
    from demo.emptying import empty
    from demo.office import furnish, open_office

    empty()
    furnish(offices.load("essex"))
    open_office(offices.load("essex"))


def load(path: Path) -> str:
    from putright.contacts.channels.telephone.actions import load_log
    from putright.contacts.channels.telephone.log import Written
    from putright.contacts.channels.telephone.models import Exchange

    found, _ = Exchange.objects.get_or_create(slug="log", defaults={"name": "log", "made_at": LATER})
    began = perf_counter()
    with path.open("rb") as opened:
        made = load_log(opened, found, Written(), path.name, by=None, at=LATER)
    seconds = perf_counter() - began
    told = f"{made.rows:,} calls, {made.kept:,} new events, {made.known:,} known, {made.wrong:,} rows listed"
    return f"{told}; {seconds:.1f} s, {made.rows / seconds:,.0f} calls a second"


def hook(seed: int, calls: int) -> str:
    import json

    from django.test import Client

    from demo import exchange
    from gateways import clock
    from putright.contacts.channels.telephone import actions, signing
    from putright.contacts.channels.telephone.models import Call, CallEvent, Exchange

    found = Exchange.objects.create(slug="hook", name="hook", made_at=LATER)
    secret, client, times = signing.secret_of(actions.give_secret(found, by=None, at=LATER).salt), Client(), []
    seconds = str(int(LATER.timestamp()))
    with clock.fixed(LATER):
        for event in exchange.events(seed, FIRST, DAYS, calls, EXTENSIONS):
            body = json.dumps(event.sent()).encode()
            mark = signing.signature(secret, seconds, body)
            headers = {"Putright-Exchange": "hook", "Putright-Time": seconds, "Putright-Signature": mark}
            began = perf_counter()
            answer = client.post("/hooks/telephone/", body, content_type="application/json", headers=headers)
            times.append(perf_counter() - began)
            if answer.status_code != 200:
                raise SystemExit(f"a signed event was answered with {answer.status_code}")
    times.sort()
    kept, there = CallEvent.objects.filter(call__exchange=found).count(), Call.objects.filter(exchange=found).count()
    busy, middle = sum(times), times[len(times) // 2] * 1000
    told = f"{len(times):,} messages, {kept:,} kept, {there:,} calls; {len(times) / busy:,.0f} messages a second"
    return f"{told}, {there / busy:,.0f} calls a second; median {middle:.1f} ms, worst {times[-1] * 1000:.0f} ms"


def page() -> str:
    from django.test import Client

    from gateways import clock
    from putright.contacts.channels.telephone import figures
    from putright.people.models import Handler

    browser, times = Client(), []
    browser.force_login(Handler.objects.filter(role="supervisor").order_by("pk")[0].user)
    address = "/en/staff/calls/figures?first-day=5&first-month=10&first-year=2026&last-day=8&last-month=11&last-year=2026"
    with clock.fixed(LATER):
        for _ in range(6):
            began = perf_counter()
            answer = browser.get(address)
            times.append(perf_counter() - began)
    if answer.status_code != 200:
        raise SystemExit(f"the page was answered with {answer.status_code}")
    found = figures.cells(FIRST, FIRST + timedelta(days=DAYS - 1), figures.marks())
    total = figures.total(found)
    shown = f"{total.offered:,} offered, {total.answered:,} answered, {total.abandoned:,} gave up, {total.passed_on:,} passed on"
    rest = f"{total.level:.1f}% in time, average wait {total.wait:.0f} s, average talk {total.talk:.0f} s"
    took = f"page {sorted(times[1:])[2] * 1000:.0f} ms (first {times[0] * 1000:.0f} ms)"
    return f"{shown}; {rest}; {took}, {len(found):,} half-hours and options"


def one(way: str, path: str, seed: int, calls: int) -> None:
    """In the child."""
    import django

    django.setup()
    if way == "log":
        office()
    told = page() if way == "page" else hook(seed, calls) if way == "hook" else load(Path(path))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{way:<10} {told}; peak {peak:.0f} MB\n")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--calls", type=int, default=10_000)
    asked.add_argument("--hook", type=int, default=500)
    asked.add_argument("--seed", type=int, default=101)
    asked.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    told = asked.parse_args()
    if told.child:
        one(*told.child, told.seed, told.hook)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {"DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}", **os.environ}
        env |= {"PUTRIGHT_MODE": "test", "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}
        migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"]
        subprocess.run(migrate, cwd=ROOT, env=env, check=True)  # noqa: S603 - our own command
        small, large = written(folder, told.seed, told.calls), written(folder, told.seed + 1, told.calls * 5)
        for way in WAYS:
            file = str(large if way == "log-x5" else small)
            child = [sys.executable, __file__, "--hook", str(told.hook), "--seed", str(told.seed), "--child", way, file]
            subprocess.run(child, cwd=ROOT, env=env, check=True)  # noqa: S603 - our own command


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
