"""What the rounds do: add up a week once it is over, `days:<pk>`."""

from collections.abc import Iterator
from datetime import datetime, time

from putright.law.calendar import LONDON, day_of

from . import actions, rules
from .models import Week

PREFIX = "days:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    over = Week.objects.filter(open=True, first_day__lte=day_of(at) - rules.WEEK).order_by("first_day")
    for pk, day in over.values_list("pk", "first_day")[:limit]:
        yield f"{PREFIX}{pk}", datetime.combine(day + rules.WEEK, time.min, LONDON)


def fulfil(key: str, *, at: datetime) -> None:
    week = Week.objects.filter(pk=key.removeprefix(PREFIX)).first()
    if week is not None:
        actions.end(week, at=at)
