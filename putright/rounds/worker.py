"""Going round: ask every room what it owes, claim each piece, do it, mark it done."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from . import claims, house
from .models import Pulse

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Round:
    """What one round did."""

    done: int
    failed: int
    owed: int


def go_round(now: Clock, *, worker: str, limit: int = 200) -> Round:
    """Do up to `limit` pieces of owed work from each room. `now` is asked afresh for each piece: leases are real time.

    Trouble with one piece is kept on its claim and logged, and never stops the rest."""
    done = failed = seen = 0
    oldest: datetime | None = None
    for key, since in list(house.owed(now(), limit=limit)):
        seen += 1
        oldest = min(filter(None, [oldest, since]))
        outcome = do_one(key, now)
        done += outcome is True
        failed += outcome is False
    left = seen - done
    values = {"at": now(), "owed": left, "oldest_owed_at": oldest if left else None}
    Pulse.objects.update_or_create(worker=worker, defaults=values)
    return Round(done, failed, left)


def do_one(key: str, now: Clock) -> bool | None:
    """True when done here, False when it failed, None when another worker has it."""
    fence = claims.take(key, at=now())
    if fence is None:
        return None
    try:
        house.room_of(key).fulfil(key, at=now())
    except Exception as problem:
        log.exception("Owed work %s failed and will be tried again", key)
        claims.failed(key, fence, repr(problem), at=now())
        return False
    claims.done(key, fence, at=now())
    return True
