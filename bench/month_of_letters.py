"""How long a month of contacts takes to write and send all it owes, with two workers. An empty database of its own:

    DATABASE_URL=sqlite:///var/letters.sqlite3 python -m bench.month_of_letters --contacts 8552

Every contact opens a case and is answered; 54 in 100 are decided there (46 are settled at once and owe nothing more), half of
those are passed on. Letters go to an SMTP server of this process. Prints what it measured, and the load of the machine;
fails when a letter did not go, or when it took ten minutes."""

import argparse
import os
import platform
import random
import resource
import socket
import subprocess
import sys
from contextlib import contextmanager
from datetime import timedelta
from itertools import batched
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PUTRIGHT_MODE", "demonstration")

GOAL = 600  # seconds, for a month on two cores
SETTLED = 46  # in a hundred (a month of the seed's figures)
LANGUAGES = ("en",) * 8 + ("cy", "")


def fill(how_many: int) -> None:
    """Cases with their first contact, as `receive` leaves them, and decisions and hand-overs for some."""
    from django.db import transaction

    from gateways import clock
    from putright.people.models import Team
    from tests.make import people

    people.office("dyfed-powys")
    by = people.handler("Sam Adeyemi", "handler", Team.objects.filter(kind="front").first() or people.team())
    chance = random.Random(2014)  # noqa: S311  the same month each time
    for several in batched(range(how_many), 200):
        with transaction.atomic():  # a month of commits, each awaited on the disk, is not what is measured
            for number in several:
                fill_one(number, chance, by, clock.now() - timedelta(minutes=how_many - number))


def fill_one(number: int, chance: random.Random, by: object, at: object) -> None:
    from putright.contacts.said import Settled
    from tests.letters import cases
    from tests.make import contacts, people

    person = people.person(
        f"Person {number}", at=at, language=chance.choice(LANGUAGES), email=f"p{number}@complainant.example"
    )
    if chance.randrange(100) < SETTLED:
        contacts.contact(person, by=by, at=at, channel="phone", settled=Settled("Told them."))
        return
    case = contacts.contact(person, at=at).case
    cases.decided(case, "outside", by=by, at=at)
    if chance.random() < 0.5:
        cases.handed_over(case, "standards", by=by, at=at)


class Taken:
    def __init__(self) -> None:
        self.count = 0

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:
        self.count += 1
        return "250 Message accepted for delivery"


@contextmanager
def mail_server():
    from aiosmtpd.controller import Controller

    taken = Taken()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(taken, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield taken, f"smtp://127.0.0.1:{port}"
    finally:
        server.stop()


def go_round(workers: int, smtp: str) -> float:
    """Workers of their own, until nothing is owed. Seconds."""
    began = perf_counter()
    words = [sys.executable, "-m", "django", "rounds", "--once"]
    before = -1
    while (now := owed()) and now != before:
        before = now
        running = [subprocess.Popen(words, env=os.environ | {"PUTRIGHT_SMTP": smtp}) for _ in range(workers)]
        if any(one.wait() for one in running):
            raise SystemExit("a worker ended badly")
    return perf_counter() - began


def owed() -> int:
    from gateways import clock
    from putright.rounds import house

    return sum(1 for _ in house.owed(clock.now(), limit=10**6))


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--contacts", type=int, default=8552)
    asked.add_argument("--workers", type=int, default=2)
    given = asked.parse_args()
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from putright.letters.models import SENT, Letter

    call_command("migrate", verbosity=0)
    fill(given.contacts)
    with mail_server() as (taken, smtp):
        seconds = go_round(given.workers, smtp)
    letters, sent = Letter.objects.count(), Letter.objects.filter(status=SENT).count()
    print(f"{connection.vendor}, Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{given.contacts} contacts owed {letters} letters; {sent} are sent, {taken.count} reached the mail server")
    print(f"{given.workers} workers took {seconds:.0f} s, goal {GOAL} ({letters / seconds * 60:.0f} letters a minute)")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = used.ru_utime + used.ru_stime
    print(f"the workers were busy {busy:.0f} s between them: {busy / letters * 1000:.0f} ms of processor a letter")
    return 0 if letters == sent == taken.count and seconds < GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
