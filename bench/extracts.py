"""How fast a question's whole answer streams, and in how much memory. Makes an office in a database of its own, and measures.

    DATABASE_URL=sqlite:///var/extracts.sqlite3 python -m bench.extracts --contacts 1000000 --forms csv

Every contact opens a case of the front team; a handler of it takes all of them, by the usual columns. The database must be
empty, or one that an earlier run filled (`--filled`); PostgreSQL makes the rows itself. Prints what it measured: rows
a second of the processor's time and of the clock, bytes, and the most memory the process ever had before and after. Nothing
remembered."""

import argparse
import os
import platform
import resource
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from itertools import batched
from time import perf_counter, process_time
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PUTRIGHT_MODE", "test")

AT = datetime(2026, 4, 1, 9, tzinfo=UTC)
FIRST = datetime(2016, 4, 1, 0, tzinfo=UTC)
CHANNELS, KINDS = ("phone", "web", "email", "letter"), ("dissatisfaction", "complaint", "enquiry")


def fill(how_many: int) -> None:
    from django.contrib.auth import get_user_model
    from django.db import connection

    from putright.people.models import Handler, OfficeInUse, Person, Team

    OfficeInUse.objects.create(slug="essex")
    team = Team.objects.create(slug="front", name_en="Front", name_cy="Blaen", kind="front")
    user = get_user_model().objects.create(username="sam")
    Handler.objects.create(user=user, name="Sam Adeyemi", role="handler", team=team)
    people = Person.objects.bulk_create(Person(name=f"Person {number}", made_at=FIRST) for number in range(1_000))
    if connection.vendor == "postgresql":
        fill_some((0,), team, people)
        multiply(how_many, people[0].pk)
        return
    for numbers in batched(range(how_many), 5_000):
        fill_some(numbers, team, people)


def fill_some(numbers: tuple[int, ...], team: object, people: list) -> None:
    from putright.cases.models import Case
    from putright.contacts.models import Contact

    at = [FIRST + timedelta(minutes=5 * number) for number in numbers]
    who = [people[number % len(people)] for number in numbers]
    cases = Case.objects.bulk_create(
        Case(reference=f"PR-{number:09}", team=team, received_at=moment, kind=KINDS[number % 3], complainant=person)
        for number, moment, person in zip(numbers, at, who, strict=True)
    )
    Contact.objects.bulk_create(
        Contact(key=UUID(int=number), case=case, person=case.complainant, channel=CHANNELS[number % 4], kind=KINDS[number % 3],
                language="en", words="They never rang me back.", received_at=case.received_at, entered_at=case.received_at)
        for number, case in zip(numbers, cases, strict=True)
    )  # fmt: skip


def multiply(how_many: int, first_person: int) -> None:
    """On PostgreSQL: the first case and contact so many times over, by the database alone, with what differs from row to row."""
    from putright.cases.models import Case
    from putright.contacts.models import Contact

    moment = f"timestamptz '{FIRST.isoformat()}' + number * interval '5 minutes'"
    kind, person = f"(ARRAY{list(KINDS)})[1 + number % 3]", f"{first_person} + number % 1000"
    case, contact = Case.objects.get(), Contact.objects.get()
    again(Case, how_many, {
        "id": f"{case.pk} + number", "reference": "'PR-' || lpad(number::text, 9, '0')", "received_at": moment, "kind": kind,
        "complainant_id": person,
    })  # fmt: skip
    again(Contact, how_many, {
        "id": f"{contact.pk} + number", "key": "lpad(to_hex(number), 32, '0')::uuid", "case_id": f"{case.pk} + number",
        "person_id": person, "channel": f"(ARRAY{list(CHANNELS)})[1 + number % 4]", "kind": kind, "received_at": moment,
        "entered_at": moment,
    })  # fmt: skip


def again(model: type, how_many: int, differs: dict[str, str]) -> None:
    """Every column as the one row there is has it, but for those that differ. Nothing here comes from outside."""
    from django.db import connection

    table, columns = model._meta.db_table, [field.column for field in model._meta.concrete_fields]  # type: ignore[attr-defined]
    values = ", ".join(differs.get(column, f'"{column}"') for column in columns)
    into = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({into}) SELECT {values} FROM {table}, generate_series(1, {how_many - 1}) AS number"  # noqa: S608
        )
        cursor.execute(f"ANALYZE {table}")


def most_memory() -> float:
    """In MiB, of the whole process, ever."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(form: str, *, noting_too: bool) -> None:
    from secrets import token_hex

    from putright.cases.models import AccessCase
    from putright.cases.queries import open_to
    from putright.extracts import files, noting, queries
    from putright.extracts.asking import Asked
    from putright.extracts.models import Taken
    from putright.extracts.subjects import SUBJECTS
    from putright.people.models import Handler

    handler, subject = Handler.objects.get(name="Sam Adeyemi"), SUBJECTS["contacts"]
    question = Asked(subject, tuple(column for column in subject.columns if column.usual), None, None, {})
    cases, before = open_to(handler, at=AT), most_memory()
    number = queries.found(question, cases).count()
    began, busy = perf_counter(), process_time()
    access = noting.begin(Taken(subject="contacts", form=form), token_hex(16), by=handler, at=AT)
    rows = noting.noted(queries.batches(question, cases), access) if noting_too else queries.batches(question, cases)
    heads = [str(column.name) for column in question.columns]
    pieces = files.FORMS[form](heads, queries.lines(question, rows, "en"))
    size = len(next(pieces)) + len(next(pieces))
    first = perf_counter() - began
    size += sum(len(piece) for piece in pieces)
    took, worked = perf_counter() - began, process_time() - busy
    noted = AccessCase.objects.filter(access=access).count()
    sys.stdout.write(
        f"{form}: {number:,} rows of {len(heads)} columns, {size:,} bytes; {noted:,} noted; rows after {first:.2f} s;\n"
        f"  {number / worked:,.0f} rows a second of the processor ({worked:.1f} s), {number / took:,.0f} by the clock\n"
        f"  ({took:.1f} s); most memory {before:.0f} MiB before, {most_memory():.0f} MiB after\n"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--contacts", type=int, default=1_000_000)
    asked.add_argument("--forms", default="csv,xlsx,ods")
    asked.add_argument("--filled", action="store_true")
    asked.add_argument("--unnoted", action="store_true", help="without the access rows, to see what they cost")
    options = asked.parse_args()

    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    if not options.filled:
        began = perf_counter()
        fill(options.contacts)
        sys.stdout.write(f"{options.contacts:,} contacts, made in {perf_counter() - began:.0f} s\n")
        sys.stdout.flush()
    for form in options.forms.split(","):
        measure(form, noting_too=not options.unnoted)
        sys.stdout.flush()
    engine = f"SQLite {sqlite3.sqlite_version}" if connection.vendor == "sqlite" else connection.vendor
    sys.stdout.write(
        f"Python {platform.python_version()}, Django {django.__version__}, {engine}, {os.cpu_count()} cores\n"
    )


if __name__ == "__main__":
    main()
