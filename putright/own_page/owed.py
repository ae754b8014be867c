"""What this room owes unasked: links and codes to be sent, and word to the address somebody had before.

- `own_page:link:<pk>`: a link somebody asked for; sent only where there is somebody to send it to.
- `own_page:change:<pk>`: the code to a new email address, number or postal address.
- `own_page:old:<pk>`: a neutral note to where they were reached before."""

from collections.abc import Iterator
from datetime import datetime

from django.db import IntegrityError, transaction

from gateways import notify, post
from putright.law.calendar import day_of
from putright.letters.actions import write_letter
from putright.letters.addressee import NEW, reach_of
from putright.letters.queries import is_written
from putright.outbox.queries import text_template
from putright.outbox.rules import may_be_texted, safe_now

from . import changes, links, notes
from .models import Change, Link
from .rules import LINK_LASTS

PREFIX = "own_page:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Three queries."""
    for link in Link.objects.filter(looked_at=None).only("pk", "asked_at").order_by("asked_at")[:limit]:
        yield f"{PREFIX}link:{link.pk}", link.asked_at
    new = Change.objects.filter(told_at=None, done_at=None, ended_at=None)
    for change in new.only("pk", "asked_at").order_by("asked_at")[:limit]:
        yield f"{PREFIX}change:{change.pk}", change.asked_at
    for change in Change.objects.filter(old_told_at=None).only("pk", "asked_at").order_by("asked_at")[:limit]:
        yield f"{PREFIX}old:{change.pk}", change.asked_at


def fulfil(key: str, *, at: datetime) -> None:
    """Done three times it has one effect in our record; what it sends has the same message id each time."""
    _prefix, what, number = key.split(":")
    {"link": _link, "change": _change, "old": _old}[what](int(number), at=at)


def _link(pk: int, *, at: datetime) -> None:
    links.prune(at=at)
    link = Link.objects.filter(pk=pk, looked_at=None).first()
    if link is None:
        return
    held = links.whose(link, at=at) if at - link.asked_at < LINK_LASTS else None
    if held and not changes.emailing_is_unsafe(held.person):
        with transaction.atomic():  # the link opens from before it is sent
            Link.objects.filter(pk=pk).update(held=held)
        _offer(notes.link(link, links.secret_of(link.salt), held.person, at=at))
    Link.objects.filter(pk=pk).update(looked_at=at)


def _change(pk: int, *, at: datetime) -> None:
    """The code, by the way that the new details are for. One that cannot be sent so waits for a handler."""
    found = Change.objects.select_related("held__person", "held__case").filter(pk=pk, told_at=None).first()
    if found is None:
        return
    if changes.by_code(found, at=at):
        {"email": _by_email, "phone": _by_text, "address": _by_post}[found.field](found, at=at)
    Change.objects.filter(pk=pk).update(told_at=at)


def _by_email(change: Change, *, at: datetime) -> None:
    _offer(notes.code(change, changes.code_of(change), at=at))


def _by_text(change: Change, *, at: datetime) -> None:
    _text(f"code-{change.salt}", change.value, notes.code_text(change, changes.code_of(change)), at=at)


def _by_post(change: Change, *, at: datetime) -> None:
    """A letter to the new address. Its code is put in as it is printed, and stands nowhere else (letters/page_code.py)."""
    to = {"to": f"{NEW}:{change.held.person_id}", "to_address": change.value, "to_check": change.salt}
    _letter(change, "address_check", to, f"{PREFIX}change:{change.pk}", at=at)


def _old(pk: int, *, at: datetime) -> None:
    """Word to where they were reached before, by a way that is safe: by email and text, or, where there is neither, a letter."""
    found = Change.objects.select_related("held__person", "held__case").filter(pk=pk, old_told_at=None).first()
    if found is None:
        return
    reach, told = reach_of(found.held.person), False
    email = found.before if found.field == "email" else found.held.person.email
    phone = found.before if found.field == "phone" else found.held.person.phone
    if email and not reach.refuses("no_email"):
        _offer(notes.old_address(found, email, at=at))
        told = True
    if may_be_texted(reach, phone) and changes.texts_are_sent(at) and (found.field == "phone" or not told):
        if not safe_now(reach, at):
            raise post.Later("they asked not to be reached at this hour")
        _text(f"old-{found.salt}", phone, notes.old_number(found), at=at)
        told = True
    if not told and found.field == "address" and found.before and not reach.refuses("no_post"):
        to = {"to": f"{NEW}:{found.held.person_id}", "to_address": _whole(found)}
        _letter(found, "details_changed", to, f"{PREFIX}old:{pk}", at=at)
    Change.objects.filter(pk=pk).update(old_told_at=at)


def _whole(change: Change) -> str:
    """The address they had, with its postcode while it is still the one we use."""
    person = change.held.person
    return "\n".join(filter(None, (change.before, person.postcode if person.address == change.before else "")))


def _letter(change: Change, kind: str, to: dict[str, str], key: str, *, at: datetime) -> None:
    if is_written(key):
        return
    try:
        with transaction.atomic():
            write_letter(change.held.case, kind, to, by=None, at=at, owed_key=key)
    except IntegrityError:
        if not is_written(key):
            raise


def _text(reference: str, number: str, words: str, *, at: datetime) -> None:
    """Once under one reference: the service is asked for it before it is offered. Later stays owed."""
    service = notify.notify()
    if service is None:
        raise post.Later("there is no key for GOV.UK Notify")
    try:
        if service.find(reference, at=at) is None:
            service.text(number, words, reference, text_template(day_of(at)), at=at)
    except post.Refused:
        return  # no number that can be texted: a handler checks it


def _offer(parcel: post.Parcel) -> None:
    """Later stays owed. Refused or in doubt: they ask again, for a link or a code is worth nothing an hour later."""
    try:
        post.post().send(parcel)
    except (post.Refused, post.Uncertain):
        return
