"""The charter's figures of the three months to today, counted once a day: `portal:count:<first month>:<day>`. Forms nobody has
touched for 28 days, counted and thrown away: `portal:forms:<the oldest of them>`."""

from collections.abc import Iterator
from datetime import date, datetime, time

from putright.contacts.channels.web import drafts
from putright.facts.months import Month
from putright.law.calendar import at as moment
from putright.law.calendar import day_of

from . import begun, charter
from .actions import count
from .models import Counted

PREFIX = "portal:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Two queries."""
    today = day_of(at)
    began = moment(today, time.min)
    month = day_of(charter.quarter(at)[0].start)
    if not counted(month, today):
        yield f"{PREFIX}count:{month.isoformat()}:{today.isoformat()}", began
    if oldest := drafts.old(at).order_by("changed_at", "pk").first():
        yield f"{PREFIX}forms:{oldest.pk}", oldest.changed_at + drafts.KEPT_FOR


def fulfil(key: str, *, at: datetime) -> None:
    """Count it, unless it was counted on or after that day; or the forms that are due by now."""
    if key.startswith(f"{PREFIX}forms:"):
        begun.forget(at=at)
        return
    month, day = (date.fromisoformat(part) for part in key.split(":")[2:])
    if not counted(month, day):
        first = Month.of(month)
        count((first, first.next, first.next.next), at=at)


def counted(month: date, day: date) -> bool:
    return Counted.objects.filter(month=month, counted_at__gte=moment(day, time.min)).exists()
