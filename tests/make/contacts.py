"""Makers of contacts."""

from datetime import datetime
from uuid import uuid4

from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.people.models import Handler, Person

from .people import AT

WORDS = "The officer was curt with me and nobody has told me what happened about my burglary."


def said(**details: object) -> Said:
    return Said(**{"key": uuid4(), "channel": "web", "words": WORDS, "language": "en", **details})


def contact(person: Person | None = None, *, by: Handler | None = None, at: datetime = AT, **details: object) -> Contact:
    kept = {name: details.pop(name) for name in ("settled", "joins", "received_at") if name in details}
    return receive(said(**details), person, by=by, at=at, **kept)
