"""Which ways to recommend reviews hold, for the screen that changes the list."""

from collections.abc import Mapping

from django.db.models import Count, Max, Q

from putright.codes.usage import Use
from putright.law.calendar import day_of

from .models import Recommendation
from .queries import WAYS


def ways() -> Mapping[str, Use]:
    found = Recommendation.objects.values("way").annotate(
        open=Count("review__case", filter=Q(review__case__finished_at=None), distinct=True), last=Max("review__recommended_at")
    )  # fmt: skip
    return {row["way"]: Use(row["open"], day_of(row["last"])) for row in found}


USES = {WAYS: ways}
