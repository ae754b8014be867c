"""Sending one letter. The mail server is spoken to outside any transaction: a slow one must not hold up the house."""

from datetime import datetime

from django.utils.translation import gettext_noop

from gateways import post
from putright.contacts.channels.email.addresses import address_for

from . import blocks
from .actions import note_sent
from .addressee import reach_now
from .models import FAILED, MADE, UNCERTAIN, Letter
from .rules import EMAIL, still_safe

CHANGED = gettext_noop("How this person may safely be reached has changed since the letter was made.")


def send(letter: Letter, *, at: datetime) -> None:
    """Send a letter that waits to go; one that does not is left alone, so doing it three times has one effect.

    Post goes out to be printed from the outbox page. Raises post.Later when nobody took it: it stays owed."""
    letter = Letter.objects.select_related("case", "person").get(pk=letter.pk)
    if letter.status != MADE:
        return
    if not still_safe(reach_now(letter), letter.medium, letter.address):
        _note_trouble(letter, FAILED, CHANGED)
        return
    try:
        if letter.medium == EMAIL:
            post.post().send(parcel(letter, at=at))
    except post.Refused as trouble:
        _note_trouble(letter, FAILED, str(trouble))
    except post.Uncertain as trouble:
        _note_trouble(letter, UNCERTAIN, str(trouble))
    else:
        note_sent(letter, by=None, at=at)


def _note_trouble(letter: Letter, status: str, trouble: str) -> None:
    """It cannot go, or may have gone: a person sees it on the outbox and settles it. No event, for nothing was sent."""
    Letter.objects.filter(pk=letter.pk, status=MADE).update(status=status, trouble=trouble[:2000])


def parcel(letter: Letter, *, at: datetime) -> post.Parcel:
    languages = letter.values["passages"]
    return post.Parcel(
        message_id=letter.message_id, to=letter.address, subject=letter.subject, pdf=bytes(letter.pdf or b""),
        plain=blocks.plain(letter.body, languages), html=page(letter), pdf_name=f"{letter.case.reference}.pdf",
        languages=tuple(letter.language.split("+")), at=at, reply_to=address_for(letter.case, at=at),
    )  # fmt: skip


def page(letter: Letter) -> str:
    """The letter as an HTML page of its own, for e-mail readers. It loads nothing from anywhere."""
    first = letter.language.split("+")[0]
    words = blocks.html(letter.body, letter.values["passages"])
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    style = "font-family: Verdana, sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em"
    return f'<!DOCTYPE html>\n<html lang="{first}"><head>{head}</head><body style="{style}">\n{words}</body></html>\n'
