"""Which causes lessons hold, for the screen that changes the lists."""

from collections.abc import Mapping

from django.db.models import Count, Max, Q

from putright.codes.usage import Use
from putright.law.calendar import day_of

from .models import Lesson
from .queries import CAUSES


def causes() -> Mapping[str, Use]:
    """A cause is chosen from the list of the day the lesson was written down."""
    going = Count("case", filter=Q(case__isnull=False, case__finished_at=None), distinct=True)
    found = Lesson.objects.values("cause").annotate(open=going, last=Max("at"))
    return {row["cause"]: Use(row["open"], day_of(row["last"])) for row in found}


USES = {CAUSES: causes}
