"""What this room owes unasked: a contact for everything that was taken in the slow lane (`systems:<number>`)."""

from collections.abc import Iterator
from datetime import datetime

from .actions import bring_in
from .models import Sending
from .queries import waiting

PREFIX = "systems:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """One query by an index that holds only what waits."""
    for sending in waiting(limit):
        yield f"{PREFIX}{sending.pk}", sending.sent_at


def fulfil(key: str, *, at: datetime) -> None:
    bring_in(Sending.objects.get(pk=int(key.removeprefix(PREFIX))), at=at)
