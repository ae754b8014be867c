"""The charter's figures of the last whole month, counted once a day: `portal:count:<month>:<day>`."""

from collections.abc import Iterator
from datetime import date, datetime, time

from putright.law.calendar import at as moment
from putright.law.calendar import day_of
from putright.reports.months import Month

from . import charter
from .actions import count
from .models import Counted

PREFIX = "portal:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """One query."""
    today = day_of(at)
    began = moment(today, time.min)
    month = day_of(charter.last_month(at).start)
    if not Counted.objects.filter(month=month, counted_at__gte=began).exists():
        yield f"{PREFIX}count:{month.isoformat()}:{today.isoformat()}", began


def fulfil(key: str, *, at: datetime) -> None:
    """Count it; again changes nothing but the moment."""
    count(Month.of(date.fromisoformat(key.split(":")[2])), at=at)
