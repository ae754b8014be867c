"""What fell due is noticed once, in the order in which it fell due, however long nobody looked.

A hint says which cases to look at; their logs say what is so. Each step takes the next few hundred cases and notices
nothing later than the first of those it leaves, so that the notices of many steps stand in order."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from offices import Office
from putright.cases.models import Case, Event
from putright.people.queries import office

from .models import Hint, Notice
from .promises import Counting, countings
from .runs import Happened

STEP = 1000
SECOND = timedelta(seconds=1)
SOON, MISSED = "soon", "missed"
LATE = timedelta(hours=1)  # noticed so long after it fell due, it is marked as late


class Due(NamedTuple):
    """Something to notice: when it fell, and from when on it is so."""

    promise: str
    started_at: datetime
    kind: str
    fell_at: datetime

    @property
    def key(self) -> tuple[str, datetime, str, datetime]:
        return self.promise, self.started_at, self.kind, self.fell_at

    @property
    def look_at(self) -> datetime:
        """A promise is missed when its moment has gone by, and not at that moment."""
        return self.fell_at + SECOND if self.kind == MISSED else self.fell_at


def waiting(at: datetime) -> QuerySet[Hint]:
    """Hints of cases in which something is to be noticed by then, the earliest first."""
    return Hint.objects.filter(look_at__lte=at).order_by("look_at", "case_id")


def to_notice(found: Iterable[Counting]) -> Iterator[Due]:
    """Every moment of the open clocks at which something is to be noticed, gone by or to come."""
    for one in found:
        if one.run.is_open and one.binds_at and one.warns_at:
            yield Due(one.made.name, one.run.started_at, SOON, one.warns_at)
            yield Due(one.made.name, one.run.started_at, MISSED, one.binds_at)


def sweep(at: datetime, *, step: int = STEP) -> int:
    """One step: the notices of the next cases. How many cases were looked at; nought when nothing waits."""
    with transaction.atomic():
        hints = list(waiting(at).select_for_update(of=("self",))[: step + 1])
        chosen, left = hints[:step], hints[step:]
        until = left[0].look_at if left and left[0].look_at else at
        if chosen:
            _notice(chosen, until, at)
    return len(chosen)


def sweep_all(at: datetime) -> int:
    """Step by step until nothing waits. How many cases were looked at."""
    seen = 0
    while made := sweep(at):
        seen += made
    return seen


def _notice(hints: list[Hint], until: datetime, at: datetime) -> None:
    made: list[Notice] = []
    known = _countings(hints, at, office())
    for hint in hints:
        dues = list(to_notice(known[hint.case_id]))
        made += [
            Notice(case_id=hint.case_id, noticed_at=at, **due._asdict())
            for due in dues if due.look_at <= until
        ]  # fmt: skip
        hint.look_at = min((due.look_at for due in dues if due.look_at > until), default=None)
    made.sort(key=lambda one: (one.fell_at, one.case_id, one.promise))
    Notice.objects.bulk_create(made, ignore_conflicts=True, batch_size=500)
    # Not bulk_update: the rows are there and held, and this is one plain statement for hundreds of them.
    Hint.objects.bulk_create(hints, batch_size=500, update_conflicts=True, unique_fields=["case"], update_fields=["look_at"])


def _countings(hints: list[Hint], at: datetime, held: Office) -> dict[int, list[Counting]]:
    """The clocks of those cases, without a word. Two queries."""
    cases = dict(Case.objects.filter(pk__in=[hint.case_id for hint in hints]).values_list("pk", "received_at"))
    logs: dict[int, list[Happened]] = {pk: [] for pk in cases}
    rows = Event.objects.filter(case__in=logs).order_by("case_id", "seq")
    for pk, verb, when, facts in rows.values_list("case_id", "verb", "at", "facts"):
        logs[pk].append(Happened(verb, when, facts))
    return {pk: list(countings(logs[pk], held, at, received_at=received)) for pk, received in cases.items()}
