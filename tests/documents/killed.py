"""A process that keeps files and is killed at a chosen step. What it was told is kept it writes to a ledger of its own.

    python -m tests.documents.killed LEDGER STEP NUMBER WRONG

It acknowledges each file only when `keep` has come back; it ends itself, as a power cut would, inside the last one.
WRONG=yes is the control: it acknowledges before anything is kept, and so must be caught lying.
`python -m tests.documents.killed look` prints the hashes that have a document, with whether their bytes are whole, after
making everything on the shelf old and sweeping it if a second word says `sweep`."""

import json
import os
import signal
import sys
from datetime import UTC, datetime
from uuid import UUID

import django


def look(*, sweep: bool) -> None:
    from putright.documents import owed, shelf
    from putright.documents.models import Content, Document

    if sweep:
        for path in [*shelf.folder("kept").glob("??/*"), *shelf.folder("loose").glob("*")]:
            os.utime(path, (0, 0))
        owed.sweep(at=datetime(2026, 3, 27, tzinfo=UTC))
    kept = set(Document.objects.values_list("content__sha256", flat=True))
    print(json.dumps({
        "kept": {sha: shelf.whole(sha) for sha in kept},
        "rows": sorted(Content.objects.values_list("sha256", flat=True)),
        "shelf": sorted(path.name for path in shelf.folder("kept").glob("??/*")),
        "loose": len(list(shelf.folder("loose").glob("*"))),
    }))  # fmt: skip


def main() -> None:
    django.setup()
    if sys.argv[1] == "look":
        look(sweep="sweep" in sys.argv)
        return
    from putright.documents import actions, shelf, taking

    ledger, step, number, wrong = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "yes"
    real = {"flush": (shelf, shelf.flush), "written": (actions, actions.written), "judge": (taking, taking.judge)}
    module, inner = real[step]
    calls = {"made": 0}

    def dying(*args: object, **kwargs: object) -> object:
        calls["made"] += 1
        if calls["made"] > number:
            os.kill(os.getpid(), signal.SIGKILL)
        return inner(*args, **kwargs)

    setattr(module, step, dying)
    with open(ledger, "ab", buffering=0) as acknowledged:
        for n in range(10_000):
            body = f"ffeil {step} {n}".encode()
            if wrong:
                acknowledged.write(body + b"\n")
            actions.keep(body, "a.txt", case=None, came_with=UUID(int=n + 1), by=None, at=datetime(2026, 3, 27, tzinfo=UTC))
            if not wrong:
                acknowledged.write(body + b"\n")


if __name__ == "__main__":
    main()
