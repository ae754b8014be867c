"""Which kinds and causes improvements have, for the screen that changes the lists. Neither is on a case."""

from collections.abc import Mapping

from django.db.models import Max

from putright.codes.usage import Use
from putright.law.calendar import day_of
from putright.learning import coded as learning
from putright.learning.queries import CAUSES

from .models import Improvement


def kinds() -> Mapping[str, Use]:
    """A kind is chosen from the list of the day the improvement was written down. One query."""
    found = Improvement.objects.values("kind").annotate(last=Max("at"))
    return {row["kind"]: Use(0, day_of(row["last"])) for row in found}


def causes() -> Mapping[str, Use]:
    """As lessons and improvements together use them. One query more than lessons ask."""
    used = dict(learning.causes())
    for row in Improvement.objects.exclude(cause="").values("cause").annotate(last=Max("at")):
        before, last = used.get(row["cause"], Use()), day_of(row["last"])
        used[row["cause"]] = Use(before.open_cases, max(before.last or last, last))
    return used


USES = {"improvements": kinds, CAUSES: causes}  # the rooms are asked in order: this answer stands for both
