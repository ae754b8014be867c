"""The force is asked again once its time to answer has run out.

- `learning:chase:<recommendation>:<number>`: it is time to ask again, for the first, second or third time. The email goes by the
  room `messages`."""

from collections.abc import Iterator
from datetime import datetime, time

from putright.law.calendar import LONDON, day_of

from . import queries, rules
from .actions.force import chase
from .models import Recommendation

PREFIX = "learning:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Two queries: the office's days, and who is late."""
    today, left = day_of(at), limit
    held = queries.wait(today)
    for pk, due, asked, last in queries.to_chase(today).values_list("pk", "due_on", "asked", "last"):
        if not left:
            break
        if rules.chase_due(due, day_of(last) if last else None, today, held):
            left -= 1
            yield f"{PREFIX}chase:{pk}:{asked + 1}", datetime.combine(due, time.max, LONDON)


def fulfil(key: str, *, at: datetime) -> None:
    """Ask again; done three times it has one effect."""
    _, _what, pk, number = key.split(":")
    chase(Recommendation.objects.only("pk").get(pk=int(pk)), int(number), at=at)
