"""Signs of life: who is there and who is writing. Not part of any record; lost without harm; no more often than is seen."""

from datetime import datetime, timedelta

from django.db.models import Q

from putright.people.models import Handler

from .models import ENDED, LIVE, Chat, Taking

AGAIN = timedelta(seconds=30)  # a sign of presence is written no more often
KEYS = timedelta(seconds=3)  # nor is one of typing


def visitor_is_here(chat: Chat, *, at: datetime) -> None:
    if chat.state != ENDED and at - chat.visitor_seen_at > AGAIN:
        Chat.objects.filter(pk=chat.pk, visitor_seen_at__lt=at).exclude(state=ENDED).update(visitor_seen_at=at)


def visitor_types(chat: Chat, *, at: datetime) -> None:
    if chat.state != ENDED and (chat.visitor_typing_at is None or at - chat.visitor_typing_at > KEYS):
        Chat.objects.filter(pk=chat.pk).exclude(state=ENDED).update(visitor_typing_at=at, visitor_seen_at=at)


def handler_types(chat: Chat, *, at: datetime) -> None:
    if chat.handler_typing_at is None or at - chat.handler_typing_at > KEYS:
        Chat.objects.filter(pk=chat.pk, state=LIVE).update(handler_typing_at=at)


def handler_is_here(by: Handler, *, at: datetime) -> None:
    """Their chats page is open. Nobody takes chats before saying so: this makes no row."""
    Taking.objects.filter(Q(handler=by), seen_at__lt=at - AGAIN).update(seen_at=at)
