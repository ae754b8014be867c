"""Sending one letter. Whoever carries it is spoken to outside any transaction: a slow one must not hold up the house.

The way of a letter: it is `made`; it is `going` from before the first word to its carrier; it is `sent` from after the
last. Killed in between, it is offered again under the same number; GOV.UK Notify is first asked whether it has it."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from gateways import notify, post
from putright.contacts.channels.email.addresses import address_for
from putright.documents import shelf
from putright.law.calendar import day_of
from putright.letters import guard, page_code
from putright.letters.addressee import reach_now
from putright.letters.drawn import is_large
from putright.letters.models import FAILED, GOING, MADE, STOPPED, UNCERTAIN, Letter
from putright.letters.queries import enclosed
from putright.letters.refusals import WrongCase
from putright.letters.rules import EMAIL, POST
from putright.paper import blocks

from . import queries, rules, words
from .actions import note_sent
from .models import InBatch, Notified


class Offer(NamedTuple):
    """A letter that is going; for GOV.UK Notify since when, and whether it may have been offered before."""

    since: Notified | None = None
    again: bool = False


def send(letter: Letter, *, at: datetime) -> None:
    """Send a letter that waits to go; one that does not is left alone, so doing it three times has one effect.

    Raises post.Later when nobody took it: it stays owed."""
    letter = Letter.objects.select_related("case", "person").get(pk=letter.pk)
    if letter.status not in (MADE, GOING) or printed_here(letter):
        return
    if trouble := why_not(letter, at=at):
        note_trouble(letter, *trouble)
        return
    offer = begin(letter, at=at)
    if offer is None:
        return
    try:
        taken = carry(letter, offer, at=at)
    except post.Refused as trouble:
        note_trouble(letter, FAILED, str(trouble))
    except post.Uncertain as trouble:
        note_trouble(letter, UNCERTAIN, str(trouble))
    else:
        note_taken(letter, taken, at=at)


def printed_here(letter: Letter) -> bool:
    """On paper, and not by GOV.UK Notify: what goes with it can only be printed here."""
    if letter.medium != POST:
        return False
    elsewhere = settings.NOTIFY_PRINTS and notify.notify() and not enclosed(letter)
    return not elsewhere or InBatch.objects.filter(letter=letter, left_out=False).exists()


def why_not(letter: Letter, *, at: datetime) -> tuple[str, str] | None:
    """What stops a letter now though it was right when it was written: its new state, and why."""
    try:
        guard.refuse_others(letter)
    except WrongCase:
        return STOPPED, words.OTHERS
    if any(not guard.may_go_with(letter, document) for document in enclosed(letter)):
        return STOPPED, words.OTHERS
    reach = reach_now(letter)
    if letter.medium != rules.TEXT:
        return None if rules.may_go(reach, letter.medium, letter.address) else (FAILED, words.CHANGED)
    phone = letter.person.phone if letter.person else ""
    if phone != letter.address or not rules.may_be_texted(reach, phone):
        return FAILED, words.CHANGED
    if not rules.safe_now(reach, at):
        raise post.Later("they asked not to be reached at this hour")
    return None if notify.notify() and queries.text_template(day_of(at)) else (FAILED, words.NO_SERVICE)


@transaction.atomic
def begin(letter: Letter, *, at: datetime) -> Offer | None:
    """From here it can no longer be pulled back. None when it no longer waits."""
    if not Letter.objects.filter(pk=letter.pk, status__in=(MADE, GOING)).update(status=GOING):
        return None
    if letter.medium == EMAIL:
        return Offer()
    reference = letter.message_id.strip("<>")
    known = {"reference": reference, "offered_at": at}
    since, new = Notified.objects.get_or_create(letter=letter, defaults=known)
    return Offer(since, again=not new)


def carry(letter: Letter, offer: Offer, *, at: datetime) -> notify.Taken | None:
    """Hand it to whoever carries it. Raises Later, Refused or Uncertain."""
    if offer.since is None:
        post.post().send(parcel(letter, at=at))
        return None
    service, reference = notify.notify(), offer.since.reference
    if service is None:
        raise post.Later("there is no key for GOV.UK Notify")
    if offer.again and (found := service.find(reference, at=at)):
        return found
    if at - offer.since.offered_at > rules.KNOWS_FOR:
        raise post.Uncertain(words.FORGOTTEN)
    if letter.medium == rules.TEXT:
        return service.text(letter.address, letter.body, reference, queries.text_template(day_of(at)), at=at)
    return service.paper(bytes(page_code.printed(letter).pdf or b""), reference, at=at)


@transaction.atomic
def note_taken(letter: Letter, taken: notify.Taken | None, *, at: datetime) -> None:
    """It was taken: our one record of it, and when to ask what became of it."""
    if taken:
        mine = Notified.objects.filter(letter=letter)
        look_at = rules.look_again(at, at)
        mine.update(number=taken.number, status=taken.status, look_at=look_at)
    note_sent(letter, by=None, at=at)


def note_trouble(letter: Letter, status: str, trouble: str) -> None:
    """It cannot go, or may have gone: a person sees it on the outbox and settles it. No event, for nothing was sent."""
    Letter.objects.filter(pk=letter.pk, status__in=(MADE, GOING)).update(status=status, trouble=trouble[:2000])


def parcel(letter: Letter, *, at: datetime) -> post.Parcel:
    languages = letter.values["passages"]
    return post.Parcel(
        message_id=letter.message_id, to=letter.address, subject=letter.subject, pdf=bytes(letter.pdf or b""),
        plain=blocks.plain(letter.body, languages), html=page(letter), pdf_name=f"{letter.case.reference}.pdf",
        languages=tuple(letter.language.split("+")), at=at, reply_to=address_for(letter.case, at=at),
        enclosed=tuple(files(letter)),
    )  # fmt: skip


def files(letter: Letter) -> list[tuple[str, bytes]]:
    """What goes with it: (name, bytes) of each. Raises post.Later where the bytes are not on this machine's shelf."""
    found = []
    for document in enclosed(letter):
        path = shelf.find(document.content.sha256)
        if path is None:
            raise post.Later("a document that goes with it is not on the shelf")
        found.append((document.name, path.read_bytes()))
    return found


def page(letter: Letter) -> str:
    """The letter as an HTML page of its own, for e-mail readers. It loads nothing from anywhere."""
    first = letter.language.split("+")[0]
    said = blocks.html(letter.body, letter.values["passages"])
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    size = 24 if is_large(letter) else 16
    style = f"font-family: Verdana, sans-serif; font-size: {size}px; line-height: 1.5; max-width: 36em"
    return f'<!DOCTYPE html>\n<html lang="{first}"><head>{head}</head><body style="{style}">\n{said}</body></html>\n'
