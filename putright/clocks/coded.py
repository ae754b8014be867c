"""Which reasons clocks hold, for the screen that changes the lists."""

from collections.abc import Mapping

from django.db.models import Count, Max, Q
from django.db.models.fields.json import KT

from putright.cases.models import Event
from putright.codes.usage import Use
from putright.law.calendar import day_of

from .runs import BY_HAND
from .words import REASONS


def given() -> Mapping[str, Use]:
    """A reason is chosen from the list of the day of the event. One query, by the index on the verb."""
    found = (
        Event.objects.filter(verb__in=[*BY_HAND], facts__has_key="reason")
        .annotate(reason=KT("facts__reason")).values("reason")
        .annotate(open=Count("case", filter=Q(case__finished_at=None), distinct=True), last=Max("at"))
    )  # fmt: skip
    return {row["reason"]: Use(row["open"], day_of(row["last"])) for row in found}


USES = {REASONS: given}
