"""Questions about chats. No writes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from putright.contacts.channels.web import codes
from putright.people.models import Handler
from putright.people.roles import FRONT

from . import rules
from .models import ENDED, HANDLER, LIVE, VISITOR, WAITING, Chat, Line, Phrase, Taking
from .phrases import DEFAULTS

SHOWN = 50  # of those waiting, on one screen
RECENT = 20  # chats a wait is guessed from


class NoSuchChat(LookupError):
    """No chat of that key is on this handler's desk."""


@dataclass(frozen=True)
class Colleague:
    handler: Handler
    chats: int
    most: int


def by_code(code: str) -> Chat | None:
    """The visitor's own chat; None for a wrong code. One query."""
    read = codes.read(code)
    if not read:
        return None
    return Chat.objects.filter(secret_digest=codes.digest(read)).first()


def by_key(key: UUID) -> Chat:
    return _lookup(Chat.objects.all(), key)


def on_desk(by: Handler, key: UUID) -> Chat:
    """A chat that is with this handler and not finished with. NoSuchChat otherwise, whoever has it."""
    return _lookup(desk(by), key)


def _lookup(among: QuerySet[Chat], key: UUID) -> Chat:
    found = among.filter(key=key).first()
    if found is None:
        raise NoSuchChat(key)
    return found


def desk(by: Handler) -> QuerySet[Chat]:
    """The chats one handler has now, the first taken first. What is filed already is reached by the door, not here."""
    theirs = Chat.objects.filter(handler=by, cleared_at=None)
    return theirs.select_related("handler", "offered_to", "contact__case").order_by("taken_at", "pk")


def offered_to(by: Handler) -> list[Chat]:
    return list(Chat.objects.filter(offered_to=by, state=LIVE).select_related("handler").order_by("pk"))


def open_chats() -> QuerySet[Chat]:
    return Chat.objects.exclude(state=ENDED)


def lines(chat: Chat, *, after: int = 0) -> list[Line]:
    return list(Line.objects.filter(chat=chat, seq__gt=after).select_related("by").order_by("seq"))


def lines_of(chats: list[Chat]) -> dict[int, list[Line]]:
    """All lines of those chats in one query."""
    found: dict[int, list[Line]] = {chat.pk: [] for chat in chats}
    for line in Line.objects.filter(chat__in=chats).select_related("by").order_by("chat", "seq"):
        found[line.chat_id].append(line)
    return found


def waiting() -> list[Chat]:
    """Nobody is with them yet; whoever came first is first."""
    return list(Chat.objects.filter(state=WAITING).order_by("started_at", "pk")[:SHOWN])


def left_alone(*, at: datetime) -> list[Chat]:
    """Chats whose handler's page has been closed for a while: a colleague may take them over. Two queries."""
    there = Taking.objects.filter(seen_at__gte=at - rules.ABSENT).values("handler")
    alone = Chat.objects.filter(state=LIVE).exclude(handler__in=there)
    return list(alone.select_related("handler").order_by("taken_at", "pk")[:SHOWN])


def place(chat: Chat) -> int:
    """How many are waiting up to and with this one."""
    before = Q(started_at__lt=chat.started_at) | Q(started_at=chat.started_at, pk__lte=chat.pk)
    return Chat.objects.filter(before, state=WAITING).count()


def recent_waits(*, at: datetime) -> list[rules.Waited]:
    """The latest chats that were taken. One query."""
    taken = Chat.objects.filter(taken_at__gt=at - rules.RECENT).order_by("-taken_at")[:RECENT]
    rows = taken.values_list("started_at", "taken_at", "place_at_start")
    return [rules.Waited(max((taken - began).total_seconds(), 0), place) for began, taken, place in rows]


def from_address(digest: str) -> int:
    return open_chats().filter(address_digest=digest).count()


def typed_lately(chat: Chat, *, at: datetime) -> int:
    return Line.objects.filter(chat=chat, side=VISITOR, at__gt=at - rules.WITHIN).count()


def handler_spoke(chat: Chat) -> bool:
    return Line.objects.filter(chat=chat, side=HANDLER).exists()


def somebody_takes(*, at: datetime) -> bool:
    return Taking.objects.filter(takes=True, seen_at__gte=at - rules.ABSENT, handler__left_on=None).exists()


def taking(by: Handler) -> Taking | None:
    return Taking.objects.filter(handler=by).first()


def colleagues(by: Handler, *, at: datetime) -> list[Colleague]:
    """Who else takes chats now and has room for one more, by name. Two queries."""
    there = Taking.objects.filter(
        takes=True, seen_at__gte=at - rules.ABSENT, handler__left_on=None, handler__role__in=FRONT
    ).exclude(handler=by)
    busy = dict(open_chats().filter(state=LIVE).values_list("handler").annotate(number=Count("pk")).order_by())
    found = [Colleague(one.handler, busy.get(one.handler_id, 0), one.most) for one in there.select_related("handler")]
    return sorted((one for one in found if one.chats < one.most), key=lambda one: one.handler.name)


def live_with(by: Handler) -> int:
    return Chat.objects.filter(handler=by, state=LIVE).count()


def silent(*, at: datetime, limit: int) -> QuerySet[Chat]:
    """Open chats whose visitor went away or where nobody has written for long, the longest silent first."""
    quiet = Q(visitor_seen_at__lt=at - rules.GONE) | Q(spoken_at__lt=at - rules.QUIET)
    return open_chats().filter(quiet).order_by("visitor_seen_at", "pk")[:limit]


def phrases() -> list[Phrase]:
    """The office's own sentences; those we come with until it has any. One query."""
    kept = list(Phrase.objects.order_by("pk"))
    return [phrase for phrase in kept or ours() if phrase.removed_at is None]


def ours() -> list[Phrase]:
    """The sentences we come with, numbered from 1; not written down until an office changes one (actions.keep_phrase)."""
    return [Phrase(pk=number, words_en=en, words_cy=cy) for number, (en, cy) in enumerate(DEFAULTS, start=1)]


def phrase(pk: int) -> Phrase | None:
    return next((one for one in phrases() if one.pk == pk), None)


@dataclass(frozen=True)
class Day:
    """What chats have come to lately, for the supervisor: left while closed is counted as online, and told apart here."""

    taken: int
    ended_waiting: int
    left_while_closed: int


def since(moment: datetime) -> Day:
    """One query."""
    counts = Chat.objects.filter(started_at__gte=moment).aggregate(
        taken=Count("pk", filter=Q(taken_at__isnull=False)),
        ended_waiting=Count("pk", filter=Q(state=ENDED, taken_at=None) & ~Q(ended_by="message")),
        left_while_closed=Count("pk", filter=Q(ended_by="message")),
    )
    return Day(**counts)


WEEK = timedelta(days=7)
