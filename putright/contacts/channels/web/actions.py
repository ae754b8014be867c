"""Sending the public form."""

from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction

from putright.codes.asked.boxes import answered
from putright.codes.asked.queries import all_questions
from putright.contacts.actions import receive
from putright.contacts.models import Contact, Draft
from putright.contacts.said import Said
from putright.documents.actions import file_with
from putright.law.calendar import day_of
from putright.people.actions import represent
from putright.people.models import Handler, Representation
from putright.people.queries import speaks_for

from .ringing import rung

Given = dict[str, Any]


class Sent(NamedTuple):
    """The contact, and who wrote it for somebody else."""

    contact: Contact
    speaker: Representation | None


PERSON = ("name", "language", "email", "phone", "address", "postcode", "prefers", "adjustments")


@transaction.atomic(savepoint=False)  # a form that cannot be sent undoes all that goes with it
def send(draft: Draft, given: Given, *, by: Handler | None = None, at: datetime) -> Sent:
    """Send a finished form: the contact, its file and its event, whoever speaks for them, and the draft emptied.

    `given` are the checked answers. A form already sent changes nothing and gives the contact it made: the draft's
    key is the contact's, and only one sender can mark the draft.
    Law: somebody may complain for another who agreed in writing (PRA 2002 s.12(6)); we note that they say so, unseen."""
    Draft.objects.select_for_update().get(pk=draft.pk)  # `file_late` waits for it, or is seen by it
    if given.get("ring_phone"):
        given = rung(given, draft.language)
    writer = details_of(given)
    for_another = given.get("consent") == "yes"
    about = {"name": given["their_name"], "language": writer["language"]} if for_another else writer
    asked = all_questions().of(given["topic"], day_of(at)) if given.get("topic") else ()
    said = replace(said_in(draft.key, given, draft.language), answers=answered(asked, given))
    contact = receive(said, about, by=by, at=at)
    first = Draft.objects.filter(pk=draft.pk, sent=None).update(sent=contact, answers={})
    if not for_another or contact.person is None:
        return Sent(contact, None)
    if not first:
        return Sent(contact, speaks_for(contact.person))
    return Sent(contact, represent(contact.person, writer, given.get("capacity", ""), by=by, at=at))


@transaction.atomic
def file_late(draft: Draft, *, by: Handler | None = None, at: datetime) -> None:
    """Files that were on their way while the form was sent from another tab go where it went, and are not swept away."""
    sent = Draft.objects.select_for_update(of=("self",)).select_related("sent__case").filter(pk=draft.pk).first()
    if sent and sent.sent:
        file_with(sent.key, sent.sent.case, by=by, at=at)


def said_in(key: UUID, given: Given, language: str) -> Said:
    names = (
        "words",
        "kind",
        "topic",
        "wants",
        "about",
        "happened_on",
        "happened_words",
        "place",
        "crime_reference",
        "heard_from",
        "came_by",
        "came_from",
    )
    told = {name: given[name] for name in names if given.get(name)}
    return Said(key=key, channel="web", language=given.get("language") or language, **told)


def details_of(given: Given) -> Given:
    """The writer, as `people.actions.note_person` takes them."""
    safe: Given = {rule: True for rule in given.get("avoid") or ()}
    safe |= {name: given[name] for name in ("not_before", "not_after", "note") if given.get(name)}
    details = {name: given.get(name) or "" for name in PERSON}
    anonymous = given.get("teller") == "anonymous"
    return details | {"anonymous": anonymous, "safe_contact": safe, "at_risk": given.get("danger") == "yes"}
