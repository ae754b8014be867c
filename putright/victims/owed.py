"""A contact that asks for a victim's review opens one, as `victims:open:<contact>`; and the victim is told that we have it and by
when they hear, as `victims:have:<review>` (ten working days, police VRR scheme). Done again, neither changes anything."""

from collections.abc import Iterator
from datetime import datetime

from django.db import IntegrityError, transaction

from putright.contacts.models import Contact
from putright.letters.queries import is_written

from . import queries
from .actions.opening import from_contact
from .actions.reviewing import acknowledge
from .models import Review

PREFIX = "victims:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Two queries."""
    for pk, since in queries.to_open(at).values_list("pk", "entered_at")[:limit]:
        yield f"{PREFIX}open:{pk}", since
    for pk, since in queries.to_acknowledge(at).values_list("pk", "opened_at")[:limit]:
        yield f"{PREFIX}have:{pk}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Raises PartMissing where a person must first add something: it stays owed."""
    _, what, number = key.split(":")
    if what == "open":
        from_contact(Contact.objects.select_related("case").get(pk=int(number)), by=None, at=at)
        return
    review = queries.to_acknowledge(at).filter(pk=int(number)).select_related("case").first()
    if review is not None:
        _say_that_we_have(review, key, at)


def _say_that_we_have(review: Review, key: str, at: datetime) -> None:
    try:
        with transaction.atomic():
            acknowledge(review, by=None, at=at, owed_key=key)
    except IntegrityError:
        if not is_written(key):
            raise
