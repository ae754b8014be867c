"""How long does a sweep over a million open clocks take on PostgreSQL? `python -m bench.sweep [--cases N] [--due M]`.

N open cases of one event, each with its hint; of M of them a promise has fallen due since the last sweep, and each of those
is worked out from its log, noticed, and given its next moment. Target: under a minute for a million. The sweep is the
worker's own, step by step. Starts a PostgreSQL of its own (tests.databases) and prints what it measured."""

import argparse
import json
import os
import sys
from datetime import UTC, datetime
from time import perf_counter, process_time

from tests.databases import postgresql

TARGET = 60.0
AT = datetime(2026, 3, 27, 17, 30, tzinfo=UTC)  # half an hour after the office closed on a Friday
# Due: received on Thursday, so that first contact fell due as the office closed; the rest on Friday, due on Monday.
STATEMENTS = (
    """INSERT INTO cases_case (reference, stage, kind, restriction, team_id, language, summary, received_at, version, imported)
    SELECT 'PR-B' || n, 'received', 'complaint', 0, %(team)s, 'en', '',
    %(at)s - CASE WHEN n <= %(due)s THEN interval '31 hours' ELSE interval '7 hours' END, 1, false
    FROM generate_series(1, %(cases)s) AS n""",
    """INSERT INTO cases_event (case_id, seq, at, by_words, verb, facts, payload_digest, previous, hash)
    SELECT id, 1, received_at, 'complainant', 'received', '{"channel": "web", "kind": "complaint"}', '', '', md5(id::text)
    FROM cases_case""",
    """INSERT INTO clocks_hint (case_id, next_due_at, promise, version, look_at)
    SELECT id, due_at, 'first-contact', 1, CASE WHEN due_at < %(at)s THEN due_at + interval '1 second' ELSE due_at END
    FROM (SELECT id, CASE WHEN received_at < %(at)s - interval '1 day' THEN timestamptz '2026-03-27 17:00Z'
    ELSE timestamptz '2026-03-30 16:00Z' END AS due_at FROM cases_case) AS each""",
    "ANALYZE",
)


def fill(cases: int, due: int) -> None:
    """Straight into the tables: a million through the actions would take an hour."""
    from django.db import connection

    from putright.people.models import OfficeInUse, Team

    OfficeInUse.objects.create(slug="hertfordshire")
    team = Team.objects.create(slug="front", kind="front", name_en="Front", name_cy="Blaen")
    with connection.cursor() as cursor:
        for statement in STATEMENTS:
            cursor.execute(statement, {"cases": cases, "due": due, "at": AT, "team": team.pk})


def measured(cases: int, due: int) -> dict[str, object]:
    from putright.clocks import owed, sweeping
    from putright.clocks.models import Notice

    fill(cases, due)
    began, used = perf_counter(), process_time()
    seen = sweeping.sweep_all(AT)
    took, busy = perf_counter() - began, process_time() - used
    began = perf_counter()
    nothing = [key for key, _ in owed.owed(AT, limit=200)]
    return {
        "open_clocks": cases * 3, "hints": cases, "fell_due": due, "cases_looked_at": seen, "notices": Notice.objects.count(),
        "sweep_seconds": round(took, 2), "of_them_python_seconds": round(busy, 2), "cases_a_second": round(seen / took),
        "owed_afterwards": len(nothing), "asking_what_is_owed_seconds": round(perf_counter() - began, 3),
        "load_of_the_machine": os.getloadavg()[0], "python": sys.version.split()[0],
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--due", type=int, default=50_000)
    given = parser.parse_args()
    with postgresql() as server:
        os.environ |= {"DATABASE_URL": server.url, "DJANGO_SETTINGS_MODULE": "config.settings", "PUTRIGHT_MODE": "test"}
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        found = measured(given.cases, given.due)
        from django.db import connection

        connection.close()
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    return 0 if float(str(found["sweep_seconds"])) < TARGET and found["cases_looked_at"] == given.due else 1


if __name__ == "__main__":
    sys.exit(main())
