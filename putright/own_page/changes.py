"""New contact details: written down, checked, and only then used. The address they had is told, in neutral words."""

import hmac
import secrets
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.db.models import F

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.people.actions import note_person
from putright.people.gates import check
from putright.people.models import Handler, Person
from putright.people.same import protection

from .links import pair
from .models import Change, Word
from .refusals import AlreadyDone, WrongCode
from .rules import CODE_LASTS, GUESSES
from .sittings import Visitor


@transaction.atomic
def ask(visitor: Visitor, field: str, value: str, *, at: datetime) -> Change:
    """Write down a new address or number. Nothing of ours uses it before it is checked: an email address by a code sent to it,
    anything else by a handler. One asked for before and not checked is given up for it.

    Event `gave_new_details`: which, and never what."""
    case = locked(visitor.case)
    Change.objects.filter(held__person=visitor.person, field=field, done_at=None, ended_at=None).update(ended_at=at)
    before = getattr(visitor.person, field)
    made = Change.objects.create(
        held=visitor.held, field=field, value=value.strip(), before=before, salt=secrets.token_hex(16), asked_at=at
    )
    facts = {"change": made.pk, "field": field, "pass": visitor.held.pk, "person": visitor.person.pk}
    write(case, Line("gave_new_details", at, None, "complainant", facts))
    return made


def code_of(change: Change) -> str:
    """Six figures that only this server can make."""
    made = hmac.new(settings.SECRET_KEY.encode(), f"putright:new-details:{change.salt}".encode(), sha256).digest()
    return f"{int.from_bytes(made[:8]) % 1_000_000:06}"


def by_code(change: Change) -> bool:
    """Is it checked by a code we send to it? Not where they said that we must never email."""
    return change.field == "email" and not emailing_is_unsafe(change.held.person)


def emailing_is_unsafe(person: Person) -> bool:
    return bool(protection(person).safe_contact.get("no_email"))


def confirm(change: Change, typed: str, *, at: datetime) -> None:
    """They typed the code that we sent to the new address: it is theirs, and used from now.

    Refuses WrongCode: wrong, too old, or guessed at too often (a new one can be asked for). Event `new_details_used`."""
    figures = "".join(sign for sign in typed if sign.isdecimal())
    fresh = Change.objects.filter(
        pk=change.pk, done_at=None, ended_at=None, wrong__lt=GUESSES, asked_at__gt=at - CODE_LASTS
    )
    if not fresh.exists() or not by_code(change) or not hmac.compare_digest(figures, code_of(change)):
        Change.objects.filter(pk=change.pk).update(wrong=F("wrong") + 1)
        raise WrongCode
    with transaction.atomic():
        _use(change, by=None, at=at)


@transaction.atomic
def check_by_hand(change: Change, *, good: bool, by: Handler, at: datetime) -> None:
    """A handler rang the new number, or otherwise made sure; or found that it is not theirs, and it is not used.

    Events `new_details_used` or `new_details_refused`. Refuses AlreadyDone, NotAllowed by role."""
    check(by, "own_page.deal_with")
    if good:
        _use(change, by=by, at=at)
        return
    case = locked(change.held.case)
    if not Change.objects.filter(pk=change.pk, done_at=None, ended_at=None).update(ended_at=at, seen_by=by):
        raise AlreadyDone
    write(case, Line("new_details_refused", at, by, facts={"change": change.pk, "field": change.field}))


def _use(change: Change, *, by: Handler | None, at: datetime) -> None:
    case = locked(change.held.case)
    if not Change.objects.filter(pk=change.pk, done_at=None, ended_at=None).update(done_at=at, seen_by=by):
        raise AlreadyDone
    person = Person.objects.select_for_update().get(pk=change.held.person_id)
    note_person(_details(change), at=at, person=person)
    for word in Word.objects.filter(held__person=person).select_related("held__case"):
        Word.objects.filter(pk=word.pk).update(pair=pair(word.held.case.reference, person.email))
    facts = {"change": change.pk, "field": change.field, "person": person.pk}
    write(case, Line("new_details_used", at, by, "" if by else "complainant", facts))


def _details(change: Change) -> dict[str, object]:
    if change.field != "address":
        return {change.field: change.value}
    *lines, last = change.value.splitlines()
    return (
        {"address": "\n".join(lines), "postcode": last[:10]} if lines and len(last) <= 10 else {"address": change.value}
    )
