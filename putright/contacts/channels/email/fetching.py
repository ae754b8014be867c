"""One round at the mailbox: keep what is new, then move it to the archive folder. In this order, so that whatever dies
in between, a message is in the mailbox or kept here, or both; and what is both is known by its number."""

import time
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from gateways import mailbox

from .actions import Came, keep
from .models import Arrival, Box

AT_MOST = 200  # messages in one round: others wait for the worker too
SECONDS = 20.0  # well inside a worker's lease
TOGETHER = 25  # moved to the archive in one step


def fetch(*, at: datetime) -> int:
    """Read the mailbox once; how many messages were kept. Trouble is written down, and the next round tries again."""
    kept, more, trouble = 0, False, ""
    try:
        with mailbox.opened(settings.IMAP) as box:
            kept, more = _empty(box, at)
    except mailbox.Unreachable as problem:
        trouble = str(problem)[:2000]
    state, _made = Box.objects.get_or_create(only=True)
    state.rounds, state.asked_at, state.more, state.trouble = state.rounds + 1, at, more, trouble
    state.good_at = state.good_at if trouble else at
    state.save()
    return kept


def _empty(box: mailbox.Mailbox, at: datetime) -> tuple[int, bool]:
    """(how many were kept, whether some are left). Messages known from before are only moved."""
    uids, until, number, done = box.uids(), time.monotonic() + SECONDS, 0, []
    known = _known(box, uids)
    for uid in uids:
        if uid not in known:
            if number >= AT_MOST or time.monotonic() > until:
                break
            if (found := box.fetch(uid)) is None:
                continue  # another worker was quicker
            arrived = found.arrived_at or at
            keep(Came(found.content, "imap", arrived, found.whole, box.name, box.validity, uid), at=at)
            number += 1
        done.append(uid)
        if len(done) == TOGETHER:
            box.archive(done)
            done = []
    box.archive(done)
    return number, number >= AT_MOST or time.monotonic() > until


def _known(box: mailbox.Mailbox, uids: Iterable[int]) -> set[int]:
    wanted, found = sorted(uids), set[int]()
    for start in range(0, len(wanted), 500):
        some = Arrival.objects.filter(way="imap", box=box.name, validity=box.validity, uid__in=wanted[start : start + 500])
        found |= set(some.values_list("uid", flat=True))
    return found
