"""Promises as they are kept for each case, so that a month need not read every log.

What became of a promise changes with events, each of which marks its case; and with time, for a promise still open, which
is missed once it is due. So what is kept is what became of it by its events alone. Marked cases are read anew; all are when
the office's promises, hours or days off are no longer those by which cases were read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import Protocol

from django.db import connection
from django.db.models import Count, Q, QuerySet, Sum

from offices import Office
from putright.cases.models import Case
from putright.clocks.promises import State, state_of

from . import marks, models, sentries
from .months import Month, Span
from .reckoning import EXCUSED, KEPT, MISSED, Contacted, Fell, Reckoning, days_to
from .shapes import Shapes

OPEN = "open"  # by its events neither kept nor late nor excused
EDITION = "1"  # of the working-out in this file and in reckoning.py: another makes all that is kept be made again
AFTER_ALL = datetime(9000, 1, 1, tzinfo=UTC)
FATES = {State.KEPT: KEPT, State.KEPT_LATE: MISSED, State.EXCUSED: EXCUSED, State.MISSED: OPEN}


class Reckoned(Protocol):
    """Promises that fell due in a month and first contacts made in it, whether read or kept."""

    @property
    def fell(self) -> list[Fell]: ...
    @property
    def contacted(self) -> list[Contacted]: ...
    @property
    def fates(self) -> Mapping[tuple[str, str], int]: ...
    @property
    def reached(self) -> tuple[int, int]: ...
    @property
    def among(self) -> QuerySet[Case]: ...


def basis(office: Office) -> str:
    """A digest of all that promises are counted by, but the logs."""
    return sha256(f"{EDITION} {office.promises!r} {office.opening!r} {office.days_off!r}".encode()).hexdigest()


def reckoned(month: Month | Span, office: Office, at: datetime) -> Reckoned:
    """The quick way where it holds: the triggers stand, the promises are the same and nothing was kept after `at`."""
    if sentries.stand(connection):
        keeping = models.Keeping.objects.first()
        if keeping and keeping.basis == basis(office) and keeping.at and keeping.at <= at:
            return Quick(month, office, at)
    return Reckoning(month, office, at)


class Quick:
    """What is kept of cases that nothing marked, and the rest read from their logs."""

    def __init__(self, month: Month | Span, office: Office, at: datetime) -> None:
        self.at, self.live = at, Reckoning(month, office, at, only=marks.cases())
        self._fell = models.Fell.objects.filter(due_at__gte=month.start, due_at__lt=month.end).exclude(
            Q(file__in=marks.cases()) | Q(fate=OPEN, due_at__gte=at)
        )
        within = models.Reached.objects.filter(at__gte=month.start, at__lt=month.end)
        self._reached = within.exclude(file__in=marks.cases())

    @cached_property
    def fell(self) -> list[Fell]:
        rows = self._fell.values_list("file", "promise", "due_at", "fate")
        kept = [Fell(file, promise, due_at, _so_far(fate)) for file, promise, due_at, fate in rows]
        return kept + self.live.fell

    @cached_property
    def contacted(self) -> list[Contacted]:
        return [Contacted(*row) for row in self._reached.values_list("file", "at", "days")] + self.live.contacted

    @cached_property
    def fates(self) -> Mapping[tuple[str, str], int]:
        made = Counter(self.live.fates)
        for fate, promise, number in self._fell.values_list("fate", "promise").annotate(number=Count("pk")):
            made[_so_far(fate), promise] += number
        return made

    @cached_property
    def reached(self) -> tuple[int, int]:
        kept, live = self._reached.aggregate(number=Count("pk"), days=Sum("days")), self.live.reached
        return kept["number"] + live[0], (kept["days"] or 0) + live[1]

    @property
    def among(self) -> QuerySet[Case]:
        stored = Q(pk__in=self._fell.values("file")) | Q(pk__in=self._reached.values("file"))
        return Case.objects.filter(stored | Q(pk__in=self.live.among.values("pk")))


def _so_far(fate: str) -> str:
    return MISSED if fate == OPEN else fate


@dataclass
class Read:
    """What to keep of some cases, and the latest moment their logs tell of."""

    fell: list[models.Fell]
    reached: list[models.Reached]
    latest: datetime


def read(cases: QuerySet[Case], office: Office, at: datetime) -> Read:
    """Every promise with a day, and every first contact, of those cases. Imported history has none."""
    whole, found, shapes = Reckoning(Span(at.date(), at.date()), office, AFTER_ALL), Read([], [], at), Shapes(office)
    for case, received_at, log in whole.logs(cases.filter(imported=False)):
        found.latest = max([found.latest, *(event.at for event in log)])
        for promise, run in shapes.runs(log, received_at):
            due_at = whole.dues.at(promise, run)
            if due_at and (fate := FATES.get(state_of(run, due_at, AFTER_ALL))):
                found.fell.append(models.Fell(file=case, promise=promise, due_at=due_at, fate=fate))
            if promise == "first-contact" and run.kept:
                found.reached.append(models.Reached(file=case, at=run.kept[0], days=days_to(run)))
    return found
