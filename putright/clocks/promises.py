"""Every clock on a case, worked out from its log, its office's promises and the moment. No Django and no database.

A clock starts at an event and is kept by another; people may stop it, let it go on, give it longer or excuse it where its
promise lets them (`runs.py`). The counting is `law/promises.py`, the words of it `telling.py`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from offices import Office
from offices.shape import Promise
from putright.law import calendar

from .periods import PROMISES, Worked, counted
from .runs import Happened, Longer, Run, Stop, runs_of
from .telling import told
from .words import NAMES, STATES

UNDATED = datetime.max.replace(tzinfo=UTC)


class State(StrEnum):
    RUNNING = "running"
    WARNING = "warning"  # the last fifth, or the day it is due, or as many days before as the promise says
    STANDING = "standing"  # stopped, and not yet going on
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    MISSED = "missed"
    EXCUSED = "excused"  # exceptional circumstances: neither kept nor missed (CMR 2020 reg 51(2))
    ENDED = "ended"  # no longer needed, before it was due


@dataclass(frozen=True, slots=True)
class Clock:
    """One promise on one case. `first_at` differs from `started_at` when it began again; `due_at` is None while it stands
    still; `left` is what is then still to be counted: days, or minutes of opening hours."""

    promise: str
    first_at: datetime
    started_at: datetime
    due_at: datetime | None
    state: State
    working_out: Mapping[str, tuple[str, ...]]
    kept_at: datetime | None = None
    ended_at: datetime | None = None
    stops: tuple[Stop, ...] = ()
    longer: tuple[Longer, ...] = ()
    excused: tuple[datetime, str] | None = None
    because: str = ""
    left: int = 0
    warns_at: datetime | None = None

    @property
    def restarted(self) -> bool:
        return self.first_at != self.started_at

    @property
    def is_open(self) -> bool:
        """Still to be kept, in time or late. Does not change as time goes by, only with events."""
        return self.kept_at is None and self.ended_at is None

    @property
    def binds_at(self) -> datetime | None:
        """When it must be kept by, as things stand; None while it stands still, and when nobody is held to it."""
        return None if self.excused else self.due_at

    def name(self, language: str) -> str:
        return NAMES[self.promise][language == "cy"]

    def state_words(self, language: str) -> str:
        return STATES[self.state][language == "cy"]


@dataclass(frozen=True, slots=True)
class Counting:
    """A clock with its dates and no words yet: what a sweep over thousands asks."""

    made: Promise
    run: Run
    worked: Worked

    @property
    def due_at(self) -> datetime | None:
        return self.worked.counted.due_at

    @property
    def binds_at(self) -> datetime | None:
        """As of a clock in words: None while it stands still, and when nobody is held to it."""
        return None if self.run.excused else self.due_at

    @property
    def warns_at(self) -> datetime | None:
        return None if self.due_at is None else warns_from(self.run.started_at, self.due_at, self.made.warns)


def work_out(
    events: Iterable[Happened], office: Office, at: datetime, *, received_at: datetime | None = None
) -> tuple[Clock, ...]:
    """All clocks there have been on the case by `at`: by promise, then in order. Events are given in the log's order.

    `received_at` is when the first contact reached us, where that was before it was entered. A promise the office did
    not make on the day a clock would start gives no clock."""
    at = at.astimezone(UTC)  # two London times are compared by the face of the clock, an hour out one night a year
    return tuple(clock_of(one, office, at) for one in countings(events, office, at, received_at=received_at))


def countings(
    events: Iterable[Happened], office: Office, at: datetime, *, received_at: datetime | None = None
) -> Iterable[Counting]:
    """The same without a word. Each clock goes by the row of the promise that was in force when it started."""
    known = [event._replace(at=event.at.astimezone(UTC)) for event in events if event.at <= at]
    for promise in PROMISES:
        for run in runs_of(promise, known, office, received_at):
            made = office.promise(promise, calendar.day_of(run.started_at))
            if made is not None:
                yield Counting(made, run, counted(made, run, office))


def in_the_law_s_words(clock: Clock, office: Office) -> Mapping[str, tuple[str, ...]]:
    """Only the count itself, for the person it was promised to: no reasons of ours, and nothing while it has no date."""
    made = office.promise(clock.promise, calendar.day_of(clock.started_at))
    if made is None or clock.due_at is None:
        return {}
    run = Run(clock.first_at, clock.started_at, "", stops=clock.stops, longer=clock.longer)
    return counted(made, run, office).by.working_out(clock.due_at, run.stills)


def latest(clocks: Iterable[Clock]) -> tuple[Clock, ...]:
    """The last clock of each promise: what the case page shows."""
    return tuple({clock.promise: clock for clock in clocks}.values())


def next_due(clocks: Iterable[Clock]) -> Clock | None:
    """The open clock that falls, or fell, due first. One that stands still or is excused only where there is no other."""
    return min((clock for clock in clocks if clock.is_open), key=lambda clock: clock.binds_at or UNDATED, default=None)


def clock_of(one: Counting, office: Office, at: datetime) -> Clock:
    """With its state at a moment and its working-out."""
    run, due_at = one.run, one.due_at
    state = state_of(run, due_at, at, one.made.warns)
    return Clock(
        one.made.name, run.first_at, run.started_at, due_at, state, told(one.made, run, one.worked, office, str(state)),
        kept_at=run.kept[0] if run.kept else None, ended_at=run.ended[0] if run.ended else None, stops=run.stops,
        longer=run.longer, excused=run.excused, because=run.because, left=one.worked.counted.left, warns_at=one.warns_at,
    )  # fmt: skip


def state_of(run: Run, due_at: datetime | None, at: datetime, warns: int | None = None) -> State:
    """A clock kept while it stood still was kept in time; one excused is neither kept nor missed, unless kept in time."""
    if run.kept and (due_at is None or run.kept[0] <= due_at):
        return State.KEPT
    if run.ended and (due_at is None or run.ended[0] <= due_at):
        return State.ENDED
    if run.excused:
        return State.EXCUSED
    if run.kept:
        return State.KEPT_LATE
    if due_at is None:
        return State.STANDING
    if at > due_at:
        return State.MISSED
    return State.WARNING if at >= warns_from(run.started_at, due_at, warns) else State.RUNNING


def warns_from(started_at: datetime, due_at: datetime, days: int | None = None) -> datetime:
    """When “due soon” begins: so many days before, if the promise says; else at the last fifth of the time, or as the day
    it is due begins, whichever is earlier."""
    if days is not None:
        return max(started_at, calendar.at(calendar.day_of(due_at) - timedelta(days=days), time.min))
    fifth = due_at.astimezone(UTC) - (due_at.astimezone(UTC) - started_at.astimezone(UTC)) / 5
    return max(started_at, min(fifth, calendar.at(due_at, time.min)))
