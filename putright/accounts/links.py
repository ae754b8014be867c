"""Joining links: made when two people have agreed, used once by the newcomer, kept only by their digest."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction

from putright.people.models import Handler

from .history import write
from .models import JoiningLink
from .refusals import LinkSpent

LASTS = timedelta(days=3)


def make(handler: Handler, *, at: datetime) -> str:
    """A new joining link's secret. Any earlier one of theirs no longer works."""
    secret = token_urlsafe(24)
    JoiningLink.objects.filter(handler=handler, used_at=None).update(used_at=at)
    JoiningLink.objects.create(handler=handler, digest=digest(secret), until=at + LASTS)
    return secret


@transaction.atomic
def use(joining: JoiningLink, password: str, *, at: datetime) -> None:
    """The newcomer's own password, and the link spent. Their sign-in code is set by the page, in the same transaction.

    Refuses LinkSpent: used, out of time, or for somebody who has left."""
    held = JoiningLink.objects.select_for_update().get(pk=joining.pk)
    if held.used_at or held.until <= at or held.handler.left_on:
        raise LinkSpent
    JoiningLink.objects.filter(pk=held.pk).update(used_at=at)
    user = held.handler.user
    user.set_password(password)
    user.is_active = True
    user.save(update_fields=["password", "is_active"])
    write(held.handler, "joined", {}, asked_by=None, by=held.handler, at=at)


def digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
