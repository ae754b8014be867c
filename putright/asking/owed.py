"""One reminder for a question whose day has gone by, as `asking:remind:<pk>`. A second is never sent: a person goes on."""

from collections.abc import Iterator
from datetime import datetime

from . import queries
from .actions.questions import remind
from .models import Question

PREFIX = "asking:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    for pk, since in queries.to_remind(at).values_list("pk", "due_at")[:limit]:
        yield f"{PREFIX}remind:{pk}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Remind once; done again, or answered meanwhile, it changes nothing."""
    remind(Question.objects.select_related("case").get(pk=int(key.rsplit(":", 1)[1])), at=at)
