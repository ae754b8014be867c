"""An account's history: the only way a line is written, in the deed's own transaction."""

from datetime import datetime

from putright.people.models import Handler

from .models import Deed


def write(
    handler: Handler | None, verb: str, facts: dict[str, object], *, asked_by: Handler | None, by: Handler | None, at: datetime
) -> None:
    Deed.objects.create(handler=handler, verb=verb, facts=facts, asked_by=asked_by, by=by, at=at)
