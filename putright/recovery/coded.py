"""Which codes tries to put it right hold, for the screen that changes the lists."""

from collections.abc import Mapping

from django.db.models import Count, Max, Q

from putright.codes.usage import Use
from putright.law.calendar import day_of

from .models import Attempt
from .queries import OFFERS


def offers() -> Mapping[str, Use]:
    """What was offered is chosen from the list of the day it was offered."""
    found = Attempt.objects.values("offer").annotate(
        open=Count("case", filter=Q(case__finished_at=None), distinct=True), last=Max("at")
    )
    return {row["offer"]: Use(row["open"], day_of(row["last"])) for row in found}


USES = {OFFERS: offers}
