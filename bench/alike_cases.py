"""How long it takes to suggest cases like one, and to count a month's frequent callers, in an office of 100,000 contacts a year.

    DATABASE_URL=sqlite:///var/alike.sqlite3 python -m bench.alike_cases

Fills an empty database as `bench.month` does, gives every contact one of 40,000 people (one in fifty of whom is in touch often)
and a day it happened on, and measures. Prints what it measured, nothing remembered."""

import argparse
import os
import random
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched
from statistics import quantiles
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PUTRIGHT_MODE", "test")

PEOPLE, OFTEN = 40_000, 800
PLACES = "Hertford Ware Hoddesdon Stevenage Hitchin Letchworth Baldock Royston Buntingford Watford Market Hospital School".split()
AT = datetime(2026, 4, 1, 9, tzinfo=UTC)


def give_people() -> None:
    """Whose each contact is, where and when; the people have cases of their own."""
    from putright.cases.models import Case
    from putright.contacts.models import Contact
    from putright.people.models import Handler, Person

    chance = random.Random(2026)  # noqa: S311  the same people each time, nothing secret
    Person.objects.bulk_create([Person(name=f"Person {n}", made_at=AT) for n in range(PEOPLE)], 1000)
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    for some in batched(Contact.objects.order_by("pk").iterator(2000), 2000):
        for one in some:
            often = chance.random() < 0.1
            one.person_id = people[chance.randrange(OFTEN if often else PEOPLE)]
            one.happened_on = (one.received_at - timedelta(days=chance.randrange(20))).date() if chance.random() < 0.7 else None
            one.place = chance.choice(PLACES)
        Contact.objects.bulk_update(some, ["person", "happened_on", "place"], 500)
        Case.objects.bulk_update([Case(pk=one.case_id, complainant_id=one.person_id) for one in some], ["complainant"], 500)
    from django.contrib.auth import get_user_model

    from putright.people.models import Team

    user = get_user_model().objects.create(username="bench")
    Handler.objects.create(user=user, name="Bench", role="handler", team=Team.objects.get(slug="front"))


def measured(times: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is measured: each a name and a thing to do, another one every time."""
    from putright.alike import suggested as alike
    from putright.alike.often import callers
    from putright.cases.models import Case
    from putright.cases.queries import open_to
    from putright.contacts import theirs
    from putright.facts.months import Month
    from putright.people.models import Handler

    chance = random.Random(7)  # noqa: S311  the same cases each time, nothing secret
    cases, month = open_to(Handler.objects.get(), at=AT), Month(2026, 3)
    pks = list(Case.objects.order_by("pk").values_list("pk", flat=True))
    some = [Case.objects.get(pk=chance.choice(pks)) for _ in range(times)]
    turn = iter(some * 3)

    def suggest() -> object:
        case = next(turn)
        return alike.suggested(cases, case, [case.complainant_id])

    yield "cases like one", suggest
    yield "ways in which a person came", lambda: theirs.doors(cases, [next(turn).complainant_id])
    yield "a sheet of a person's contacts", lambda: theirs.of_people(cases, [next(turn).complainant_id])
    yield "frequent callers of a month, of open cases", lambda: callers(month.start, month.end, 4, cases)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--contacts", type=int, default=102_624)
    asked.add_argument("--times", type=int, default=200)
    options = asked.parse_args()

    import django
    from django.core.management import call_command
    from django.db import connection

    from bench.month import fill

    django.setup()
    call_command("migrate", verbosity=0)
    fill(options.contacts, datetime(2025, 4, 1, tzinfo=UTC), 365)
    give_people()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    sys.stdout.write(f"{options.contacts:,} contacts of {PEOPLE:,} people over a year, {connection.vendor}\n")
    for what, act in measured(options.times):
        took = []
        for _ in range(options.times if "month" not in what else 10):
            began = perf_counter()
            act()
            took.append((perf_counter() - began) * 1000)
        parts = quantiles(took, n=20)
        sys.stdout.write(f"{what}: p50 {parts[9]:.1f} ms, p95 {parts[18]:.1f} ms, most {max(took):.1f} ms\n")
    sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n")


if __name__ == "__main__":
    main()
