"""Keeping a message, finding its place, and what a person does with what is in the tray."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from putright.cases.models import Case
from putright.cases.queries import open_to
from putright.contacts.models import Contact
from putright.people.gates import check
from putright.people.models import Handler

from . import landing
from .deciding import judge, key_of, look
from .headers import printable
from .landing import NOTHING, About
from .models import ASIDE, KEPT, LANDED, TRAY, Arrival, Message, Reading, Step
from .refusals import DealtWith, NotThatCase, SayWhy


@dataclass(frozen=True)
class Came:
    """A message as it reached us, and where. `sender` and `recipients` are the envelope's, where there was one to see."""

    content: bytes
    way: str  # imap, smtp
    arrived_at: datetime
    whole: bool = True
    box: str = ""
    validity: int = 0
    uid: int = 0
    sender: str | None = None
    recipients: tuple[str, ...] = ()


def keep(came: Came, *, by: Handler | None = None, at: datetime) -> Message:
    """Store the bytes of a message before anybody reads them. When this returns outside a transaction they are on disk.

    The same bytes again are the same message; the same number in the same mailbox is noted once. Refuses nothing."""
    try:
        return _kept(came, at)
    except IntegrityError:  # another keeps the very same at this moment, and was first
        return _kept(came, at)


@transaction.atomic
def _kept(came: Came, at: datetime) -> Message:
    digest = hashlib.sha256(came.content).hexdigest()
    message = Message.objects.filter(digest=digest).defer("content").first()
    if message is None:
        message = Message.objects.create(
            digest=digest, content=came.content, size=len(came.content), whole=came.whole, kept_at=at
        )
        Reading.objects.create(message=message, came_at=min(came.arrived_at, at))
    where = {"message": message, "way": came.way, "box": came.box, "validity": came.validity, "uid": came.uid}
    sender = None if came.sender is None else printable(came.sender)
    told = {"sender": sender, "recipients": [printable(one) for one in came.recipients], "at": at}
    if came.way == "imap":
        Arrival.objects.get_or_create(box=came.box, validity=came.validity, uid=came.uid, way="imap", defaults=where | told)
    elif not Arrival.objects.filter(message=message, way="smtp", sender=sender, recipients=told["recipients"]).exists():
        Arrival.objects.create(**where, **told)
    return message


def place(message: Message, *, by: Handler | None = None, at: datetime) -> Reading:
    """Read a kept message and put it where it belongs: on its case, in a new contact, noted, or in the tray.

    Done three times it has one effect. It is read, and its files are kept, before the transaction: a slow message must
    not hold up the house. Writes the events of whatever it joins or opens. Refuses nothing: a doubt is a place in the tray."""
    if message.reading.state != KEPT:
        return message.reading
    seen = look(message)
    landing.keep_files(judge(message, at=at, seen=seen), at=at)
    with transaction.atomic():
        reading = Reading.objects.select_for_update().get(message=message)
        if reading.state == KEPT:
            landing.go(reading, judge(message, at=at, seen=seen), at=at)
    return reading


@transaction.atomic
def look_at(reading: Reading, *, by: Handler, at: datetime) -> None:
    """Leave a trail of who read a message in the tray. Refuses NotAllowed by role."""
    check(by, "contacts.read_tray")
    Step.objects.create(reading=reading, verb="looked", at=at, by=by)


@transaction.atomic
def put(reading: Reading, case: Case, *, by: Handler, at: datetime) -> Contact:
    """Put a message from the tray on a case this person may open. It becomes a contact of that case, not verified.

    Refuses DealtWith when it is in the tray no more, NotThatCase, NotAllowed by role."""
    check(by, "contacts.empty_tray")
    reading = _in_tray(reading)
    if not open_to(by, at=at).filter(pk=case.pk).exists():
        raise NotThatCase
    contact = landing.land(reading, look(reading.message), case, how="hand", by=by, at=at)
    Step.objects.create(reading=reading, verb="put", at=at, by=by)
    return contact


@transaction.atomic
def make(reading: Reading, about: About = NOTHING, *, by: Handler, at: datetime) -> Contact:
    """Make a new contact of a message from the tray, with a case of its own.

    What a machine wrote keeps no address to answer, so that nothing is sent to it by itself: a person tells them.
    Refuses DealtWith, NotAllowed by role."""
    check(by, "contacts.empty_tray")
    reading = _in_tray(reading)
    contact = landing.open_new(reading, look(reading.message), about, by=by, at=at)
    Step.objects.create(reading=reading, verb="made", at=at, by=by)
    return contact


@transaction.atomic
def set_aside(reading: Reading, reason: str, words: str, *, by: Handler, at: datetime, crowd: bool = False) -> int:
    """Mark a message as no contact, with the reason; with `crowd` all that waits from the same sender. How many.

    Nothing is deleted: it stays to be looked at, and can be taken back. Refuses SayWhy, DealtWith, NotAllowed by role."""
    check(by, "contacts.empty_tray")
    if not reason or (reason == "other" and not words.strip()):
        raise SayWhy
    reading = _in_tray(reading)
    them = Reading.objects.filter(pk=reading.pk)
    if crowd and reading.crowd:
        them = Reading.objects.filter(state=TRAY, crowd=reading.crowd, case=None).exclude(hidden_from=by)
    keys = list(them.values_list("pk", flat=True))
    Reading.objects.filter(pk__in=keys).update(state=ASIDE)
    Step.objects.bulk_create(
        [Step(reading_id=pk, verb="set_aside", reason=reason, words=words, at=at, by=by) for pk in keys], 100
    )
    return len(keys)


@transaction.atomic
def take_back(reading: Reading, *, by: Handler, at: datetime) -> None:
    """Put a message that was set aside back into the tray. Refuses DealtWith when it is not aside, NotAllowed by role."""
    check(by, "contacts.empty_tray")
    if not Reading.objects.filter(pk=reading.pk, state=ASIDE).update(state=TRAY, crowd=""):
        raise DealtWith
    Step.objects.create(reading=reading, verb="taken_back", at=at, by=by)


def _in_tray(reading: Reading) -> Reading:
    """The row, held until the transaction ends. One that became a contact meanwhile is never made another."""
    row = Reading.objects.select_for_update(of=("self",)).select_related("message").get(pk=reading.pk)
    if row.state != TRAY:
        raise DealtWith
    same = Reading.objects.filter(twin=row.twin, state=LANDED).exclude(twin="")
    if Contact.objects.filter(key=key_of(row.twin, row.message.digest)).exists() or same.exists():
        raise DealtWith
    return row
