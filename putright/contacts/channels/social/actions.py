"""Writing down what was seen on social media."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from putright.cases.log import Line, write
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from . import rules
from .queries import need_not


@dataclass(frozen=True)
class Seen:
    """The contact as it would be received, who wrote it and where, and the answers: each yes, no or not_known."""

    said: Said
    link: str
    handle: str
    said_to_us: str
    wishes: str


@transaction.atomic
def note_seen(seen: Seen, person: dict[str, Any], *, by: Handler, at: datetime) -> Contact:
    """Write it down, with the answers to the question of passive dissatisfaction beside it, for triage.

    `person` is empty unless they asked us to get in touch: then nobody is owed a word. The same key again changes
    nothing. Refuses NothingSaid, NotAllowed by role. Law: PRA 2002 s.12(1); the default for a passive one is recalled."""
    check(by, "contacts.log")
    contact = receive(seen.said, person or None, by=by, at=at)
    if contact.entered_at != at:
        return contact  # the same form came twice
    holds = need_not(day_of(at)) is not None
    answers = {"said_to_us": seen.said_to_us, "wishes": seen.wishes,
               "passive": rules.is_passive(seen.said_to_us, seen.wishes, holds=holds)}  # fmt: skip
    facts = {"contact": contact.pk, **answers, "for_triage": dict(rules.for_triage(seen.said.kind, seen.wishes))}
    write(contact.case, Line("seen_on_social", at, by, "", facts, {"link": seen.link, "handle": seen.handle}))
    return contact
