"""New contact details: written down, checked, and only then used. The address they had is told, in neutral words."""

import hmac
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from gateways import notify
from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.law.calendar import day_of
from putright.letters.addressee import reach_of
from putright.outbox.queries import text_template
from putright.outbox.rules import may_be_texted
from putright.passes import codes
from putright.people.actions import note_person
from putright.people.gates import check
from putright.people.models import Handler, Person
from putright.people.same import protection

from .links import pair
from .models import Change, Word
from .refusals import AlreadyDone, WrongCode
from .rules import CODE_LASTS, GUESSES, LETTER_LASTS
from .sittings import Visitor


@transaction.atomic
def ask(visitor: Visitor, field: str, value: str, *, at: datetime) -> Change:
    """Write down a new address or number. Nothing of ours uses it before it is checked: by a code sent to it by email, text or
    post, or by a handler. One asked for before and not checked is given up for it.

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
    return codes.figures(settings.SECRET_KEY, change.salt)


def by_code(change: Change, *, at: datetime) -> bool:
    """Is it checked by a code we send to it? Not by a way they said is not safe, nor by texts where this office sends none."""
    reach = reach_of(change.held.person)
    if change.field == "email":
        return not reach.refuses("no_email")
    if change.field == "phone":
        return may_be_texted(reach, change.value) and texts_are_sent(at)
    return not reach.refuses("no_post")


def texts_are_sent(at: datetime) -> bool:
    return notify.notify() is not None and bool(text_template(day_of(at)))


def emailing_is_unsafe(person: Person) -> bool:
    return bool(protection(person).safe_contact.get("no_email"))


def lasts(change: Change) -> timedelta:
    return LETTER_LASTS if change.field == "address" else CODE_LASTS


def confirm(change: Change, typed: str, *, at: datetime) -> None:
    """They typed the code that we sent there: it is theirs, and used from now.

    Refuses WrongCode: wrong, too old, or guessed at too often (a new one can be asked for). Event `new_details_used`."""
    figures = "".join(sign for sign in typed if sign.isdecimal())
    fresh = Change.objects.filter(
        pk=change.pk, done_at=None, ended_at=None, wrong__lt=GUESSES, asked_at__gt=at - lasts(change)
    )
    if not fresh.exists() or not by_code(change, at=at) or not hmac.compare_digest(figures, code_of(change)):
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
