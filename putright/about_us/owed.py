"""Readers hear that something came or is late, and whoever told us hears that we have it: `about_us:<kind>:<complaint>:<reader>`,
0 for no reader. Never anybody whom it names."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from putright.law.calendar import day_of
from putright.people.models import Handler

from . import queries, sending
from .models import Sealed

PREFIX = "about_us:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    for sealed, kind, reader in islice(queries.to_send(day_of(at)), limit):
        yield f"{PREFIX}{kind}:{sealed.pk}:{reader.pk if reader else 0}", sealed.at


def fulfil(key: str, *, at: datetime) -> None:
    """Send that one e-mail; done three times it has one effect."""
    _room, kind, pk, reader = key.split(":")
    who = Handler.objects.select_related("user").get(pk=int(reader)) if int(reader) else None
    sending.send(Sealed.objects.get(pk=int(pk)), kind, who, at=at)
