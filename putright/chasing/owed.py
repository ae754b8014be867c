"""The ladder climbs by itself, one rung at a time and each once. Its messages go by the room `messages`.

- `chasing:climb:<allocation>:<rung>`: the days of that rung have gone by without an answer."""

from collections.abc import Iterator
from datetime import datetime

from putright.allocation.models import Allocation
from putright.law.calendar import day_of

from . import queries, rules
from .actions.outside import climb

PREFIX = "chasing:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Two queries: the ladder, and requests without an answer."""
    steps, left = queries.steps(day_of(at)), limit
    for pk, since, rung in queries.to_climb().values_list("pk", "at", "rung").iterator():
        if not left:
            break
        if rules.rung_due(since, at, steps) > rung:
            left -= 1
            yield f"{PREFIX}climb:{pk}:{rung + 1}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Climb that rung; done three times it has one effect."""
    _, _what, pk, rung = key.split(":")
    climb(Allocation.objects.select_related("case").get(pk=int(pk)), int(rung), at=at)
