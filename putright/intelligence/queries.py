"""What is waiting to be handed over. Never a word of it: only `actions` gives that out."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from putright.people.models import Handler
from putright.people.queries import colleagues
from putright.people.roles import Role

from .models import Keeper, Record, Step, Words

GONE_SHOWN = 20


class NoSuchRecord(LookupError):
    """There is none of that number for this person: missing, kept from them, or gone. All alike."""


def supervisors() -> list[Handler]:
    return [one for one in colleagues() if one.role == Role.SUPERVISOR]


def is_keeper(handler: Handler) -> bool:
    return Keeper.objects.filter(handler=handler, ended_at=None).exists()


def keepers() -> list[Keeper]:
    return list(Keeper.objects.filter(ended_at=None).select_related("handler", "named_by").order_by("handler__name"))


def keeper(pk: int) -> Keeper | None:
    return Keeper.objects.filter(pk=pk).select_related("handler").first()


def _open_to(handler: Handler) -> QuerySet[Record]:
    return Record.objects.exclude(kept_from__handler=handler)


def waiting(handler: Handler) -> list[Record]:
    """Those not handed over yet, threats to life first, then the oldest. One query."""
    found = _open_to(handler).filter(purged_at=None).select_related("by")
    return list(found.order_by("-threat", "at", "pk"))


def threats(handler: Handler) -> list[Record]:
    """Threats to life whose pack nobody has opened yet. One query."""
    found = _open_to(handler).filter(purged_at=None, threat=True, pack_opened_at=None)
    return list(found.select_related("by").order_by("at", "pk"))


def gone(handler: Handler) -> list[Record]:
    """The last tombstones: dates and the unit's reference. One query."""
    found = _open_to(handler).exclude(purged_at=None).select_related("confirmed_by")
    return list(found.order_by("-purged_at", "-pk")[:GONE_SHOWN])


def record(handler: Handler, number: int) -> Record:
    found = _open_to(handler).filter(pk=number, purged_at=None).select_related("by").first()
    if found is None:
        raise NoSuchRecord(number)
    return found


def reach(handler: Handler, record: Record) -> None:
    """Refuses NoSuchRecord when it is kept from this person. Gone or not: what became of it is no more theirs than it was."""
    if not _open_to(handler).filter(pk=record.pk).exists():
        raise NoSuchRecord(record.pk)


def words_of(record: Record) -> Words:
    found = Words.objects.filter(record=record).first()
    if found is None:
        raise NoSuchRecord(record.pk)
    return found


@dataclass(frozen=True)
class Done:
    at: datetime
    verb: str
    who: str
    why: str


def steps(record: Record) -> list[Done]:
    """What was done with it, the first thing first. One query."""
    found = Step.objects.filter(record=record).select_related("by").order_by("pk")
    return [Done(one.at, one.verb, one.by.name, one.why) for one in found]
