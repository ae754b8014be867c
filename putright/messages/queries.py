"""What became of messages, and which are owed. A room finds its own by `room` and `key`, or by a key to the row."""

from collections.abc import Iterable
from datetime import datetime, time

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from putright.contacts.channels.email.models import Bounce
from putright.law.calendar import LONDON, day_of

from . import rules
from .models import Message


def of(room: str, key: str) -> Message | None:
    """What became of one: its `state` (rules.STATES), since when, and the trouble. None where none was put."""
    return Message.objects.filter(room=room, key=key).first()


def states(room: str, keys: Iterable[str]) -> dict[str, Message]:
    """The same for several, by key. One query."""
    return {one.key: one for one in Message.objects.filter(room=room, key__in=list(keys)).defer("words")}


def counts(room: str, starting: str) -> dict[str, int]:
    """How many of each state, of those whose key begins so: how far a mass mailing has come. One query."""
    found = Message.objects.filter(room=room, key__startswith=starting).order_by()
    return dict(found.values_list("state").annotate(n=Count("pk")))


def waiting_to_go(limit: int, *, at: datetime) -> list[Message]:
    """Oldest first, those of mass mailings last: a code or a reminder never waits behind ten thousand."""
    waiting = Message.objects.filter(state__in=(rules.WAITING, rules.GOING), goes_at__lte=at)
    return list(waiting.only("pk", "goes_at", "again").order_by("many", "goes_at", "pk")[:limit])


def reports(message: Message) -> QuerySet[Bounce]:
    """Every mail server's report that it did not arrive. That it is late is no such report."""
    return Bounce.objects.filter(message_id=message.number).exclude(action="delayed").order_by("pk")


def came_back(limit: int, *, at: datetime) -> list[tuple[int, datetime]]:
    """Messages about which a report came that nobody looked at, and since when. By the reports: they are few."""
    newest = Coalesce(F("bounce"), 0)
    told = Message.objects.annotate(seen=newest).filter(number=OuterRef("message_id"), seen__lt=OuterRef("pk"))
    found = Bounce.objects.filter(Exists(told), at__gt=at - rules.KEPT).exclude(action="delayed").exclude(message_id="")
    rows = dict(found.order_by("-at", "-pk").values_list("message_id", "at")[:limit])
    return [(pk, rows[number]) for number, pk in Message.objects.filter(number__in=rows).values_list("number", "pk")]


def to_blank(at: datetime) -> QuerySet[Message]:
    """Messages with which nothing happened for sixty whole days, and whose address is still known: a day's all together."""
    last = datetime.combine(day_of(at), time.min, LONDON) - rules.KEPT
    return Message.objects.filter(~Q(to=""), state__in=rules.OVER, state_at__lt=last).order_by("state_at", "pk")
