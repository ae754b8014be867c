"""What was done with sealed information. It holds no word of it, and outlives it."""

from datetime import datetime

from putright.people.models import Handler

from .models import Record, Step


def write(
    record: Record | None, verb: str, *, by: Handler, at: datetime, why: str = "", about: Handler | None = None
) -> None:
    Step.objects.create(record=record, verb=verb, why=why, at=at, by=by, about=about)
