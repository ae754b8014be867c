"""What this room owes unasked: a question asked each week or month is laid ready on its day, `extracts:<pk>:<day>`.

Nothing is worked out here and nothing is sent: whoever may have it fetches it after signing in, as of then."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db import IntegrityError, transaction

from putright.law import calendar

from .models import Question, Ready
from .rules import MONTH, WEEK, last_due

PREFIX = "extracts:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Two queries. A question kept after the day was due waits for the next; whose owner has left is asked no more."""
    today = calendar.day_of(at)
    for every in (WEEK, MONTH):
        due = last_due(every, today)
        since = calendar.at(due, time.min)
        asked = Question.objects.filter(every=every, ended_at=None, by__left_on=None, at__lt=since)
        done = Ready.objects.filter(on=due).values("question")
        for pk in asked.exclude(pk__in=done).order_by("pk").values_list("pk", flat=True)[:limit]:
            yield f"{PREFIX}{pk}:{due.isoformat()}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Done three times it has one effect: a row is there once for a question and a day."""
    _prefix, pk, day = key.split(":")
    try:
        with transaction.atomic():
            Ready.objects.create(question_id=int(pk), on=date.fromisoformat(day), at=at)
    except IntegrityError:
        return
