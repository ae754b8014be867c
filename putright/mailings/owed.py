"""What this room owes unasked: thanks passed on to whoever was thanked, once a handler has written down who that is.

- `mailings:thanks:<reference>`: the officer and their supervisor are told, and the sender is told that they were (Dyfed-Powys
  decision of 20 October 2014). Where we know no address of theirs at work, it is on the work page of whoever has the case."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef

from putright.cases.queries import by_reference

from .actions import thank_unasked
from .owing import thanked, thanks_to_pass_on

PREFIX = "mailings:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """One query."""
    known = thanked().filter(case=OuterRef("pk"))
    for case in thanks_to_pass_on(at).filter(Exists(known)).only("reference", "received_at")[:limit]:
        yield f"{PREFIX}thanks:{case.reference}", case.received_at


def fulfil(key: str, *, at: datetime) -> None:
    """Done three times it has one effect."""
    thank_unasked(by_reference(key.split(":", 2)[2]), at=at)
