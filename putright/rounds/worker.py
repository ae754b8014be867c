"""Going round: ask every room what it owes, claim each piece, do it, mark it done."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched

from gateways import post
from putright.cases import once
from putright.contacts.lane import lane
from putright.words.queries import held

from . import claims, house
from .models import Pulse

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
TOGETHER = 10  # pieces claimed at once: those of a worker that dies wait for its lease to end
WORN = 0.1  # of a lease: when so much of it is gone, it is begun anew before the next piece


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
    with held(), post.line():  # the words of letters are asked for once a round, and one line to the mail server serves it
        asked = list(house.owed(now(), limit=limit + claims.waiting(at=now())))
        for several in batched(asked, TOGETHER):
            outcomes = do_several([key for key, _ in several], now, lease=lease)
            for key, since in several:
                seen += 1
                done += outcomes[key] is True
                failed += outcomes[key] is False
                if outcomes[key] is not True:
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
    return do_several([key], now, lease=lease)[key]


def do_several(keys: Sequence[str], now: Clock, *, lease: timedelta = claims.LEASE) -> dict[str, bool | None]:
    """Claimed together, since a claim costs a write to the disk, and then done one by one: each begins with a lease that is
    nearly whole, and is marked done before the next."""
    taken = now()
    mine, outcomes = claims.take_several(keys, at=taken, lease=lease), dict[str, bool | None].fromkeys(keys)
    for key in keys:
        if key in mine and (began := now()) - taken > lease * WORN:
            mine, taken = claims.renew(mine, at=began, lease=lease), began
        if key in mine:
            outcomes[key] = _do(key, mine.pop(key), now)
    return outcomes


def _do(key: str, fence: int, now: Clock) -> bool | None:
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
