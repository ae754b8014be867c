"""Which forums concerns are for, for the screen that changes the lists."""

from collections.abc import Mapping

from django.db.models import Count, Max, Q

from putright.codes.usage import Use
from putright.law.calendar import day_of

from .models import Concern
from .queries import FORUMS


def forums() -> Mapping[str, Use]:
    """One query."""
    going = Count("case", filter=Q(case__finished_at=None), distinct=True)
    found = Concern.objects.values("forum").annotate(open=going, last=Max("at"))
    return {row["forum"]: Use(row["open"], day_of(row["last"])) for row in found}


USES = {FORUMS: forums}
