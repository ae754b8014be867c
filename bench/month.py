"""How long the month takes to count. Makes an office in a database of its own, fills it, and measures.

    DATABASE_URL=sqlite:///var/month.sqlite3 python -m bench.month --contacts 102624 --over year

`--over year` spreads the contacts over twelve months and counts the last; `--over month` puts them all in the one counted.
Each contact opens a case; 46 in 100 are settled at once, the rest are spoken with, and half of those are triaged, told how
it stands and put right, some late. The database must be empty. Prints what it measured, nothing remembered."""

import argparse
import os
import platform
import random
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched
from time import perf_counter, process_time
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PUTRIGHT_MODE", "test")

AT = datetime(2026, 4, 1, 9, tzinfo=UTC)
MONTH_BEGINS = datetime(2026, 3, 1, 0, tzinfo=UTC)
CHANNELS, KINDS = ("phone", "web", "email", "letter"), ("dissatisfaction", "complaint", "enquiry")


def story(chance: random.Random, received: datetime) -> list[tuple[str, datetime, dict[str, object]]]:
    """The events of one case after it was received."""
    if chance.random() < 0.46:
        return [("settled", received + timedelta(minutes=9), {"reason": "informed.no-update"})]
    told = [("spoke", received + timedelta(hours=chance.randint(1, 70)), {})]
    if chance.random() < 0.5:
        decided = {"route": "outside", "must_refer": False, "authority": "chief_officer"}
        told += [
            ("decided", told[-1][1] + timedelta(hours=3), decided),
            ("sent", told[-1][1] + timedelta(days=chance.randint(5, 40)), {"kind": "update", "medium": "email"}),
        ]
        told.append(("put_right", told[-1][1] + timedelta(days=2), {}))
    return told


def fill(how_many: int, first: datetime, days: int) -> None:
    from putright.people.models import OfficeInUse, Team

    OfficeInUse.objects.create(slug="essex")
    team = Team.objects.create(slug="front", name_en="Front", name_cy="Blaen", kind="front")
    chance = random.Random(2019)  # noqa: S311  the same made-up office each time, nothing secret
    for numbers in batched(range(how_many), 2000):
        fill_some(numbers, chance, team, (first, days))


def fill_some(numbers: tuple[int, ...], chance: random.Random, team: object, when: tuple[datetime, int]) -> None:
    from putright.cases.log import Line, write_first
    from putright.cases.models import Case
    from putright.contacts.models import Contact

    first, days = when
    at = [first + timedelta(minutes=chance.randrange(days * 24 * 60)) for _ in numbers]
    cases = Case.objects.bulk_create(
        Case(reference=f"PR-{number:09}", team=team, received_at=moment, kind="dissatisfaction", summary="words")
        for number, moment in zip(numbers, at, strict=True)
    )
    logs, contacts = [], []
    for case, number in zip(cases, numbers, strict=True):
        channel, kind = chance.choice(CHANNELS), chance.choice(KINDS)
        told = [one for one in story(chance, case.received_at) if one[1] <= AT]
        received = Line("received", case.received_at, facts={"channel": channel, "kind": kind, "contact": number})
        logs.append((case, [received, *(Line(verb, moment, facts=facts) for verb, moment, facts in told)]))
        settled = told[0][1] if told and told[0][0] == "settled" else None
        contacts.append(
            Contact(
                key=UUID(int=number), case=case, channel=channel, kind=kind, words="They never rang me back. " * 12,
                reason="informed.no-update", received_at=case.received_at, entered_at=case.received_at,
                settled_at=settled, answer="Rang them." if settled else "",
            )
        )  # fmt: skip
    Contact.objects.bulk_create(contacts)
    write_first(logs)


def timings(times: int) -> Iterator[tuple[str, float]]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from putright.facts.months import Month
    from putright.facts.sources import Scope
    from putright.people.queries import office
    from putright.reports import queries
    from putright.reports.cells import Cells, Reader
    from putright.reports.sheet import Sheet, answers, measured

    for _ in range(times):
        scope = Scope(Month(2026, 3), office(), AT)
        began, busy = perf_counter(), process_time()
        with CaptureQueriesContext(connection) as asked:
            sheet = Sheet(Cells(queries.figures(scope), scope.month, Reader("en", opens=True, hides=False)), scope.office)
            drawn = sheet.headline, sheet.worth, sheet.tables  # what the page of the month shows
        yield f"figures, {len(drawn[2])} tables", perf_counter() - began
        yield "of which the processor was busy", process_time() - busy
    began = perf_counter()
    more = len(measured(sheet)) + len(answers(sheet))
    yield f"{more} more shares, averages and tables, on their own page", perf_counter() - began
    began = perf_counter()
    fell, made = scope.month.start, Scope(scope.month, scope.office, scope.at).reckoning.fell
    yield "of which promises", perf_counter() - began
    sys.stdout.write(
        f"{fell:%B %Y}: {sheet.figures.total('contacts'):,} contacts, {len(made):,} promises, {len(asked)} queries\n"
    )


def kept(first: datetime, changed: int) -> Iterator[str]:
    """Everything kept, measured, compared with a full count; then some cases change."""
    from putright.cases.log import Line, write
    from putright.cases.models import Case
    from putright.facts import checking, keeping
    from putright.facts.months import Month, Span
    from putright.people.queries import office

    began, month = perf_counter(), Month(2026, 3)
    keeping.keep_all(office(), AT, first.date(), month.last_day)
    yield f"keeping all: {perf_counter() - began:.0f} s"
    for what, seconds in timings(3):
        yield f"kept; {what}: {seconds:.2f} s"
    began = perf_counter()
    found = list(checking.differences(office(), AT, Span(month.first, month.last_day)))
    yield f"compared with a full count in {perf_counter() - began:.0f} s: {len(found)} differences"
    for case in Case.objects.order_by("-pk")[:changed]:
        write(case, Line("spoke", AT, by_words="rounds"))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--contacts", type=int, default=102_624)
    asked.add_argument("--over", choices=("year", "month"), default="year")
    asked.add_argument("--changed", type=int, default=1000)
    asked.add_argument("--times", type=int, default=3)
    options = asked.parse_args()

    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    first = MONTH_BEGINS if options.over == "month" else datetime(2025, 4, 1, tzinfo=UTC)
    began = perf_counter()
    fill(options.contacts, first, 31 if options.over == "month" else 365)
    sys.stdout.write(f"{options.contacts:,} contacts over a {options.over}, made in {perf_counter() - began:.0f} s\n")
    for what, seconds in timings(options.times):
        sys.stdout.write(f"{what}: {seconds:.2f} s\n")
    for seconds in kept(first, options.changed):
        sys.stdout.write(f"{seconds}\n")
    for what, seconds in timings(options.times):
        sys.stdout.write(f"kept, {options.changed} cases changed since; {what}: {seconds:.2f} s\n")
    engine = f"SQLite {sqlite3.sqlite_version}" if connection.vendor == "sqlite" else connection.vendor
    sys.stdout.write(
        f"Python {platform.python_version()}, Django {django.__version__}, {engine}, {os.cpu_count()} cores\n"
    )


if __name__ == "__main__":
    main()
