"""Every clock on a case, worked out from its log, its office's promises and the moment. No Django and no database.

A clock starts at an event and is kept by another. `refer` begins again when it is clarified that this is a complaint;
`update` begins again with each notification of progress. An exception for exceptional circumstances (CMR 2020 reg
51(2)) is a person's decision and is not made here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import NamedTuple

from offices import Office
from offices.shape import Promise
from putright.law import calendar

from . import words
from .periods import PROMISES, reckoned, remarks
from .rules import RULES, Does, Reading
from .words import NAMES, STATES, Said


class Happened(NamedTuple):
    """One event of the log: its verb, when, and its facts. Never anybody's words."""

    verb: str
    at: datetime
    facts: Mapping[str, object]


class State(StrEnum):
    RUNNING = "running"
    WARNING = "warning"  # the last fifth, or the day it is due
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    MISSED = "missed"
    ENDED = "ended"  # no longer needed, before it was due


@dataclass(frozen=True, slots=True)
class Clock:
    """One promise on one case. `first_at` differs from `started_at` when it began again."""

    promise: str
    first_at: datetime
    started_at: datetime
    due_at: datetime
    state: State
    working_out: Mapping[str, tuple[str, ...]]
    kept_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def restarted(self) -> bool:
        return self.first_at != self.started_at

    @property
    def is_open(self) -> bool:
        """Still to be kept, in time or late. Does not change as time goes by, only with events."""
        return self.kept_at is None and self.ended_at is None

    def name(self, language: str) -> str:
        return NAMES[self.promise][language == "cy"]

    def state_words(self, language: str) -> str:
        return STATES[self.state][language == "cy"]


@dataclass(frozen=True, slots=True)
class Run:
    """A clock before it is counted: what began it, and what kept or ended it. Reports count thousands of these."""

    first_at: datetime
    started_at: datetime
    why: str
    kept: tuple[datetime, str] | None = None
    ended: tuple[datetime, str] | None = None

    @property
    def is_open(self) -> bool:
        return self.kept is None and self.ended is None


def work_out(
    events: Iterable[Happened], office: Office, at: datetime, *, received_at: datetime | None = None
) -> tuple[Clock, ...]:
    """All clocks there have been on the case by `at`: by promise, then in order. Events are given in the log's order.

    `received_at` is when the first contact reached us, where that was before it was entered. A promise the office did
    not make on the day a clock would start gives no clock."""
    at = at.astimezone(UTC)  # two London times are compared by the face of the clock, an hour out one night a year
    known = [event._replace(at=event.at.astimezone(UTC)) for event in events if event.at <= at]
    found = []
    for promise in PROMISES:
        for run in runs_of(promise, known, office, received_at):
            made = office.promise(promise, calendar.day_of(run.started_at))
            if made is not None:
                found.append(_counted(run, made, office, at))
    return tuple(found)


def that_reached(events: list[Happened]) -> list[Happened]:
    """Without the letters that came back afterwards: one that did not reach them kept nothing, and the promise it was to
    keep runs on from its own beginning. One that goes again is another `sent`."""
    came_back = {event.facts.get("letter"): place for place, event in enumerate(events) if event.verb == "came_back"}
    if not came_back:
        return events
    return [
        event
        for place, event in enumerate(events)
        if event.verb != "sent" or place > came_back.get(event.facts.get("letter"), -1)
    ]


def latest(clocks: Iterable[Clock]) -> tuple[Clock, ...]:
    """The last clock of each promise: what the case page shows."""
    return tuple({clock.promise: clock for clock in clocks}.values())


def next_due(clocks: Iterable[Clock]) -> Clock | None:
    """The open clock that falls, or fell, due first."""
    return min((clock for clock in clocks if clock.is_open), key=lambda clock: clock.due_at, default=None)


def runs_of(promise: str, events: list[Happened], office: Office, received_at: datetime | None) -> list[Run]:
    """The clocks of one promise before any date is worked out. Events in order, in UTC, none yet to come."""
    runs: list[Run] = []
    reading = Reading()
    for event in that_reached(events):
        reading = reading.after(event.verb, event.facts)
        does, why = RULES[promise](event.verb, event.facts, reading)
        moment = _moment(promise, event, received_at)
        running = bool(runs and runs[-1].is_open)
        if running:
            runs += _continued(runs, does, why, moment, _restarts(office, promise, moment))
        elif Does.START in does and not (Does.ONCE in does and any(run.kept for run in runs)):
            runs.append(Run(moment, moment, why))
    return runs


def _moment(promise: str, event: Happened, received_at: datetime | None) -> datetime:
    """When it happened, for this promise: a contact counts from when it reached us, not from when it was entered; a duty
    to refer from when it became clear, which may be before anybody decided (CMR 2020 reg 4(2))."""
    clear_at = event.facts.get("clear_at")
    if promise == "iopc-referral" and isinstance(clear_at, str):
        return datetime.fromisoformat(clear_at).astimezone(UTC)
    asked_at = event.facts.get("asked_at")
    if event.verb == "victim_review_opened" and isinstance(asked_at, str):  # the day the request came, whoever enters it when
        return datetime.fromisoformat(asked_at).astimezone(UTC)
    return received_at.astimezone(UTC) if event.verb == "received" and received_at else event.at


def _restarts(office: Office, promise: str, moment: datetime) -> bool:
    made = office.promise(promise, calendar.day_of(moment))
    return made is not None and made.restarts_when_clarified


def _continued(runs: list[Run], does: Does, why: str, at: datetime, restarts: bool) -> list[Run]:
    """What an event does to the open clock, which is the last of `runs`; returns the clock that follows, if any."""
    last = runs[-1]
    if Does.KEEP in does:
        runs[-1] = replace(last, kept=(at, why))
        return [Run(at, at, why)] if Does.RENEW in does else []
    if Does.END in does:
        runs[-1] = replace(last, ended=(at, why))
    elif Does.RESTART in does and restarts:
        runs[-1] = replace(last, started_at=at, why=why)
    return []


def _counted(run: Run, made: Promise, office: Office, at: datetime) -> Clock:
    result, whole = reckoned(made, run.started_at, office)
    state = state_of(run, result.at, at)
    counted = [*_both(result.working_out), *([] if whole else [words.say("beyond")])]
    said = [_beginning(run), *counted, *remarks(made), *_finish(run, state)]
    return Clock(
        made.name, run.first_at, run.started_at, result.at, state,
        {language: tuple(line[language] for line in said) for language in words.LANGUAGES},
        kept_at=run.kept[0] if run.kept else None, ended_at=run.ended[0] if run.ended else None,
    )  # fmt: skip


def state_of(run: Run, due_at: datetime, at: datetime) -> State:
    if run.kept:
        return State.KEPT if run.kept[0] <= due_at else State.KEPT_LATE
    if run.ended and run.ended[0] <= due_at:
        return State.ENDED
    if at > due_at:
        return State.MISSED
    return State.WARNING if at >= warns_from(run.started_at, due_at) else State.RUNNING


def warns_from(started_at: datetime, due_at: datetime) -> datetime:
    """When “due soon” begins: at the last fifth of the time, or as the day it is due begins, whichever is earlier."""
    fifth = due_at.astimezone(UTC) - (due_at.astimezone(UTC) - started_at.astimezone(UTC)) / 5
    return max(started_at, min(fifth, calendar.at(due_at, time.min)))


def _beginning(run: Run) -> Said:
    why = words.in_both(words.HAPPENED[run.why])
    if run.first_at != run.started_at:
        return words.say("began_again", first=words.moment(run.first_at), why=why)
    return words.say("began", why=why)


def _both(working_out: Mapping[str, tuple[str, ...]]) -> list[Said]:
    return [dict(zip(working_out, lines, strict=True)) for lines in zip(*working_out.values(), strict=True)]


def _finish(run: Run, state: State) -> list[Said]:
    end = run.kept or run.ended
    if state is State.MISSED:
        return [words.say("missed")]
    if end is None:
        return []
    return [words.say(state, when=words.moment(end[0]), why=words.in_both(words.HAPPENED[end[1]]))]
