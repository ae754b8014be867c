"""Opening and closing a counter, and telling something at it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from putright.cases.log import Line, write
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.people.gates import check
from putright.people.models import Handler

from . import rules
from .models import Counter, Told


@transaction.atomic
def open_counter(station: str, *, by: Handler, at: datetime) -> tuple[Counter, str]:
    """Open a counter for a station; its code is given to this one screen and not kept. Refuses NotAllowed by role."""
    check(by, "contacts.open_counter")
    code = rules.new_code()
    opened = Counter.objects.create(
        station=station, opened_by=by, code_digest=rules.digest(code), opened_at=at, ends_at=at + rules.OPEN_FOR
    )
    return opened, code


@transaction.atomic
def close_counter(counter: Counter, *, by: Handler, at: datetime) -> None:
    """Close it: from its next page on, that screen takes nothing more. Closing it again changes nothing."""
    check(by, "contacts.open_counter")
    Counter.objects.filter(pk=counter.pk, closed_at=None).update(closed_at=at)


@transaction.atomic
def tell(counter: Counter, said: Said, person: dict[str, Any], *, by: Handler | None = None, at: datetime) -> Contact:
    """Write down what somebody told at a counter, with its station. The same visit again gives the contact it made.

    Refuses NothingSaid. Nobody is signed in at a counter, so `by` is nobody."""
    contact = receive(said, person or None, by=by, at=at)
    if Told.objects.get_or_create(contact=contact, defaults={"counter": counter})[1]:
        write(contact.case, Line("told_at_counter", at, by, "", {"station": counter.station, "contact": contact.pk}))
    return contact
