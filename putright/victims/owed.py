"""A contact that asks for a victim's review opens one, as `victims:open:<contact>`; done again it changes nothing."""

from collections.abc import Iterator
from datetime import datetime

from putright.contacts.models import Contact

from . import queries
from .actions.opening import from_contact

PREFIX = "victims:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    for pk, since in queries.to_open(at).values_list("pk", "entered_at")[:limit]:
        yield f"{PREFIX}open:{pk}", since


def fulfil(key: str, *, at: datetime) -> None:
    from_contact(Contact.objects.select_related("case").get(pk=int(key.rsplit(":", 1)[1])), by=None, at=at)
