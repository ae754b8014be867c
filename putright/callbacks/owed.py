"""Names are kept no longer than the office says: `callbacks:forget:<draw>`; and a file nobody drew from a week:
`callbacks:drop:<file>`."""

from collections.abc import Iterator
from datetime import datetime

from . import actions, queries
from .models import Batch, Given

PREFIX = "callbacks:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Three queries."""
    for what, found in (("forget", queries.to_forget(at)), ("drop", queries.to_drop(at))):
        for pk, since in found.values_list("pk", "at")[:limit]:
            yield f"{PREFIX}{what}:{pk}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Done three times it has one effect."""
    _room, what, pk = key.split(":")
    if what == "forget":
        actions.forget(Batch.objects.get(pk=int(pk)), at=at)
    elif given := Given.objects.filter(pk=int(pk)).first():
        actions.drop(given, at=at)
