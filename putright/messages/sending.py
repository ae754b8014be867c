"""Sending one message. The mail server is spoken to outside any transaction: a slow one must not hold up the house.

The way of a message: it `waits`; it is `going` from before the first word to the mail server; it is `sent` from after the last.
Killed in between, it is offered again under the same number."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from gateways import post

from . import rules
from .models import Message

type Maker = Callable[..., rules.Made | None]


@cache
def maker(room: str) -> Maker | None:
    """What a room makes its messages with as they go: `made(message, at=)` of its `mailed.py`. None: the row has the words.
    Found by name, as are verbs: this room looks forward to none."""
    name = f"putright.{room}.mailed"
    made: Maker | None = import_module(name).made if find_spec(name) else None
    return made


def send(pk: int, *, at: datetime) -> None:
    """Send one that waits to go; one that does not is left alone, so doing it three times has one effect.

    Raises post.Later when nobody took it: it stays owed, and may still be dropped if it was never under way before."""
    row = Message.objects.get(pk=pk)
    before = row.state
    if before not in (rules.WAITING, rules.GOING):
        return
    made = made_of(row, at=at)
    if made is None:  # under way before, it may have gone: nobody shall say that it did not
        note(pk, rules.DROPPED if before == rules.WAITING else rules.UNCERTAIN, at=at)
        return
    if not begin(pk, at=at):
        return
    try:
        post.post().send(parcel(row, made, at=at))
    except post.Later:
        Message.objects.filter(pk=pk, state=rules.GOING).update(state=before)
        raise
    except post.Refused as trouble:
        note(pk, rules.REFUSED, str(trouble), at=at)
    except post.Uncertain as trouble:
        note(pk, rules.UNCERTAIN, str(trouble), at=at)
    else:
        note(pk, rules.SENT, at=at)


def made_of(row: Message, *, at: datetime) -> rules.Made | None:
    if row.words:
        return rules.Made(row.subject, row.words)
    make = maker(row.room)
    if make is None:
        raise ValueError(f"nobody makes the words of {row.room}:{row.key}")
    return make(row, at=at)


@transaction.atomic
def begin(pk: int, *, at: datetime) -> bool:
    """From here it can no longer be dropped. False when it no longer waits."""
    waiting = Message.objects.filter(pk=pk, state__in=(rules.WAITING, rules.GOING))
    return waiting.update(state=rules.GOING, state_at=at) == 1


@transaction.atomic
def note(pk: int, state: str, trouble: str = "", *, at: datetime) -> None:
    """Our one record of how it went. Words that went, or are wanted no more, are forgotten."""
    gone = {"subject": "", "words": "", "stop": ""} if state in (rules.SENT, rules.DROPPED) else {}
    mine = Message.objects.filter(pk=pk, state__in=(rules.WAITING, rules.GOING))
    mine.update(state=state, state_at=at, trouble=trouble[:2000], **gone)


def parcel(row: Message, made: rules.Made, *, at: datetime) -> post.Parcel:
    words = made.words
    if row.stop:
        with override(row.language):
            asked = _("To tell us not to write about this again, open this address: %(address)s")
            words += "\n\n" + asked % {"address": row.stop}
    return post.Parcel(
        message_id=row.message_id, to=row.to, subject=made.subject, plain=rules.plain(words),
        html=rules.html(words, row.language), pdf=made.pdf, pdf_name=made.pdf_name, languages=(row.language,), at=at,
        enclosed=tuple(made.enclosed), stop=row.stop,
    )  # fmt: skip
