"""How many messages a second: kept, read and placed, handed over by SMTP, fetched by IMAP; and a mail bomb beside others.

    PYTHONPATH=. .venv/bin/python -m bench.mail [--count 400] [--bomb 2000] [--database sqlite|postgresql]

The worker's own code in one process, on a database of its own with the service's own settings (each commit is on the disk).
The bomb: so many messages from one sender lie in a real mailbox with one in forty from other people between them; told is
after how many seconds half of the others, and the last of them, were contacts."""

import argparse
import asyncio
import json
import os
import smtplib
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from tests.campaigns import faults
from tests.databases import postgresql
from tests.gateways import dovecot
from tests.make.raw_mail import message

OTHERS = 40  # one message in so many is from somebody else


def messages(count: int, what: str, sender: str = "") -> list[bytes]:
    return [message(f"{what} {n}. " + "Words. " * 100, **{"from": sender or f"{what}{n}@a.example"}) for n in range(count)]


def pace(what: str, count: int, act: Callable[[], object]) -> dict[str, float]:
    """How many a second by the clock on the wall, and how much of a processor each took, whoever else was at work."""
    began, busy = time.perf_counter(), time.process_time()
    act()
    took, worked = time.perf_counter() - began, time.process_time() - busy
    return {f"{what} a second": round(count / took, 1), f"{what}: ms of processor each": round(1000 * worked / count, 1)}


def keep_and_place(count: int) -> dict[str, float]:
    from gateways import clock
    from putright.contacts.channels.email.actions import Came, keep, place
    from putright.contacts.channels.email.models import Message

    raws, now = messages(count, "kept"), clock.now()
    kept = pace("kept", count, lambda: [keep(Came(raw, "smtp", now), at=now) for raw in raws])
    waiting = [Message.objects.select_related("reading").get(pk=pk) for pk in Message.objects.values_list("pk", flat=True)]
    return kept | pace("read and placed", count, lambda: [place(one, at=now) for one in waiting])


@contextmanager
def listener() -> Iterator[int]:
    from importlib import import_module

    from gateways import smtp_in

    command = import_module("config.management.commands.mail-listener").Command()
    place, loop, stop = smtp_in.listening("127.0.0.1", 0), asyncio.new_event_loop(), asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(smtp_in.serve(place, command.keep, stop=stop)))
    port = place.getsockname()[1]
    thread.start()
    try:
        yield port
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


def hand_over(count: int) -> dict[str, float]:
    """Four senders, each with a line of its own and a message after the other."""
    raws = messages(count, "handed")

    def one(port: int, mine: list[bytes]) -> None:
        with smtplib.SMTP("127.0.0.1", port) as line:
            for raw in mine:
                line.sendmail("sender@a.example", ["complaints@office.example"], raw)

    with listener() as port:
        senders = [threading.Thread(target=one, args=(port, raws[start::4])) for start in range(4)]

        def all_of_them() -> None:
            for sender in senders:
                sender.start()
            for sender in senders:
                sender.join()

        return pace("taken by SMTP", count, all_of_them)


def fetch_all(count: int) -> dict[str, float]:
    from django.conf import settings

    from gateways import clock
    from putright.contacts.channels.email.fetching import fetch
    from putright.contacts.channels.email.queries import box

    with dovecot.running() as server:
        settings.IMAP = server.url
        server.put(*messages(count, "fetched"))

        def until_empty() -> None:
            fetch(at=clock.now())
            while box().more:
                fetch(at=clock.now())

        told = pace("fetched by IMAP", count, until_empty)
        settings.IMAP = ""
        return told


def bomb(count: int) -> dict[str, float]:
    from django.conf import settings

    from gateways import clock
    from putright.contacts.channels.email.models import Message, Reading
    from putright.rounds.worker import go_round

    Reading.objects.filter(state="kept").update(state="aside")  # what was only kept for the figures before
    before = Message.objects.count()
    raws = messages(count, "bomb", sender="one@bomber.example")
    for n, raw in enumerate(messages(count // OTHERS, "other")):
        raws.insert((n + 1) * OTHERS, raw)
    with dovecot.running() as server:
        settings.IMAP = server.url
        server.put(*raws)
        began, start = time.perf_counter(), clock.now()
        while Message.objects.count() < before + len(raws) or Reading.objects.filter(state="kept").exists():
            go_round(clock.now, worker="bench")
    from putright.contacts.models import Contact

    others = Contact.objects.filter(person__email__startswith="other").values_list("entered_at", flat=True)
    seen = [(at - start).total_seconds() for at in others]

    return {
        "bomb of": count, "others": len(raws) - count, "others placed": len(seen),
        "seconds until half of the others": round(statistics.median(seen), 1),
        "seconds until the last": round(max(seen), 1), "seconds in all": round(time.perf_counter() - began, 1),
        "contacts of the bomber": Contact.objects.filter(person__email="one@bomber.example").count(),
    }  # fmt: skip


def inside(count: int, size: int) -> None:
    import django

    django.setup()
    for what in (lambda: keep_and_place(count), lambda: hand_over(count), lambda: fetch_all(count), lambda: bomb(size)):
        print(json.dumps(what()), flush=True)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--count", type=int, default=400)
    asked.add_argument("--bomb", type=int, default=2_000)
    asked.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    asked.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.inside:
        inside(given.count, given.bomb)
        return 0
    with postgresql() if given.database == "postgresql" else nullcontext() as server, tempfile.TemporaryDirectory() as name:
        with faults.store(server.url if server else "sqlite", Path(name), "mail") as store:
            faults.run(store.url, "-m", "tests.campaigns.office")
            print(store.version(), "load", os.getloadavg()[0], flush=True)
            words = [sys.executable, "-m", "bench.mail", "--inside", f"--count={given.count}", f"--bomb={given.bomb}"]
            more = {"PUTRIGHT_DOCUMENTS": f"{name}/documents"}
            return subprocess.run(words, env=faults.environment(store.url, **more), cwd=faults.ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
