"""What is kept against a full count of the same: the difference, said."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection

from offices import Office

from . import kept, marks, sentries
from .fallen import Quick
from .keeping import scope_of
from .measures import MEASURES
from .models import Kept
from .months import Month, Span
from .reckoning import Reckoning


class Differs(NamedTuple):
    """One figure that is kept wrong. `kept` and `counted` are how many."""

    where: str
    figure: str
    kept: int
    counted: int

    def __str__(self) -> str:
        return f"{self.where}: {self.figure} is kept as {self.kept} and is {self.counted}"


def differences(office: Office, at: datetime, span: Span) -> Iterator[Differs]:
    """Everything kept of those days that a full count does not bear out: days one by one, promises by month."""
    if not sentries.stand(connection):
        yield Differs("the database", "triggers in their places", 0, 1)
    changed = marks.days(marks.of_days())
    for one in Kept.objects.filter(on__range=(span.first, span.last_day)).exclude(on__in=changed).order_by("on"):
        scope = scope_of(one.on, office, at)
        if one.basis == kept.basis(scope, MEASURES):
            yield from compared(str(one.on), one.counts, kept.day(scope, one.on, MEASURES))
    month = Month.of(span.first)
    while month.first <= span.last_day:
        quick, full = Quick(month, office, at), Reckoning(month, office, at)
        where = f"{month.year}-{month.number:02}"
        yield from compared(where, {"promises": _said(Counter(quick.fell))}, {"promises": _said(Counter(full.fell))})
        had, has = _said(Counter(quick.contacted)), _said(Counter(full.contacted))
        yield from compared(where, {"first contacts": had}, {"first contacts": has})
        month = month.next


def _said(rows: Counter) -> dict[str, int]:
    return {" ".join(_word(value) for value in row): number for row, number in rows.items()}


def _word(value: object) -> str:
    """The same moment is the same word, whichever clock it was read from."""
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


def compared(where: str, had: kept.Counts, has: kept.Counts) -> Iterator[Differs]:
    for key in sorted(had.keys() | has.keys()):
        one, other = had.get(key, {}), has.get(key, {})
        for part in sorted(one.keys() | other.keys()):
            if one.get(part, 0) != other.get(part, 0):
                yield Differs(where, f"{key} {part}", one.get(part, 0), other.get(part, 0))
