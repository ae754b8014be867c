"""Thousands of spoilt messages through the whole intake: none breaks it, none is dropped, none takes long.

    script/campaign mail_garbage --seed 1 [--count 10000] [--database sqlite|postgresql|both]

The messages are those made by hand (tests/contacts/email/corpus), spoilt by luck (corpus/mutate.py). Oracle for each: its
bytes are kept unchanged, it ends as a contact, a note on a case, a copy, or in the tray with a reason we have words for,
and it took less than two seconds."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

from tests.databases import NoServer, postgresql

from . import faults
from .report import Report, databases, words

SECONDS = 2.0


def go_through(seed: int, count: int) -> dict[str, object]:
    """In a process that has Django and an office: let them all arrive."""
    from gateways import clock
    from putright.contacts.channels.email.models import Message
    from tests.contacts.email.corpus.mutate import spoilt

    became, seen, slowest, start = Counter(), set(), 0.0, clock.now()
    for number, raw in enumerate(spoilt(seed, count)):
        began = time.process_time()
        outcome = one(raw, at=start + timedelta(minutes=number))
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > SECONDS:
            raise faults.Lost(f"message {number} of seed {seed} took {took:.1f} s")
        became[outcome] += 1
        seen.add(raw)
    if Message.objects.count() != len(seen):
        raise faults.Lost(f"{len(seen) - Message.objects.count()} of {len(seen)} messages were dropped")
    return {"messages": len(seen), "slowest": round(slowest, 2), **dict(sorted(became.items()))}


def one(raw: bytes, *, at: object) -> str:
    """What became of it. Raises Lost when it became nothing we have a word for, or its bytes are not as they were."""
    from putright.contacts.channels.email import words as named
    from tests.make.mail import arrives

    reading = arrives(raw, at=at)
    reading.refresh_from_db()
    if bytes(reading.message.content) != raw:
        raise faults.Lost("its bytes were changed")
    right = {"landed": reading.contact_id, "noted": reading.case_id, "copy": True, "tray": reading.why in named.WHY}
    if not right.get(reading.state):
        raise faults.Lost(f"it became {reading.state} {reading.why}")
    return reading.state


def campaign(server: str, seed: int, count: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="putright-garbage-") as name, faults.store(server, Path(name), "garbage") as store:
        faults.run(store.url, "-m", "tests.campaigns.office")
        began = time.monotonic()
        more = {"PUTRIGHT_DOCUMENTS": f"{name}/documents"}
        child = subprocess.run(
            [sys.executable, "-m", "tests.campaigns.mail_garbage", "--inside", str(seed), str(count)],
            env=faults.environment(store.url, **more), cwd=faults.ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        kept = child.returncode == 0
        told = json.loads(child.stdout.splitlines()[-1]) if kept else {"outcome": child.stderr[-2000:]}
        seconds = round(time.monotonic() - began, 1)
        return {"database": store.version(), "arm": "ours", **told, "seconds": seconds, "as_expected": kept}


def main() -> int:
    if sys.argv[1:2] == ["--inside"]:
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        print(json.dumps(go_through(*map(int, sys.argv[2:4]))))
        return 0
    asked = words(__doc__)
    asked.add_argument("--count", type=int, default=10_000)
    given = asked.parse_args()
    command = f"script/campaign mail_garbage --seed {given.seed} --count {given.count} --database {given.database}"
    report = Report("mail_garbage", command, given.seed, {"count": given.count}, given.trial)
    for which in databases(given.database):
        try:
            with postgresql() if which == "postgresql" else nullcontext() as server:
                report.add(campaign(server.url if server else "sqlite", given.seed, given.count))
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
