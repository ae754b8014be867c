"""What the rounds do: end an asking once its last day has passed, `valued:<pk>`."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from putright.law.calendar import LONDON, day_of

from . import actions
from .models import Asking

PREFIX = "valued:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    over = Asking.objects.filter(ended_at=None, closes_on__lt=day_of(at)).order_by("closes_on")
    for pk, day in over.values_list("pk", "closes_on")[:limit]:
        yield f"{PREFIX}{pk}", datetime.combine(day + timedelta(days=1), time.min, LONDON)


def fulfil(key: str, *, at: datetime) -> None:
    asking = Asking.objects.filter(pk=key.removeprefix(PREFIX)).first()
    if asking is not None:
        actions.end(asking, at=at)
