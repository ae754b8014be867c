"""Claim first, act, mark done. A worker that dies holds a lease that runs out, and another takes the work over."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from .models import Claim

LEASE = timedelta(seconds=60)
AGAIN_AFTER = timedelta(minutes=2)  # times the number of attempts, up to an hour


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
    """Keep the trouble and try again later, longer each time."""
    claim = Claim.objects.filter(key=key, fence=fence, done_at=None).first()
    if claim:
        claim.trouble, claim.leased_until = trouble[:2000], at + min(AGAIN_AFTER * claim.attempts, timedelta(hours=1))
        claim.save(update_fields=["trouble", "leased_until"])
