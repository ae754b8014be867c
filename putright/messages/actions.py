"""Putting a message, dropping it, and saying what became of one in doubt. None changes a case: the room that puts it writes its
own event, and asks who may."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched

from django.conf import settings
from django.db import transaction

from putright.contacts.channels.email.addresses import message_number
from putright.people.models import Handler

from . import queries, rules
from .models import Message
from .refusals import AlreadySettled
from .sending import maker

TOGETHER = 500  # rows in one statement


@dataclass(frozen=True)
class New:
    """A message to be put. Without `words` its room makes them as it goes (`mailed.py`). `stop` is an address of ours where
    whoever has it can say that they want no more."""

    room: str
    key: str  # once for its room, at most 100 characters
    to: str
    language: str
    subject: str = ""
    words: str = ""
    stop: str = ""
    many: bool = False  # one of a mass mailing
    goes_at: datetime | None = None  # not before


@transaction.atomic
def put(new: New, *, by: Handler | None = None, at: datetime) -> Message:
    """A message that the rounds send. The same room and key again is the same message, as it was put first."""
    put_all([new], by=by, at=at)
    return Message.objects.get(room=new.room, key=new.key)


@transaction.atomic
def put_all(several: Iterable[New], *, by: Handler | None = None, at: datetime) -> int:
    """Any number of messages, all or none; those put before are passed over. How many there are of them that were asked for."""
    count = 0
    for some in batched(_rows(several, at), TOGETHER):
        Message.objects.bulk_create(some, ignore_conflicts=True)
        count += len(some)
    return count


def _rows(several: Iterable[New], at: datetime) -> Iterator[Message]:
    domain = settings.EMAIL_FROM.rpartition("@")[2]
    for one in several:
        yield Message(
            room=one.room, key=one.key, language=one.language, to=one.to, subject=one.subject[:200], words=one.words,
            stop=one.stop, many=one.many, number=message_number(), domain=domain, made_at=at, goes_at=one.goes_at or at,
            state_at=at,
        )  # fmt: skip


@transaction.atomic
def drop(several: Sequence[Message], *, by: Handler | None = None, at: datetime) -> int:
    """They are wanted no more: those that still wait do not go. How many that were. What is going is left alone."""
    waiting = Message.objects.filter(pk__in=[one.pk for one in several], state=rules.WAITING)
    return waiting.update(state=rules.DROPPED, state_at=at, subject="", words="", stop="")


@transaction.atomic
def settle(message: Message, *, told: bool, by: Handler, at: datetime) -> None:
    """Say what became of one that did not simply go: they have it, or it is to be offered again under the same number.

    Refuses AlreadySettled where nothing is in doubt, and where its words or its address are forgotten already."""
    row = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if row.state not in rules.NOT_THERE or not (told or _can_go(row)):
        raise AlreadySettled
    row.state, row.state_at, row.settled_by = (rules.SENT if told else rules.WAITING), at, by if told else None
    row.trouble, row.again = "", row.again if told else row.again + 1
    row.save(update_fields=["state", "state_at", "settled_by", "trouble", "again"])


def _can_go(row: Message) -> bool:
    return bool(row.to and (row.words or maker(row.room)))


@transaction.atomic
def came_back(message: Message, *, by: None = None, at: datetime) -> None:
    """The newest report about it that nobody looked at: it did not arrive. Twice is once."""
    row = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    bounce = queries.reports(row).filter(pk__gt=row.bounce_id or 0).last()
    if bounce is None:
        return
    row.bounce = bounce
    if row.state not in (rules.BACK, rules.DROPPED):
        row.state, row.state_at, row.trouble = rules.BACK, at, (bounce.words or bounce.code)[:2000]
    row.save(update_fields=["bounce", "state", "state_at", "trouble"])


@transaction.atomic
def blank(*, by: None = None, at: datetime) -> int:
    """Forget the addresses, and whatever words are left, of messages with which nothing happened for sixty days."""
    return queries.to_blank(at).order_by().update(to="", subject="", words="", stop="", trouble="")
