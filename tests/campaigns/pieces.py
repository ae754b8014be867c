"""A worker of the rounds campaign: the service's own `rounds` command, with one made-up room that owes pieces of work.

    python -m tests.campaigns.pieces BUILD --lease SECONDS --pause SECONDS

BUILD is `ours`, or one of the wrong builds that must lose or double work: `no_takeover` leaves a dead worker's claims
for ever; `done_first` marks a piece done before doing it; `no_claim` lets every worker do every piece.

The first worker to begin a piece named in `campaign_hold` stops in the middle of it and waits to be killed: so the kill
falls after the beginning and before the effect however slow the machine is."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from datetime import datetime

import django

PREFIX = "pieces:"
SECONDS = float(os.environ.get("PIECE_SECONDS", "0.3"))
TABLES = (
    "CREATE TABLE campaign_piece (key varchar(120) PRIMARY KEY, since varchar(40))",
    "CREATE TABLE campaign_start (key varchar(120), pid integer)",
    "CREATE TABLE campaign_effect (key varchar(120) PRIMARY KEY, pid integer)",
    "CREATE TABLE campaign_hold (key varchar(120) PRIMARY KEY, pid integer)",
)


def tell(sql: str, *values: object) -> int:
    """How many rows it changed."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, since FROM campaign_piece WHERE key NOT IN (SELECT key FROM campaign_effect) ORDER BY key LIMIT %s",
            [limit],
        )
        rows = cursor.fetchall()
    yield from [(key, datetime.fromisoformat(since)) for key, since in rows]


def fulfil(key: str, *, at: datetime) -> None:
    """Say that it began, take a while, leave its one effect."""
    tell("INSERT INTO campaign_start VALUES (%s, %s)", key, os.getpid())
    if tell("UPDATE campaign_hold SET pid = %s WHERE key = %s AND pid IS NULL", os.getpid(), key):
        while True:
            signal.pause()
    time.sleep(SECONDS)
    tell("INSERT INTO campaign_effect VALUES (%s, %s) ON CONFLICT DO NOTHING", key, os.getpid())


def spoil(build: str) -> None:
    """Make this worker a wrong one."""
    from django.db import IntegrityError

    from putright.rounds import claims
    from putright.rounds.models import Claim

    several = claims.take_several

    def no_takeover(key, *, at, lease):
        try:
            return Claim.objects.create(key=key, leased_until=at + lease).fence
        except IntegrityError:
            return None

    def done_first(key, *, at, lease):
        fence = several([key], at=at, lease=lease).get(key)
        if fence is not None:
            claims.done(key, fence, at=at)
        return fence

    def no_claim(key, *, at, lease):
        Claim.objects.get_or_create(key=key, defaults={"leased_until": at})
        return 1

    if build != "ours":
        take = {"no_takeover": no_takeover, "done_first": done_first, "no_claim": no_claim}[build]
        claims.take_several = lambda keys, *, at, lease: {
            key: fence for key in keys if (fence := take(key, at=at, lease=lease)) is not None
        }


def main(build: str, *arguments: str) -> None:
    django.setup()
    from django.core.management import call_command

    from putright.rounds import house

    spoil(build)
    house.ROOMS = (sys.modules[__name__],)
    call_command("rounds", *arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
