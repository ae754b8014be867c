"""Whose calendar a secret opens, and what stands in it."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from offices import Office
from putright.cases.models import Case
from putright.people.models import Handler

from ..models import Feed
from ..queries import for_cases
from .ics import Entry

MOST = 500  # cases of one person


def digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def feed_of(handler: Handler) -> Feed | None:
    return Feed.objects.filter(handler=handler).first()


def whose(secret: str) -> Handler | None:
    """The handler whose calendar that is, while they work here. One query."""
    found = Feed.objects.select_related("handler__team", "handler__user").filter(
        digest=digest(secret), handler__left_on=None, handler__user__is_active=True
    )
    feed = found.first()
    return feed.handler if feed else None


def assigned(open_cases: QuerySet[Case], handler: Handler) -> list[Case]:
    """Their open cases, among those open to them: a wall holds in a calendar too."""
    return list(open_cases.filter(assigned_to=handler, finished_at=None).order_by("pk")[:MOST])


def entries(cases: Iterable[Case], language: str, at: datetime, *, office: Office) -> list[Entry]:
    """One for each clock that runs, by when it falls due: the reference and the promise's name. One query."""
    shown = list(cases)
    found = for_cases(shown, at, office=office) if shown else {}
    listed = [
        Entry(
            f"{case.reference}:{clock.promise}:{clock.started_at.isoformat()}", f"{case.reference}: {clock.name(language)}", due
        )
        for case in shown for clock in found[case.pk] if clock.is_open and (due := clock.binds_at)
    ]  # fmt: skip
    return sorted(listed, key=lambda entry: entry.due_at)
