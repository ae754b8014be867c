"""How long it takes to find who somebody may be among a million people. Makes them in a database of its own, and measures.

    python -m bench.find_people --people 1000000                       (SQLite, a temporary file)
    python -m tests.databases python -m bench.find_people              (PostgreSQL, a server of its own)

Names follow the skew of Wales and England (one in twenty is a Jones or a Davies), so that common names are as hard here as there.
A search takes somebody written down, spells, dials or leaves out something as people do, and asks for candidates as the product
does: one query, then the likeliest compared in full. Prints what it measured, nothing remembered."""

import argparse
import os
import platform
import random
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import batched
from statistics import quantiles
from time import perf_counter, process_time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PUTRIGHT_MODE", "test")

AT = datetime(2026, 3, 27, 9, tzinfo=UTC)
FIRST = (
    "David John Sarah Sian Ioan Dafydd William Gwilym Margaret Marged Elizabeth Bethan Catrin Catherine Rhys Huw "
    "Hugh James Iago Thomas Tomos Mary Mair Elin Helen Robert Robat Michael Peter Susan Karen Emma Laura Lowri "
    "Megan Ffion Nia Rhian Gareth Owain Owen Steven Steffan Mark Paul Andrew Daniel Matthew Jack Harry Amir "
    "Mohammed Aisha Fatima Priya Agnieszka Piotr Olga Wei Grace"
).split()
LAST = (
    "Jones Davies Williams Evans Thomas Roberts Lewis Hughes Morgan Griffiths Gruffydd Edwards Owen Price James "
    "Rees Smith Brown Taylor Wilson Johnson Wright Walker Hall Wood Clarke Green Baker Hill Khan Ahmed Patel Singh "
    "Begum Kowalski Nowak Murphy Kelly Bevan Powell Pritchard Parry Llewellyn Vaughan Lloyd Pugh Humphreys Phillips "
    "Richards Harris"
).split()
STREETS = (
    "High Church Station Mill Park Chapel Bridge Heol-y-Bont Maes-y-Coed Ffordd-Newydd Queen King Victoria Albert "
    "Green"
).split()
COLUMNS = ("id", "name", "name_key", "anonymous", "language", "email", "phone", "phone_key", "address", "postcode",
           "postcode_key", "prefers", "safe_contact", "adjustments", "at_risk", "made_at", "born_on")  # fmt: skip


def made_up(chance: random.Random, postcodes: list[str]) -> dict[str, object]:
    """Somebody. Two thirds gave a number, half an email address, three quarters an address, three in ten a date of birth."""
    first = FIRST[min(int(chance.expovariate(1 / 12)), len(FIRST) - 1)]
    last = LAST[min(int(chance.expovariate(1 / 8)), len(LAST) - 1)]
    if chance.random() < 0.35:  # the long tail: names nobody else has
        last += chance.choice(("son", "ton", "ley", "wood", "field", "by")) + chance.choice("aeiou") + chance.choice("bdglnrst")
    return {
        "name": f"{first} {last}",
        "phone": f"07{chance.randrange(10**9):09}" if chance.random() < 0.66 else "",
        "email": f"{first}.{last}{chance.randrange(10**6)}@example.org".lower() if chance.random() < 0.5 else "",
        "address": f"{chance.randint(1, 180)} {chance.choice(STREETS)} Street" if chance.random() < 0.75 else "",
        "postcode": chance.choice(postcodes) if chance.random() < 0.75 else "",
        "born_on": date(1935, 1, 1) + timedelta(days=chance.randrange(27_000)) if chance.random() < 0.3 else None,
    }


def postcodes(chance: random.Random) -> list[str]:
    """Sixty thousand: about seventeen of a million people to each."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return [
        f"{chance.choice(('SA', 'CF', 'LL', 'SY', 'SG', 'AL', 'CM', 'TS'))}{chance.randint(1, 48)} "
        f"{chance.randint(0, 9)}{chance.choice(letters)}{chance.choice(letters)}"
        for _ in range(60_000)
    ]


def rows(how_many: int, chance: random.Random) -> Iterator[tuple[tuple, list[int]]]:
    """Each person as a row of the table, and their keys."""
    from putright.people.keys import keys
    from putright.people.models import Person
    from putright.people.queries import known
    from putright.people.rules import fold, phone_key, postcode_key

    near = postcodes(chance)
    for pk in range(1, how_many + 1):
        person = Person(pk=pk, made_at=AT, **made_up(chance, near))
        person.name_key, person.phone_key = fold(person.name), phone_key(person.phone)
        person.postcode_key = postcode_key(person.postcode)
        values = {**vars(person), "safe_contact": "{}"}
        yield tuple(values[column] for column in COLUMNS), sorted(keys(known(person)))


def fill(how_many: int) -> None:
    from django.db import connection, transaction

    chance = random.Random(2026)  # noqa: S311  the same people each time, nothing secret
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA cache_size = -600000")
        for some in batched(rows(how_many, chance), 20_000):
            pairs = sorted((key, row[0]) for row, found in some for key in found)
            with transaction.atomic():
                put(cursor, "people_person", COLUMNS, [row for row, _ in some])
                put(cursor, "people_searchkey", ("key", "person_id"), pairs)
        cursor.execute("ANALYZE")


def put(cursor: object, table: str, columns: tuple[str, ...], values: list[tuple]) -> None:
    names = ", ".join(columns)
    if cursor.db.vendor == "postgresql":
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in values:
                copy.write_row(row)
        return
    marks = ", ".join(["%s"] * len(columns))
    cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608  our own names


def as_said_again(chance: random.Random, person: object) -> object:
    """The same person on another day: a slip in the name, another way of dialling, something left out."""
    from dataclasses import replace

    from putright.people.queries import known

    one = known(person)
    name = list(one.name)
    if chance.random() < 0.5:
        place = chance.randrange(len(name))
        name[place] = chance.choice("aeiourst")
    for field in ("phone", "email", "postcode", "address"):
        if chance.random() < 0.4:
            one = replace(one, **{field: ""})
    return replace(one, name="".join(name), born_on=one.born_on if chance.random() < 0.6 else None)


def searches(how_many: int, people: int) -> dict[str, list[float]]:
    """Milliseconds of each: the query alone, and everything up to the suggestions."""
    from putright.people import same
    from putright.people.models import Person

    chance = random.Random(7)  # noqa: S311  the same searches each time, nothing secret
    took: dict[str, list[float]] = {"candidates (the query)": [], "suggestions (candidates, read and compared)": []}
    found = listed = 0
    for number in range(how_many + 100):
        person = Person.objects.get(pk=chance.randint(1, people))
        asked = as_said_again(chance, person)
        began = perf_counter()
        listed_now = same.candidates(asked)
        between = perf_counter()
        suggested = same.suggestions(asked)
        ended = perf_counter()
        if number < 100:  # the first hundred warm the caches, as a morning does
            continue
        took["candidates (the query)"].append((between - began) * 1000)
        took["suggestions (candidates, read and compared)"].append((ended - between) * 1000)
        listed += person.pk in listed_now
        found += person.pk in {one.person.pk for one in suggested}
    sys.stdout.write(f"of {how_many:,} searches the person was among the candidates in {listed:,}, suggested in {found:,}\n")
    return took


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=1_000_000)
    asked.add_argument("--searches", type=int, default=2_000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/people.sqlite3")
        measure(options.people, options.searches)


def measure(people: int, how_many: int) -> None:
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    began = perf_counter()
    fill(people)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM people_searchkey")
        number = cursor.fetchone()[0]
    sys.stdout.write(f"{people:,} people with {number:,} keys, made in {perf_counter() - began:.0f} s\n")
    began = process_time()
    for what, times in searches(how_many, people).items():
        parts = quantiles(times, n=100)
        shown = {"p50": parts[49], "p95": parts[94], "p99": parts[98], "most": max(times)}
        sys.stdout.write(f"{what}: " + ", ".join(f"{name} {took:.2f} ms" for name, took in shown.items()) + "\n")
    sys.stdout.write(f"this process was busy {process_time() - began:.1f} s of it; load {os.getloadavg()[0]:.1f}\n")
    engine = f"SQLite {sqlite3.sqlite_version}" if connection.vendor == "sqlite" else version(connection)
    made_with = f"Python {platform.python_version()}, Django {django.__version__}, {engine}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{made_with}, {os.cpu_count()} cores, {peak:.0f} MB\n")


def version(connection: object) -> str:
    return f"PostgreSQL {connection.pg_version // 10_000}"


if __name__ == "__main__":
    main()
