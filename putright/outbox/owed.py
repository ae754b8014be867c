"""What this room owes unasked.

- `outbox:send:<pk>` (and `:<n>` when a person asked for it to be offered again): a letter waits to go.
- `outbox:back:<bounce>`: a letter came back by e-mail.
- `outbox:again:<pk>:<day>`: the day has come to look again at what is held back (CMR 2020 reg 35).
- `outbox:look:<pk>:<minute>`: GOV.UK Notify is to be asked what became of one."""

from collections.abc import Iterator
from datetime import datetime, time

from gateways import notify, post
from putright.contacts.channels.email.addresses import key_of
from putright.contacts.channels.email.models import Bounce
from putright.law.calendar import LONDON, day_of
from putright.letters.models import Letter

from . import holding, queries, rules
from .actions import came_back
from .models import Notified, Returned
from .sending import send

PREFIX = "outbox:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Up to `limit` of each of the four kinds of work. Four queries, however much history there is."""
    for letter in queries.waiting_to_go(limit, at=at):
        yield f"{PREFIX}send:{letter.pk}" + (f":{letter.again}" if letter.again else ""), letter.made_at
    for bounce in queries.unread_bounces(limit, at=at):
        yield f"{PREFIX}back:{bounce.pk}", bounce.at
    for one in queries.to_look_at(limit, at=at):
        if one.look_at:
            yield f"{PREFIX}look:{one.pk}:{int(one.look_at.timestamp()) // 60}", one.look_at
    for row in queries.unnoticed(limit, on=day_of(at)):
        yield f"{PREFIX}again:{row.pk}:{row.look_again_on}", datetime.combine(row.look_again_on, time.min, LONDON)


def fulfil(key: str, *, at: datetime) -> None:
    """Do what the key names; done three times it has one effect. Raises post.Later where nobody answered."""
    _, what, rest = key.split(":", 2)
    pk = int(rest.split(":")[0])
    {"send": _send, "back": _read_bounce, "look": _look, "again": holding.note_due}[what](pk, at=at)


def _send(pk: int, *, at: datetime) -> None:
    send(Letter.objects.only("pk").get(pk=pk), at=at)


def _read_bounce(pk: int, *, at: datetime) -> None:
    """Which letter of the case it is, by its number. A bounce of none is noted as looked at."""
    bounce = Bounce.objects.get(pk=pk)
    if Returned.objects.filter(bounce=bounce).exists():
        return
    numbers = Letter.objects.filter(case=bounce.case).values_list("pk", "message_id")
    found = next((number for number, ours in numbers if ours and key_of(ours) == key_of(bounce.message_id)), None)
    if found is not None:
        came_back(Letter.objects.only("pk").get(pk=found), "email", bounce.words or bounce.code, by=None, at=at)
    mine = Returned.objects.filter(letter=found, bounce=None) if found is not None else Returned.objects.none()
    if not mine.update(bounce=bounce):
        Returned.objects.create(bounce=bounce, how="email", at=at, seen_to_at=at)


def _look(pk: int, *, at: datetime) -> None:
    """Ask what became of it. A failure comes back to the case."""
    one, service = Notified.objects.select_related("letter").get(pk=pk), notify.notify()
    if one.look_at is None or one.look_at > at:
        return
    if service is None:
        raise post.Later("there is no key for GOV.UK Notify")
    taken = service.look(one.number, at=at)
    if taken.status in rules.CAME_BACK:
        came_back(one.letter, taken.status, "", by=None, at=at)
    ended = taken.status in rules.CAME_BACK | rules.ARRIVED
    one.status, one.look_at = taken.status, None if ended else rules.look_again(one.offered_at, at)
    one.save(update_fields=["status", "look_at"])
