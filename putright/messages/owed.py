"""What this room owes unasked.

- `messages:send:<pk>` (and `:<n>` when a person asked for it to be offered again): a message waits to go.
- `messages:back:<pk>:<moment>`: one came back.
- `messages:blank:<pk>`: addresses nobody needs any more are forgotten, from that one on."""

from collections.abc import Iterator
from datetime import datetime

from . import queries, rules
from .actions import blank, came_back
from .models import Message
from .sending import send

PREFIX = "messages:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Four queries, however many messages there are."""
    for one in queries.waiting_to_go(limit, at=at):
        yield f"{PREFIX}send:{one.pk}" + (f":{one.again}" if one.again else ""), one.goes_at
    for pk, since in queries.came_back(limit, at=at):
        yield f"{PREFIX}back:{pk}:{int(since.timestamp())}", since
    oldest = queries.to_blank(at).only("pk", "state_at").first()
    if oldest:
        yield f"{PREFIX}blank:{oldest.pk}", oldest.state_at + rules.KEPT


def fulfil(key: str, *, at: datetime) -> None:
    """Do what the key names; done three times it has one effect. Raises post.Later where nobody answered."""
    _, what, rest = key.split(":", 2)
    if what == "send":
        send(int(rest.split(":")[0]), at=at)
    elif what == "back":
        came_back(Message.objects.only("pk").get(pk=int(rest.split(":")[0])), at=at)
    else:
        blank(at=at)
