"""Which kinds improvements have, for the screen that changes the lists. A kind is on no case."""

from collections.abc import Mapping

from django.db.models import Max

from putright.codes.usage import Use
from putright.law.calendar import day_of

from .models import Improvement


def kinds() -> Mapping[str, Use]:
    """A kind is chosen from the list of the day the improvement was written down. One query."""
    found = Improvement.objects.values("kind").annotate(last=Max("at"))
    return {row["kind"]: Use(0, day_of(row["last"])) for row in found}


USES = {"improvements": kinds}
