"""Claim first, act, mark done. A worker that dies holds a lease that runs out, and another takes the work over."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from .models import Claim

LEASE = timedelta(seconds=60)
AGAIN_AFTER = timedelta(minutes=2)  # times the number of attempts, up to an hour
KEPT = timedelta(days=1)  # how long a finished claim is kept; a room that still owes it then is asked again


def take(key: str, *, at: datetime, lease: timedelta = LEASE) -> int | None:
    """Claim a piece of work. Returns the fence number, or None when another worker has it or it is done."""
    return take_several([key], at=at, lease=lease).get(key)


def take_several(keys: Sequence[str], *, at: datetime, lease: timedelta = LEASE) -> dict[str, int]:
    """Claim pieces of work in one transaction, or none when nobody may take any. Returns the fence number of each piece
    that is ours now; what another worker has, or what is done, is not among them."""
    known = {one.key: one for one in Claim.objects.filter(key__in=keys)}
    new = [key for key in keys if key not in known]
    if not new and not any(one.done_at is None and one.leased_until <= at for one in known.values()):
        return {}
    with transaction.atomic():
        return _new(new, at + lease) | _over(keys, at, at + lease)


def _new(keys: Sequence[str], until: datetime) -> dict[str, int]:
    """Those nobody ever claimed. When somebody was quicker with one of them, the rest are claimed one by one."""
    if not keys:
        return {}
    try:
        with transaction.atomic():
            Claim.objects.bulk_create([Claim(key=key, leased_until=until) for key in keys])
        return dict.fromkeys(keys, 1)
    except IntegrityError:  # it is theirs still, done, or theirs no more
        if len(keys) == 1:
            return {}
    return {key: fence for key in keys for fence in _new([key], until).values()}


def _over(keys: Sequence[str], at: datetime, until: datetime) -> dict[str, int]:
    """Those whose lease ran out, each under a higher fence."""
    left = Claim.objects.select_for_update().filter(key__in=keys, done_at=None, leased_until__lte=at).order_by("pk")
    taken = {}
    for claim in left:
        claim.fence, claim.attempts, claim.leased_until = claim.fence + 1, claim.attempts + 1, until
        claim.save()
        taken[claim.key] = claim.fence
    return taken


def renew(fences: Mapping[str, int], *, at: datetime, lease: timedelta = LEASE) -> dict[str, int]:
    """Begin the leases of our pieces anew. Returns those that are still ours."""
    with transaction.atomic():
        mine = Claim.objects.select_for_update().filter(key__in=fences, done_at=None).order_by("pk")
        ours = [one for one in mine if one.fence == fences[one.key]]
        Claim.objects.filter(pk__in=[one.pk for one in ours]).update(leased_until=at + lease)
    return {one.key: one.fence for one in ours}


def done(key: str, fence: int, *, at: datetime) -> bool:
    """Mark claimed work done. False when the claim was taken over meanwhile (a frozen worker that woke)."""
    return Claim.objects.filter(key=key, fence=fence, done_at=None).update(done_at=at, trouble="") == 1


def failed(key: str, fence: int, trouble: str, *, at: datetime) -> None:
    """Keep the trouble and try again later, longer each time. Refused, silently, to an old fence."""
    claim = Claim.objects.filter(key=key, fence=fence, done_at=None).first()
    if claim:
        again = at + min(AGAIN_AFTER * claim.attempts, timedelta(hours=1))
        mine = Claim.objects.filter(pk=claim.pk, fence=fence, done_at=None)
        mine.update(trouble=trouble.replace("\0", "")[:2000], leased_until=again)


def waiting(*, at: datetime) -> int:
    """How many pieces nobody may take now: in somebody's hands, or failed and waiting for their next try."""
    return Claim.objects.filter(done_at=None, leased_until__gt=at).count()


def prune(*, at: datetime) -> int:
    """Forget claims finished more than a day ago. Their keys are owed no longer, so nothing is done twice."""
    return Claim.objects.filter(done_at__lt=at - KEPT).delete()[0]
