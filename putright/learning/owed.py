"""The force is asked again once its time to answer has run out.

- `learning:chase:<recommendation>:<number>`: it is time to ask again, for the first, second or third time.
- `learning:send:<chase>`: an email that waits to go."""

from collections.abc import Iterator
from datetime import datetime, time

from putright.law.calendar import LONDON, day_of

from . import queries, rules
from .actions.force import chase
from .models import Chase, Recommendation
from .sending import send

PREFIX = "learning:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Three queries: the office's days, who is late, and emails to go."""
    today, left = day_of(at), limit
    held = queries.wait(today)
    for pk, due, asked, last in queries.to_chase(today).values_list("pk", "due_on", "asked", "last"):
        if not left:
            break
        if rules.chase_due(due, day_of(last) if last else None, today, held):
            left -= 1
            yield f"{PREFIX}chase:{pk}:{asked + 1}", datetime.combine(due, time.max, LONDON)
    for row in queries.unsent(limit):
        yield f"{PREFIX}send:{row.pk}", row.at


def fulfil(key: str, *, at: datetime) -> None:
    """Ask again, or send that email; done three times it has one effect."""
    _, what, pk, *number = key.split(":")
    if what == "send":
        send(Chase.objects.only("pk").get(pk=int(pk)), at=at)
    else:
        chase(Recommendation.objects.only("pk").get(pk=int(pk)), int(number[0]), at=at)
