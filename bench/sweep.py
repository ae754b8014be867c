"""How long does a sweep over a million open clocks take on PostgreSQL? `python -m bench.sweep [--clocks N] [--due M]`.

One case with one open clock each: N hints, of which M have fallen due since the last sweep, one case in a thousand of them
with a log of forty events. Target: under a minute for a million. The sweep is the worker's own, step by step."""

import argparse
import json
import os
import sys
from datetime import UTC, datetime, timedelta
from time import perf_counter

from tests.databases import postgresql

TARGET = 60.0
AT = datetime(2026, 3, 27, 16, 0, tzinfo=UTC)
# A case received `n` seconds ago, the first event of its log and its hint: due when the sweep comes, or in a week.
CASES = """
INSERT INTO cases_case (reference, team_id, stage, restriction, language, kind, summary, received_at, opened_at, version, imported)
SELECT 'PR-B' || n, %(team)s, 'new', 0, 'en', 'complaint', '', %(at)s - (CASE WHEN n <= %(due)s THEN interval '9 days' ELSE interval '1 hour' END),
       %(at)s, 1, false FROM generate_series(1, %(clocks)s) AS n
"""


def fill(clocks: int, due: int) -> None:
    """Straight into the tables, by the columns they have: a million through the actions would take an hour."""
    from django.db import connection  # noqa: PLC0415 - Django is set up in main

    from putright.people.models import OfficeInUse, Team  # noqa: PLC0415

    OfficeInUse.objects.get_or_create(defaults={"slug": "hertfordshire"})
    team, _ = Team.objects.get_or_create(slug="front", defaults={"kind": "front", "name_en": "Front", "name_cy": "Blaen"})
    given = {"clocks": clocks, "due": due, "at": AT, "team": team.pk}
    with connection.cursor() as cursor:
        for statement in statements():
            cursor.execute(statement, given)
        cursor.execute("ANALYZE")
