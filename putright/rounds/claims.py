"""Claim first, act, mark done. A worker that dies holds a lease that runs out, and another takes the work over."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from .models import Claim

LEASE = timedelta(seconds=60)
AGAIN_AFTER = timedelta(minutes=2)  # times the number of attempts, up to an hour
KEPT = timedelta(days=1)  # how long a finished claim is kept; a room that still owes it then is asked again


def take(key: str, *, at: datetime, lease: timedelta = LEASE) -> int | None:
    """Claim a piece of work. Returns the fence number, or None when another worker has it or it is done."""
    try:
        with transaction.atomic():
            return Claim.objects.create(key=key, leased_until=at + lease).fence
    except IntegrityError:  # somebody claimed it before: theirs still, done, or theirs no more
        pass
    with transaction.atomic():
        claim = Claim.objects.select_for_update().filter(key=key, done_at=None, leased_until__lte=at).first()
        if claim is None:
            return None
        claim.fence, claim.attempts, claim.leased_until = claim.fence + 1, claim.attempts + 1, at + lease
        claim.save()
        return claim.fence


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
