"""What this room owes unasked: to say on the case, once, that the authority's last day to answer has passed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F, Q

from putright.law.calendar import day_of, end_of_day

from . import rules
from .models import Review
from .outcome.actions import note_unanswered
from .queries import stage

PREFIX = "reviews:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Recommendations nobody answered in time and of which that was not said, longest ago first. One query."""
    unsaid = Q(late_said=None) | Q(late_said__lt=F("answer_by"))
    waiting = Review.objects.filter(unsaid, answer_by__lt=day_of(at), answered_on=None, finished_at=None)
    for pk, answer_by in waiting.order_by("answer_by", "pk").values_list("pk", "answer_by")[:limit]:
        yield f"{PREFIX}late:{pk}:{answer_by.isoformat()}", end_of_day(answer_by) + timedelta(seconds=1)


def fulfil(key: str, *, at: datetime) -> None:
    """Say so. What was answered, or given longer, in the meantime is left alone; done three times it has one effect."""
    review = Review.objects.select_related("case").get(pk=int(key.split(":")[2]))
    is_late = review.answer_by is not None and rules.is_late(review.answer_by, day_of(at))
    if stage(review) == rules.WAITING and is_late:
        note_unanswered(review, at=at)
