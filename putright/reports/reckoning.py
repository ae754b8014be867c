"""Promises that fell due in a month, counted over every case they could be on, in one pass of the log.

The rules are those of the clocks room. What is left out is the working-out in words, and each due moment is worked out
once for all cases that share it: a promise falls due by the London day it began and, where it counts working days,
by whether the office had closed. Cases whose logs say the same things in the same order (`shapes.py`) are read once. A test
holds this to the slow way, case by case."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.db.models import CharField, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from offices import Office
from offices.shape import Promise
from putright.cases.models import Case, Event
from putright.clocks.periods import counted, hours, period
from putright.clocks.promises import State, state_of
from putright.clocks.runs import Happened, Run
from putright.law import calendar
from putright.law.promises import Kind

from .months import Month
from .shapes import Shapes

# Every event that begins, keeps or ends a clock (clocks.rules). Naming them lets the index on (verb, at) be used.
VERBS = (
    "received", "clarified", "asked_to_record", "decided", "spoke", "sent", "put_right", "outcome_back", "settled",
    "offered", "handed_over", "closed", "must_refer", "reopened", "joined",
    "clock_stopped", "clock_went_on", "clock_extended", "clock_excused", "missed_because",
    "review_asked", "review_decided", "review_refused", "review_forwarded", "review_withdrawn", "review_finished",
    "review_recommended", "review_answered", "review_longer",
    "victim_review_opened", "victim_review_longer", "victim_review_ended",
)  # fmt: skip
DAYS_IN = {Kind.DAYS: 1, Kind.WEEKS: 7, Kind.MONTHS: 31, Kind.WORKING_DAYS: 2, Kind.HOURS: 2, Kind.END_OF_NEXT_DAY: 1}
HOLIDAYS = 14  # days: more than any run of weekends and bank holidays adds to twice the working days
KEPT, MISSED, EXCUSED = "kept", "missed", "excused"
FATES = {State.KEPT: KEPT, State.MISSED: MISSED, State.KEPT_LATE: MISSED, State.EXCUSED: EXCUSED}


class Fell(NamedTuple):
    """A promise on a case that fell due in the month, and whether it was kept in time, or excused."""

    case: int
    promise: str
    due_at: datetime
    fate: str


class Contacted(NamedTuple):
    """A first contact made in the month, and how many days after we heard."""

    case: int
    at: datetime
    days: int


class Dues:
    """When promises fall due, each worked out once."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.made: dict[tuple[str, date], Promise | None] = {}
        self.known: dict[tuple[str, date, bool], datetime | None] = {}
        self.closing: dict[date, time] = {}

    def at(self, promise: str, run: Run) -> datetime | None:
        """None when the office made no such promise that day, and while the clock stands still."""
        local = calendar.in_london(run.started_at)
        day = local.date()
        made = self.promise(promise, day)
        if made is None:
            return None
        if run.stops or run.longer or Kind(made.kind) is Kind.HOURS:
            return counted(made, run, self.office).counted.due_at
        if day not in self.closing:
            self.closing[day] = hours(self.office, day).on(day)[1]
        key = (promise, day, local.time() > self.closing[day])
        if key not in self.known:
            self.known[key] = counted(made, run, self.office).counted.due_at
        return self.known[key]

    def promise(self, name: str, day: date) -> Promise | None:
        if (name, day) not in self.made:
            self.made[name, day] = self.office.promise(name, day)
        return self.made[name, day]

    @cached_property
    def longest(self) -> timedelta:
        """No promise of this office runs longer than this."""
        made = [(period(row), row.extends_times * row.extends_by) for row in self.office.promises]
        return timedelta(days=max((DAYS_IN[p.kind] * p.n + 2 * more for p, more in made), default=0) + HOLIDAYS)


class Reckoning:
    """One pass over the log for a month: promises that fell due, and first contacts made. `at` is the moment asked."""

    def __init__(self, month: Month, office: Office, at: datetime) -> None:
        self.month, self.at, self.dues = month, at.astimezone(UTC), Dues(office)
        self.start, self.end = month.start, month.end

    @cached_property
    def among(self) -> QuerySet[Case]:
        """Every case that could have a promise due or a first contact in the month. Not imported history."""
        since = self.start - self.dues.longest
        lately = Event.objects.filter(verb__in=VERBS, at__gte=since, at__lt=self.end)
        first, last = (calendar.day_of(moment).isoformat() for moment in (self.start, self.end))
        day = Cast(KT("facts__until"), CharField())  # given longer until then, however long ago
        given = Event.objects.filter(verb="clock_extended").annotate(until=day).filter(until__gte=first, until__lte=last)
        moved = Q(pk__in=lately.values("case_id")) | Q(received_at__gte=since, received_at__lt=self.end)
        moved |= Q(pk__in=given.values("case_id"))
        return Case.objects.filter(moved, imported=False)

    @cached_property
    def _counted(self) -> tuple[list[Fell], list[Contacted]]:
        fell: list[Fell] = []
        contacted: list[Contacted] = []
        shapes = Shapes(self.dues.office)
        for case, received_at, log in self._logs():
            for promise, run in shapes.runs(log, received_at):
                fell += self._fell(case, promise, run)
                contacted += self._contacted(case, promise, run)
        return fell, contacted

    @property
    def fell(self) -> list[Fell]:
        return self._counted[0]

    @property
    def contacted(self) -> list[Contacted]:
        return self._counted[1]

    def _logs(self) -> Iterator[tuple[int, datetime, list[Happened]]]:
        # Nothing but the case is asked of an event here: else SQLite reads every event of those verbs there ever was.
        rows = Event.objects.filter(case__in=self.among.values("pk")).order_by("case_id", "seq")
        columns = rows.values_list("case_id", "case__received_at", "verb", "at", "facts")
        for (case, received_at), events in groupby(columns.iterator(chunk_size=5000), itemgetter(0, 1)):
            log = [Happened(verb, at.astimezone(UTC), facts) for _, _, verb, at, facts in events if verb in VERBS]
            yield case, received_at, [event for event in log if event.at <= self.at]

    def _fell(self, case: int, promise: str, run: Run) -> Iterator[Fell]:
        due_at = self.dues.at(promise, run)
        if due_at is None or not self.start <= due_at < self.end:
            return
        if fate := FATES.get(state_of(run, due_at, self.at)):
            yield Fell(case, promise, due_at, fate)

    def _contacted(self, case: int, promise: str, run: Run) -> Iterator[Contacted]:
        if promise == "first-contact" and run.kept and self.start <= run.kept[0] < self.end:
            days = calendar.day_of(run.kept[0]) - calendar.day_of(run.started_at)
            yield Contacted(case, run.kept[0], days.days)
