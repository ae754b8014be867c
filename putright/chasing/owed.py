"""The ladder climbs by itself, one rung at a time and each once; and messages to those without an account go out.

- `chasing:climb:<allocation>:<rung>`: the days of that rung have gone by without an answer.
- `chasing:send:<message>`: an e-mail that waits to go."""

from collections.abc import Iterator
from datetime import datetime

from putright.allocation.models import Allocation
from putright.law.calendar import day_of

from . import queries, rules
from .actions.outside import climb
from .models import Message
from .sending import send

PREFIX = "chasing:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Three queries: the ladder, requests without an answer, and messages to go."""
    steps, left = queries.steps(day_of(at)), limit
    for pk, since, rung in queries.to_climb().values_list("pk", "at", "rung").iterator():
        if not left:
            break
        if rules.rung_due(since, at, steps) > rung:
            left -= 1
            yield f"{PREFIX}climb:{pk}:{rung + 1}", since
    for message in queries.unsent(limit):
        yield f"{PREFIX}send:{message.pk}", message.made_at


def fulfil(key: str, *, at: datetime) -> None:
    """Climb that rung, or send that message; done three times it has one effect."""
    _, what, pk, *rung = key.split(":")
    if what == "send":
        send(Message.objects.only("pk").get(pk=int(pk)), at=at)
    else:
        climb(Allocation.objects.select_related("case").get(pk=int(pk)), int(rung[0]), at=at)
