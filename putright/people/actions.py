"""Writing down who somebody is."""

from datetime import datetime

from django.db import transaction

from .keys import keys
from .models import Handler, Officer, Person, Representation, SearchKey
from .queries import known
from .rules import fold, phone_key, postcode_key

DETAILS = frozenset(
    {"name", "anonymous", "language", "email", "phone", "address", "postcode", "prefers", "safe_contact", "adjustments",
     "at_risk", "born_on"}
)  # fmt: skip


def note_person(details: dict[str, object], *, at: datetime, person: Person | None = None) -> Person:
    """Write down a person, or what has changed about one. Anonymous people keep nothing that could identify them.

    Refuses (TypeError) a detail that is not one of DETAILS. Changes no case: the caller's action writes the event."""
    if unknown := details.keys() - DETAILS:
        raise TypeError(f"Not details of a person: {sorted(unknown)}")
    is_new = person is None
    person = person or Person(made_at=at)
    for field, value in details.items():
        setattr(person, field, value)
    if person.anonymous:
        person.name = person.email = person.phone = person.address = person.postcode = ""
        person.born_on = None
    person.name_key = fold(person.name)[:200]
    person.phone_key = phone_key(person.phone)
    person.postcode_key = postcode_key(person.postcode)
    with transaction.atomic(savepoint=False):
        person.save()
        _index(person, is_new=is_new)
    return person


def _index(person: Person, *, is_new: bool) -> None:
    """What the person can be found by, as they are written down now."""
    if not is_new:
        SearchKey.objects.filter(person=person).delete()
    SearchKey.objects.bulk_create([SearchKey(key=key, person=person) for key in sorted(keys(known(person)))])


def note_officer(**details: object) -> Officer:
    """Write down who is complained of, as far as it is known. Empty means not identified (CMR 2020 reg 43)."""
    officer = Officer(**details)
    officer.name_key = fold(officer.name)[:200]
    officer.save()
    return officer


@transaction.atomic(savepoint=False)
def represent(
    person: Person, representative: dict[str, object], capacity: str = "", *, by: Handler | None, at: datetime
) -> Representation:
    """Write down who speaks for a person. Their written consent is not yet seen: it must be able to be produced.

    Law: PRA 2002 s.12(6)(b). Changes no case: the caller's action writes the event."""
    speaker = note_person(representative, at=at)
    return Representation.objects.create(person=person, representative=speaker, capacity=capacity[:100])
