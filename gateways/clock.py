"""The only place that asks the machine what time it is. Everything else is told, by `at=` or `request.at`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

LONDON = ZoneInfo("Europe/London")
_fixed: list[datetime] = []


def now() -> datetime:
    """The moment, aware, in London time: the real one, or the one a test or a demonstration has fixed."""
    if _fixed:
        return _fixed[-1]
    if settings.FROZEN_AT:
        return datetime.fromisoformat(settings.FROZEN_AT).astimezone(LONDON)
    return timezone.now().astimezone(LONDON)


@contextmanager
def fixed(at: datetime) -> Iterator[datetime]:
    """The fake beside the real clock: within the block it is `at`."""
    _fixed.append(at)
    try:
        yield at
    finally:
        _fixed.pop()
