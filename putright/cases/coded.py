"""Which codes cases hold, for the screen that changes the lists."""

from collections.abc import Mapping

from django.db.models import Count, Max, Q

from design.dates import LONDON
from putright.codes.usage import Use

from .models import Allegation


def categories() -> Mapping[str, Use]:
    """A category is chosen from the tree of the day the case was received, so that is the day it was used for."""
    found = Allegation.objects.values("category").annotate(
        open=Count("case", filter=Q(case__finished_at=None), distinct=True), last=Max("case__received_at")
    )
    return {row["category"]: Use(row["open"], row["last"].astimezone(LONDON).date()) for row in found}


USES = {"categories": categories}
