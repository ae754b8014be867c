"""Makers of calls: an exchange, what it says, and its signed messages."""

import json
from datetime import datetime, timedelta
from typing import Any

from putright.contacts.channels.telephone import actions, signing
from putright.contacts.channels.telephone.models import Call, Exchange
from putright.contacts.channels.telephone.reading import read_body
from putright.people.models import Handler

from .people import AT

HOOK = "/hooks/telephone/"


def exchange(slug: str = "force-101", *, at: datetime = AT - timedelta(days=400)) -> tuple[Exchange, str]:
    """An exchange and its secret."""
    made, _ = Exchange.objects.get_or_create(slug=slug, defaults={"name": slug, "made_at": at})
    return made, signing.secret_of(actions.give_secret(made, by=None, at=at).salt)


def event(what: str, seconds: float = 0, *, call: str = "A1", at: datetime = AT, **more: object) -> dict[str, object]:
    return {"call": call, "event": what, "at": (at + timedelta(seconds=seconds)).isoformat(), **more}


def story(
    call: str = "A1", *, at: datetime = AT, number: str = "07700 900123", extension: str = "2041"
) -> list[dict[str, object]]:
    """Offered, option 3, queued after 12 seconds, answered after 30 more, ended five minutes later."""
    return [
        event("offered", 0, call=call, at=at, number=number), event("menu", 11, call=call, at=at, option="3"),
        event("queued", 12, call=call, at=at), event("answered", 42, call=call, at=at, extension=extension),
        event("ended", 342, call=call, at=at),
    ]  # fmt: skip


def tell(found: Exchange, told: Any, *, at: datetime = AT) -> actions.Count:
    """What the hook does once a message's signature was found good."""
    return actions.hear(found, read_body(json.dumps(told).encode(), at=at), by=None, at=at)


def call(found: Exchange, told: list[dict[str, object]], *, at: datetime = AT) -> Call:
    tell(found, told, at=at)
    return Call.objects.get(exchange=found, key=told[0]["call"])


def headers(secret: str, body: bytes, *, slug: str = "force-101", sent: datetime = AT) -> dict[str, str]:
    seconds = str(int(sent.timestamp()))
    return {"Putright-Exchange": slug, "Putright-Time": seconds, "Putright-Signature": signing.signature(secret, seconds, body)}


def post(client: Any, secret: str, told: Any, *, slug: str = "force-101", sent: datetime = AT, **changed: str) -> Any:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    marks = headers(secret, body, slug=slug, sent=sent) | {name.replace("_", "-"): value for name, value in changed.items()}
    return client.post(HOOK, body, content_type="application/json", headers=marks)


def extension(found: Exchange, number: str, handler: Handler, *, by: Handler, at: datetime = AT - timedelta(days=30)) -> None:
    actions.give_extension(found, number, handler, by=by, at=at)
