"""Calls of the last week in the demonstration, said by a made-up exchange through the ordinary door, and two that ring."""

from datetime import datetime, timedelta

from putright.contacts.channels.telephone.actions import give_secret, hear
from putright.contacts.channels.telephone.models import Call, Exchange, Extension, Written
from putright.contacts.channels.telephone.reading import Wrong, read_event
from putright.contacts.channels.telephone.rules import Reported
from putright.contacts.models import Contact
from putright.people.models import Handler
from putright.people.roles import FRONT

from . import exchange

WEEK, CALLS, SEED = 7, 420, 101
RINGING = (("07700 900101", 95), ("", 40))  # Joss Tillyard's number (live_cases.toml), and one withheld


def ring_in(staff: list[Handler], *, now: datetime) -> int:
    """An exchange of the last week, with an extension for each who answers. Says how many calls it told of."""
    made = Exchange.objects.create(slug="force-101", name="101", made_at=now)
    give_secret(made, by=None, at=now)
    mine = [one for one in staff if one.role in FRONT]
    extensions = [str(2041 + place) for place, _one in enumerate(mine)]
    since = now - timedelta(days=WEEK + 1)
    Extension.objects.bulk_create(
        Extension(exchange=made, number=number, handler=one, since=since)
        for number, one in zip(extensions, mine, strict=True)
    )
    first = (now - timedelta(days=WEEK)).date()
    told = [one for one in exchange.events(SEED, first, WEEK + 1, CALLS, extensions) if one.at < now]
    hear(made, read(told, now), by=None, at=now)
    for place, (number, waited) in enumerate(RINGING):
        ring(made, number, waited, key=f"now-{place}", now=now)
    just = exchange.answered(exchange.ringing(now - timedelta(minutes=9), "now-done", "07700 900150", 31), extensions[0], 31, 240)
    hear(made, read(just, now), by=None, at=now)
    heard = from_calls(made, dict(zip((one.pk for one in mine), extensions, strict=True)), now=now)
    return len({one.call for one in told}) + len(RINGING) + 1 + heard


def from_calls(made: Exchange, extensions: dict[int, str], *, now: datetime) -> int:
    """The call each spoken contact came from. Says how many."""
    spoken = list(Contact.objects.filter(channel="phone", by__in=extensions).select_related("person").order_by("pk"))
    for contact in spoken:
        key, number = f"case-{contact.case_id}-{contact.pk}", contact.person.phone if contact.person else ""
        rang = exchange.ringing(contact.received_at, key, number, 20)
        hear(made, read(exchange.answered(rang, extensions[contact.by_id], 20, 300), now), by=None, at=now)
        call = Call.objects.get(exchange=made, key=key)
        Written.objects.create(call=call, contact=contact, at=contact.entered_at)
        wrapped = max(0, int((contact.entered_at - call.ended_at).total_seconds()))
        Call.objects.filter(pk=call.pk).update(written_at=contact.entered_at, wrap_up=wrapped)
    return len(spoken)


def ring(made: Exchange, number: str, waited: int, *, key: str, now: datetime) -> None:
    """A call that waits to be answered. An empty number is a withheld one."""
    hear(made, read(exchange.ringing(now, key, number, waited), now), by=None, at=now)


def read(told: list[exchange.Event], now: datetime) -> list[Reported | Wrong]:
    return [read_event(one.sent(), at=now) for one in told]
