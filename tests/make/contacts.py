"""Makers of contacts."""

from datetime import datetime
from uuid import uuid4

from putright.cases.models import Case
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.people.models import Handler, Person

from .people import AT

WORDS = "The officer was curt with me and nobody has told me what happened about my burglary."


def said(**details: object) -> Said:
    return Said(**{"key": uuid4(), "channel": "web", "words": WORDS, "language": "en", **details})


def contact(
    person: Person | None = None, *, by: Handler | None = None, at: datetime = AT, joins: Case | None = None, **details: object
) -> Contact:
    return receive(said(**details), person, by=by, at=at, joins=joins)
