"""Signs of life: who is there and who is writing. Not part of any record; lost without harm; no more often than is seen.

Nobody waits for the disk for them: on SQLite, where one writer waits for another, that would hold up messages."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from putright.people.models import Handler

from .models import ENDED, LIVE, Chat, Taking

AGAIN = timedelta(seconds=30)  # a sign of presence is written no more often
KEYS = timedelta(seconds=3)  # nor is one of typing


@contextmanager
def lightly() -> Iterator[None]:
    """A write that a power cut may lose, and nothing else with it: what is written in full before or after is kept."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=NORMAL")
            try:
                yield
            finally:
                cursor.execute("PRAGMA synchronous=FULL")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit TO OFF")
            yield


def visitor_is_here(chat: Chat, *, at: datetime) -> None:
    if chat.state != ENDED and at - chat.visitor_seen_at > AGAIN:
        with lightly():
            Chat.objects.filter(pk=chat.pk, visitor_seen_at__lt=at).exclude(state=ENDED).update(visitor_seen_at=at)


def visitor_types(chat: Chat, *, at: datetime) -> None:
    if chat.state != ENDED and (chat.visitor_typing_at is None or at - chat.visitor_typing_at > KEYS):
        with lightly():
            Chat.objects.filter(pk=chat.pk).exclude(state=ENDED).update(visitor_typing_at=at, visitor_seen_at=at)


def handler_types(chat: Chat, *, at: datetime) -> None:
    if chat.handler_typing_at is None or at - chat.handler_typing_at > KEYS:
        with lightly():
            Chat.objects.filter(pk=chat.pk, state=LIVE).update(handler_typing_at=at)


def handler_is_here(by: Handler, *, at: datetime) -> None:
    """Their chats page is open. Nobody takes chats before saying so: this makes no row."""
    with lightly():
        Taking.objects.filter(Q(handler=by), seen_at__lt=at - AGAIN).update(seen_at=at)
