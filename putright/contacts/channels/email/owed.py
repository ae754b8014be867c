"""What this way in owes unasked.

- `email:fetch:<round>`: the mailbox read once a minute, and at once again while there is more in it.
- `email:read:<number>`: each kept message read and put where it belongs."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings

from . import queries
from .actions import place
from .fetching import fetch
from .models import Message

PREFIX = "email:"
EVERY = timedelta(minutes=1)


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """The mailbox when it is due, and up to `limit` messages to be read. Two queries; one where no mailbox is read."""
    if settings.IMAP:
        box = queries.box()
        since = at if box is None or box.asked_at is None or box.more else box.asked_at + EVERY
        if since <= at:
            yield f"{PREFIX}fetch:{box.rounds if box else 0}", since
    for number, came in queries.unread(limit).values_list("message_id", "came_at"):
        yield f"{PREFIX}read:{number}", came


def fulfil(key: str, *, at: datetime) -> None:
    """Do what the key names; done three times it has one effect."""
    _, what, number = key.split(":")
    if what == "fetch":
        fetch(at=at)
    else:
        place(Message.objects.select_related("reading").get(pk=int(number)), at=at)
