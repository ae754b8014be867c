"""Going round: ask every room what it owes, claim each piece, do it, mark it done."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from putright.cases import once
from putright.contacts.lane import lane
from putright.words.queries import held

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


def go_round(now: Clock, *, worker: str, limit: int = 200, lease: timedelta = claims.LEASE) -> Round:
    """Do up to `limit` pieces of owed work from each room. `now` is asked afresh for each piece: leases are real time.

    Trouble with one piece is kept on its claim and logged, and never stops the rest: pieces nobody may take now are
    asked for on top of the limit, so that many failing ones cannot hide those behind them."""
    done = failed = seen = 0
    oldest: datetime | None = None
    with held():  # the words of letters are asked for once a round
        for key, since in list(house.owed(now(), limit=limit + claims.waiting(at=now()))):
            seen += 1
            outcome = do_one(key, now, lease=lease)
            done += outcome is True
            failed += outcome is False
            if outcome is not True:
                oldest = min(filter(None, [oldest, since]))
    left = seen - done
    if not seen:
        claims.prune(at=now())
        once.prune(at=now())
        lane.prune(at=now())
    Pulse.objects.update_or_create(worker=worker, defaults={"at": now(), "owed": left, "oldest_owed_at": oldest})
    return Round(done, failed, left)


def do_one(key: str, now: Clock, *, lease: timedelta = claims.LEASE) -> bool | None:
    """True when done here, False when it failed, None when another worker has it or took it over meanwhile."""
    fence = claims.take(key, at=now(), lease=lease)
    if fence is None:
        return None
    try:
        house.room_of(key).fulfil(key, at=now())
    except Exception as problem:
        log.exception("Owed work %s failed and will be tried again", key)
        claims.failed(key, fence, repr(problem), at=now())
        return False
    if claims.done(key, fence, at=now()):
        return True
    log.warning("Owed work %s took longer than its lease, and another worker took it over", key)
    return None
