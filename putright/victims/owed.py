"""A contact that asks for a victim's review opens one, as `victims:open:<contact>`; the victim is told that we have it and by
when they hear, as `victims:have:<review>` (ten working days, police VRR scheme); and who looks at it, where that was named after
they were told, as `victims:named:<review>:<seq>`. Done again, none changes anything."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import IntegrityError, transaction

from putright.contacts.models import Contact
from putright.letters.models import Letter
from putright.letters.queries import is_written

from . import queries
from .actions.opening import from_contact
from .actions.reviewing import acknowledge, say_who
from .models import Review

PREFIX = "victims:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Three queries."""
    for pk, since in queries.to_open(at).values_list("pk", "entered_at")[:limit]:
        yield f"{PREFIX}open:{pk}", since
    for pk, since in queries.to_acknowledge(at).values_list("pk", "opened_at")[:limit]:
        yield f"{PREFIX}have:{pk}", since
    for pk, seq, since in queries.to_name(at).values_list("pk", "seq", "given_at")[:limit]:
        yield f"{PREFIX}named:{pk}:{seq}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Raises PartMissing where a person must first add something: it stays owed."""
    _, what, number, *_seq = key.split(":")
    if what == "open":
        from_contact(Contact.objects.select_related("case").get(pk=int(number)), by=None, at=at)
        return
    waiting, tell = (queries.to_name, say_who) if what == "named" else (queries.to_acknowledge, acknowledge)
    review = waiting(at).filter(pk=int(number)).select_related("case").first()
    if review is not None:
        _once(tell, review, key, at)


def _once(tell: Callable[..., Letter], review: Review, key: str, at: datetime) -> None:
    try:
        with transaction.atomic():
            tell(review, by=None, at=at, owed_key=key)
    except IntegrityError:
        if not is_written(key):
            raise
