"""The month over ten million contacts, on PostgreSQL, in five parts that may be done one after another.

    DATABASE_URL=postgres://... python -m bench.ten_million fill --contacts 10000000
    DATABASE_URL=postgres://... python -m bench.ten_million cases
    DATABASE_URL=postgres://... python -m bench.ten_million days
    DATABASE_URL=postgres://... python -m bench.ten_million month --times 3
    DATABASE_URL=postgres://... python -m bench.ten_million promises --at-once 200000

`fill` makes the same made-up office as bench.month with `--over year` (a contact opens a case; 46 in 100 are settled at once,
half of the rest are decided, told how it stands and put right), by the database's own random numbers: by Django it would take
hours. It adds people (one in two million, some in touch often), decisions, Welsh, topics and the telephone's calls. Logs are not
chained: hashes are empty, nothing here reads them. `cases` and `days` are the product's own `facts.keeping`, and can be
stopped and gone on with. `month` counts March 2026 as its page does, and compares what is kept with a full count. `promises`
compares what is kept of each case's promises with its log, a lot of cases at a time."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from time import perf_counter
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PUTRIGHT_MODE", "test")

AT = datetime(2026, 4, 1, 9, tzinfo=UTC)
FIRST = date(2025, 4, 1)
NEXT = "SELECT setval(pg_get_serial_sequence({}, 'id'), (SELECT max(id) FROM {}))"
TABLES = ("people_person", "cases_case", "cases_event", "contacts_contact", "triage_decision", "telephone_call")
STORY = """
CREATE UNLOGGED TABLE bench_story AS
SELECT n, received_at, settled, spoke, decided, sent, sent + interval '2 days' AS put_right, channel, kind, topic, person, cy, via
FROM (
  SELECT n, received_at, settled, channel, kind, topic, person, cy, via,
    CASE WHEN NOT settled THEN received_at + wait END AS spoke,
    CASE WHEN NOT settled AND decides THEN received_at + wait + interval '3 hours' END AS decided,
    CASE WHEN NOT settled AND decides THEN received_at + wait + days END AS sent
  FROM (
    SELECT n,
      timestamptz '2025-04-01 00:00+00' + floor(random() * 525600) * interval '1 minute' AS received_at,
      random() < 0.46 AS settled, random() < 0.5 AS decides,
      floor(1 + random() * 70) * interval '1 hour' AS wait, floor(5 + random() * 36) * interval '1 day' AS days,
      (array['phone', 'web', 'email', 'letter'])[1 + floor(random() * 4)] AS channel,
      (array['dissatisfaction', 'complaint', 'enquiry'])[1 + floor(random() * 3)] AS kind,
      (array['vehicle-recovery', 'fraud-journey', '', '', '', '', '', '', '', ''])[1 + floor(random() * 10)] AS topic,
      CASE WHEN random() < 0.001 THEN 1 + floor(random() * 300)
        WHEN random() < 0.9 THEN 1 + floor(random() * 2000000) END AS person,
      random() < 0.03 AS cy, random() < 0.02 AS via
    FROM generate_series(1, {contacts}) AS n
  ) AS rolled
) AS told
"""
EVENTS = """
INSERT INTO cases_event (case_id, seq, at, by_words, verb, facts, payload_digest, previous, hash)
SELECT n, seq, at, '', verb, facts, '', '', '' FROM bench_story, LATERAL (VALUES
  (1, received_at, 'received', jsonb_build_object('channel', channel, 'kind', kind, 'contact', n)),
  (2, CASE WHEN settled THEN received_at + interval '9 minutes' END, 'settled', jsonb '{{"reason": "informed.no-update"}}'),
  (2, spoke, 'spoke', jsonb '{{}}'),
  (3, decided, 'decided', jsonb '{{"route": "outside", "must_refer": false, "authority": "chief_officer"}}'),
  (4, sent, 'sent', jsonb '{{"kind": "update", "medium": "email"}}'),
  (5, put_right, 'put_right', jsonb '{{}}')
) AS lines (seq, at, verb, facts) WHERE at <= timestamptz '{at}'
"""
PARTS: tuple[tuple[str, str], ...] = (
    ("stories", STORY),
    (
        "people",
        "INSERT INTO people_person (id, name, name_key, anonymous, language, email, phone, phone_key, address, postcode,"
        " postcode_key, prefers, safe_contact, adjustments, at_risk, made_at)"
        " SELECT n, 'Person ' || n, 'person ' || n, false, 'en', '', '', '', '', '', '', '', '{{}}', '', false, '2025-04-01'"
        " FROM generate_series(1, 2000000) AS n",
    ),
    (
        "cases",
        "INSERT INTO cases_case (id, reference, stage, kind, restriction, language, summary, received_at, finished_at,"
        " version, imported, team_id, complainant_id)"
        " SELECT n, 'PR-' || lpad(n::text, 9, '0'), CASE WHEN settled OR put_right <= '{at}' THEN 'closed' ELSE 'received' END,"
        " 'dissatisfaction', 0, CASE WHEN cy THEN 'cy' ELSE 'en' END, 'words', received_at,"
        " CASE WHEN settled THEN received_at + interval '9 minutes' WHEN put_right <= '{at}' THEN put_right END, 1, false,"
        " {team}, person FROM bench_story",
    ),
    (
        "contacts",
        "INSERT INTO contacts_contact (id, key, case_id, person_id, channel, kind, topic, language, words, wants, about,"
        " happened_words, place, crime_reference, reason, heard_from, came_by, came_from, received_at, entered_at, settled_at,"
        " answer, via, to_look_over, source, source_id, by_id)"
        " SELECT n, lpad(to_hex(n), 32, '0')::uuid, n, person, channel, kind, topic, CASE WHEN cy THEN 'cy' ELSE 'en' END,"
        " 'They never rang me back.', '', '', '', '', '', 'informed.no-update', '', '', '', received_at,"
        " received_at + CASE WHEN via THEN interval '30 hours' ELSE interval '0' END,"
        " CASE WHEN settled THEN received_at + interval '9 minutes' END, CASE WHEN settled THEN 'Rang them.' ELSE '' END,"
        " CASE WHEN via THEN 'local' ELSE '' END, false, '', '', {handler} FROM bench_story",
    ),
    ("events", EVENTS),
    (
        "decisions",
        "INSERT INTO triage_decision (case_id, number, at, by_id, facts, findings, route, must_refer, authority, differs,"
        " because, reason_recorded) SELECT n, 1, decided, {handler}, '{{}}', '{{}}', 'outside', false, 'chief_officer', false,"
        " '', '' FROM bench_story WHERE decided <= '{at}'",
    ),
    (
        "calls",
        "INSERT INTO telephone_call (exchange_id, key, number, number_key, withheld, option, offered_at, began_at, half_hour,"
        " answered_at, ended_at, last_at, outcome, wait, talk, extension, transferred_in, transferred_out, doubts)"
        " SELECT {exchange}, n, '', '', true, '3', received_at, received_at, date_bin('30 minutes', received_at, '2025-01-01'),"
        " CASE WHEN n % 9 > 0 THEN received_at + n % 70 * interval '1 second' END,"
        " received_at + interval '6 minutes',"
        " received_at + interval '6 minutes', CASE WHEN n % 9 > 0 THEN 'answered' ELSE 'abandoned' END, n % 70,"
        " CASE WHEN n % 9 > 0 THEN 300 END, '', '', '', false FROM bench_story WHERE channel = 'phone'",
    ),
)


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


@contextmanager
def timed(what: str) -> Iterator[None]:
    began = perf_counter()
    yield
    say(f"{what}: {perf_counter() - began:.2f} s, load {os.getloadavg()[0]:.1f}")


def fill(options: argparse.Namespace) -> None:
    """Refuses a database that is not empty."""
    from django.db import connection
    from psycopg import sql

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_case")
        if cursor.fetchone() != (0,):
            raise SystemExit("The database is not empty.")
        places = {**people(), "contacts": options.contacts, "at": AT.isoformat()}
        cursor.execute("SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SELECT setseed(0.2019)")
        again = without_indexes(cursor)
        for what, words in PARTS:
            with timed(what):
                cursor.execute(words.format(**places))
        with timed("indexes"):
            for words in again:
                cursor.execute(words)
        cursor.execute("SET session_replication_role = DEFAULT; DROP TABLE bench_story")
        for table in TABLES:
            cursor.execute(sql.SQL(NEXT).format(sql.Literal(table), sql.Identifier(table)))
        with timed("analyse"):
            cursor.execute("ANALYZE")


def people() -> dict[str, Any]:
    """A team, somebody in it and an exchange: their numbers."""
    from django.contrib.auth import get_user_model

    from putright.contacts.channels.telephone.models import Exchange
    from putright.people.models import Handler, OfficeInUse, Team

    OfficeInUse.objects.create(slug="essex")
    team = Team.objects.create(slug="front", name_en="Front", name_cy="Blaen", kind="front")
    user = get_user_model().objects.create_user("bench")
    handler = Handler.objects.create(user=user, name="Bench", team=team, role="supervisor")
    exchange = Exchange.objects.create(slug="bench", name="Bench", made_at=AT, made_by=handler)
    return {"team": team.pk, "handler": handler.pk, "exchange": exchange.pk}


def without_indexes(cursor: Any) -> list[str]:
    """Take away the constraints and indexes of the big tables but their primary keys; how each is made again."""
    cursor.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'u' AND conrelid::regclass::text = ANY(%s)", [list(TABLES)],
    )  # fmt: skip
    again = []
    for table, name, words in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        again.append(f"ALTER TABLE {table} ADD CONSTRAINT {name} {words}")
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname NOT LIKE '%%pkey'", [list(TABLES)]
    )
    for name, words in cursor.fetchall():
        cursor.execute(f"DROP INDEX {name}")
        again.append(words)
    return again


def cases(options: argparse.Namespace) -> None:
    """Begin anew unless it was begun, then read the cases as the rounds do, only more at a time."""
    from putright.facts import keeping
    from putright.facts.models import Mark
    from putright.people.queries import office

    if not keeping.began(office()):
        with timed("begin"):
            keeping.begin(office(), AT)
    began, done = perf_counter(), 0
    while taken := keeping.read_cases(office(), AT, limit=options.at_once):
        done += taken
        if done % (options.at_once * 20) < options.at_once:
            say(f"{done:,} cases read in {perf_counter() - began:.0f} s, load {os.getloadavg()[0]:.1f}")
    say(f"{done:,} cases read in {perf_counter() - began:.0f} s; {Mark.objects.count():,} marks left")


def days(options: argparse.Namespace) -> None:
    """Count the days, the newest first, then those that are marked."""
    from putright.facts import keeping
    from putright.facts.months import between
    from putright.people.queries import office

    wanted = sorted(between(options.since, date(2026, 3, 31)), reverse=True)
    with timed(f"{len(wanted)} days"):
        keeping.keep_days(wanted, office(), AT)
    with timed("marked days"):
        while keeping.take_marks(office(), AT):
            pass


def month(options: argparse.Namespace) -> None:
    from django.db import connection

    from bench.month import timings
    from putright.cases.models import Case
    from putright.contacts.models import Contact
    from putright.facts.models import Kept, Mark

    say(f"{Contact.objects.count():,} contacts, {Case.objects.count():,} cases in the database; {Kept.objects.count()} days"
        f" kept, {Mark.objects.count():,} marks")  # fmt: skip
    for what, seconds in timings(options.times):
        say(f"{what}: {seconds:.2f} s, load {os.getloadavg()[0]:.1f}")
    if options.compare:
        compare()
    say(f"Python {platform.python_version()}, {connection.vendor} {connection.pg_version}, {os.cpu_count()} cores")


def compare() -> None:
    """The figures of March as they are kept against the same counted from every row: the days in one query, the promises from
    every log."""
    from putright.facts import kept
    from putright.facts.fallen import Quick
    from putright.facts.keeping import scope_of
    from putright.facts.measures import MEASURES
    from putright.facts.months import Month
    from putright.facts.reckoning import Reckoning
    from putright.facts.rows import counted
    from putright.people.queries import office

    scope = scope_of(date(2026, 3, 1), office(), AT)
    had = {key: dict(parts) for key, parts in kept.counts(scope, MEASURES).items()}
    with timed("every row of the month counted"):
        has = {key: dict(parts) for key, parts in counted(kept.stored(scope, MEASURES)).items()}
    say(f"{sum(map(len, has.values()))} figures, {sum(had[key] != has[key] for key in has)} measures differ")
    quick, full = Quick(Month(2026, 3), office(), AT), Reckoning(Month(2026, 3), office(), AT)
    with timed("every log of the month read"):
        same = quick.fates == full.fates, quick.reached == full.reached
    say(f"{sum(full.fates.values()):,} promises and {full.reached[0]:,} first contacts; the same: {same}")


def promises(options: argparse.Namespace) -> None:
    """The promises and first contacts of March as they are kept against every log read, `--at-once` cases at a time: no more is
    held than those. `--since-case` goes on where it was stopped; `--every 10` looks at each tenth lot only."""
    from django.db.models import Max

    from putright.cases.models import Case

    last, differ, seen = Case.objects.aggregate(last=Max("pk"))["last"] or 0, 0, [0, 0]
    for number, first in enumerate(range(options.since_case, last + 1, options.at_once)):
        if number % options.every:
            continue
        had, has = lot(first, first + options.at_once)
        differ += had != has
        seen = [one + len(more) for one, more in zip(seen, has, strict=True)]
        say(f"cases {first:,} to {min(first + options.at_once - 1, last):,}: {len(has[0]):,} promises, {len(has[1]):,} first"
            f" contacts; the same: {had == has}")  # fmt: skip
    say(f"{seen[0]:,} promises and {seen[1]:,} first contacts compared, row by row; {differ} lots differ")


def lot(first: int, end: int) -> tuple[list[list[Any]], list[list[Any]]]:
    """What is kept of the cases from `first` until before `end`, and what their logs say: rows of both in one order."""
    from putright.cases.models import Case
    from putright.facts import marks
    from putright.facts.fallen import OPEN
    from putright.facts.models import Fell, Reached
    from putright.facts.months import Month
    from putright.facts.reckoning import MISSED, Reckoning
    from putright.people.queries import office

    month = Month(2026, 3)
    here = {"file__gte": first, "file__lt": end}
    fell = Fell.objects.filter(due_at__gte=month.start, due_at__lt=month.end, **here).exclude(fate=OPEN, due_at__gte=AT)
    rows = fell.exclude(file__in=marks.cases()).values_list("file", "promise", "due_at", "fate")
    reached = Reached.objects.filter(at__gte=month.start, at__lt=month.end, **here).exclude(file__in=marks.cases())
    cases = Case.objects.filter(pk__gte=first, pk__lt=end).exclude(pk__in=marks.cases())
    full = Reckoning(month, office(), AT, only=cases.values("pk"))
    kept = sorted((*row[:3], MISSED if row[3] == OPEN else row[3]) for row in rows)
    had = [kept, sorted(reached.values_list("file", "at", "days"))]
    return had, [sorted(tuple(one) for one in full.fell), sorted(tuple(one) for one in full.contacted)]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("part", choices=("fill", "cases", "days", "month", "promises"))
    asked.add_argument("--contacts", type=int, default=10_000_000)
    asked.add_argument("--at-once", type=int, default=20_000)
    asked.add_argument("--since", type=date.fromisoformat, default=FIRST)
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--since-case", type=int, default=1)
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--compare", action="store_true")
    options = asked.parse_args()

    import django

    django.setup()
    parts: dict[str, Callable[[argparse.Namespace], None]] = {
        "fill": fill, "cases": cases, "days": days, "month": month, "promises": promises,
    }  # fmt: skip
    parts[options.part](options)


if __name__ == "__main__":
    main()
