"""A team's reach ends when the case leaves it, also when that happened in a room before this one."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from . import queries, reach
from .models import Allocation

PREFIX = "allocation:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Allocations the case has left without an answer, as (key, when it was given), oldest first."""
    for pk, since in queries.left().order_by("at", "pk").values_list("pk", "at")[:limit]:
        yield f"{PREFIX}{pk}:end", since


@transaction.atomic
def fulfil(key: str, *, at: datetime) -> None:
    """End it and the reach that came with it; done again, it changes nothing."""
    reach.end(Allocation.objects.filter(pk=int(key.split(":")[1]), ended_at=None).first(), at=at)
