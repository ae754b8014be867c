"""What chats owe unasked: one whose visitor went away, or where nobody has written for an hour, is filed as a contact, so
that nothing anybody wrote waits in a chat that is over.

- `chat:file:<pk>`"""

from collections.abc import Iterator
from datetime import datetime

from . import actions, queries, rules
from .models import Chat

PREFIX = "chat:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Up to `limit` silent chats, the longest silent first. One query."""
    for chat in queries.silent(at=at, limit=limit):
        yield f"{PREFIX}file:{chat.pk}", min(chat.visitor_seen_at + rules.GONE, chat.spoken_at + rules.QUIET)


def fulfil(key: str, *, at: datetime) -> None:
    """File the chat, unless somebody has come back to it; done three times it has one effect."""
    actions.file_silent(Chat.objects.only("pk").get(pk=int(key.rpartition(":")[2])), at=at)
