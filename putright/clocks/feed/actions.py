"""Giving oneself a secret calendar address; a new one ends the old."""

from datetime import datetime
from secrets import token_urlsafe

from django.db import transaction

from putright.people.gates import check
from putright.people.models import Handler

from ..models import Feed
from .queries import digest


@transaction.atomic
def give_feed(*, by: Handler, at: datetime) -> str:
    """A new address for one's own calendar: its secret, shown once and kept only by its digest. Refuses by role."""
    check(by, "clocks.feed")
    secret = token_urlsafe(32)
    Feed.objects.update_or_create(handler=by, defaults={"digest": digest(secret), "made_at": at})
    return secret


@transaction.atomic
def end_feed(*, by: Handler, at: datetime) -> None:
    """The address opens nothing from now. Refuses by role."""
    check(by, "clocks.feed")
    Feed.objects.filter(handler=by, made_at__lte=at).delete()
