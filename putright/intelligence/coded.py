"""Which grades the records still here have, for the screen that changes the lists. None is left once it is handed over."""

from collections.abc import Callable, Mapping

from django.db.models import Count, Max

from putright.codes.usage import Use
from putright.law.calendar import day_of

from .models import Record


def _of(field: str) -> Callable[[], Mapping[str, Use]]:
    def uses() -> Mapping[str, Use]:
        found = Record.objects.exclude(**{field: ""}).values(field).annotate(number=Count("pk"), last=Max("at"))
        return {row[field]: Use(row["number"], day_of(row["last"])) for row in found}

    return uses


USES = {
    "grade-source": _of("source_grade"),
    "grade-assessment": _of("assessment"),
    "grade-handling": _of("handling"),
}
