"""Taking in what another system sent. The sending, its contact, its event and so its acknowledgement are one commit."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from putright.contacts.actions import receive
from putright.contacts.said import Said
from putright.law.calendar import day_of

from . import kinds
from .keys import keyed, secret_of
from .models import Sending, Token
from .queries import pace_of, secret_digest
from .refusals import OtherBody

ABOUT_THEM = ("name", "email", "phone", "address", "postcode", "prefers", "adjustments", "at_risk")
SAFE = ("no_phone", "no_voicemail", "no_email", "no_post", "not_before", "not_after", "note")


@dataclass(frozen=True)
class Taken:
    """A sending and the one secret by which its stage can be asked for; `again` when it had been sent before."""

    sending: Sending
    secret: str
    again: bool = False


def take_in(told: dict[str, object], token: Token, key: str, *, by: None = None, at: datetime) -> Taken:
    """Keep what was sent, as a contact at once, or in the slow lane when the token's minute is used up.

    The same key with the same content changes nothing and gives the same answer; of two at once the second waits for the
    first. Without a key every sending is a new one. Refuses OtherBody. Never refuses for coming too fast."""
    body = keyed(json.dumps(told, sort_keys=True))
    receipt = uuid4()
    try:
        with transaction.atomic():
            slow = pace_of(token, at=at).is_over
            made = Sending.objects.create(
                token=token, key_digest=keyed(key or receipt.hex), body_digest=body, receipt=receipt, sent_at=at, slow=slow,
                secret_digest=secret_digest(secret_of(receipt)), waiting=told,
            )  # fmt: skip
            Token.objects.filter(pk=token.pk).update(used_at=at)
            if not slow:
                _received(made, at=at)
            return Taken(made, secret_of(receipt))
    except IntegrityError:
        return _again(token, key, body)


def _again(token: Token, key: str, body: str) -> Taken:
    before = Sending.objects.select_related("contact__case").get(token=token, key_digest=keyed(key))
    if before.body_digest != body:
        raise OtherBody
    return Taken(before, secret_of(before.receipt), again=True)


@transaction.atomic
def bring_in(sending: Sending, *, by: None = None, at: datetime) -> None:
    """Make a contact of what waits in the slow lane, as of the moment it was sent. Done twice changes nothing."""
    held = Sending.objects.select_for_update().get(pk=sending.pk)
    if held.contact is None:
        _received(held, at=at)


def _received(sending: Sending, *, at: datetime) -> None:
    told = sending.waiting or {}
    said = said_in(told, sending.receipt, sending.sent_at)
    sending.contact = receive(said, details_of(told), by=None, at=at)
    sending.waiting = None
    sending.save(update_fields=["contact", "waiting"])


def said_in(told: dict[str, object], key: UUID, sent_at: datetime) -> Said:
    names = ("words", "kind", "wants", "about", "happened_words", "place", "crime_reference", "language")
    given: dict[str, Any] = {name: str(value) for name in names if (value := told.get(name))}
    day = told.get("happened_on")
    given |= kinds.given_in(told, day_of(sent_at))
    return Said(
        key=key, channel="web", received_at=sent_at, happened_on=date.fromisoformat(str(day)) if day else None, **given
    )


def details_of(told: dict[str, object]) -> dict[str, object] | None:
    """The person, as people.actions.note_person takes one; None when nothing is known of them."""
    person = told.get("person")
    if not isinstance(person, dict):
        return None
    details: dict[str, object] = {name: person[name] for name in ABOUT_THEM if person.get(name)}
    safe = {name: person[name] for name in SAFE if person.get(name)}
    return {**details, "safe_contact": safe, "language": told.get("language") or ""}
