"""What began, kept, ended, stopped and extended each clock, before any date is worked out. No Django and no database."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from offices import Office
from putright.law import calendar
from putright.law.counting import More, Still

from .rules import RULES, Does, Facts, Reading


class Happened(NamedTuple):
    """One event of the log: its verb, when, and its facts. Never anybody's words."""

    verb: str
    at: datetime
    facts: Mapping[str, object]


class Stop(NamedTuple):
    """Why a clock stood still, and from when to when; `until` is None while it still does. The reason is a code."""

    since: datetime
    until: datetime | None
    reason: str


class Longer(NamedTuple):
    """By how many days, working days or hours somebody extended a clock, when, and the code of the reason; or the very day
    it was given until (CMR 2020 reg 30(6); police VRR scheme), whose reason is in words on the log."""

    at: datetime
    by: int
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A clock before it is counted: what began it, and what kept or ended it. Reports count thousands of these."""

    first_at: datetime
    started_at: datetime
    why: str
    kept: tuple[datetime, str] | None = None
    ended: tuple[datetime, str] | None = None
    stops: tuple[Stop, ...] = ()
    longer: tuple[Longer, ...] = ()
    excused: tuple[datetime, str] | None = None
    because: str = ""  # why it was missed, as a code

    @property
    def is_open(self) -> bool:
        return self.kept is None and self.ended is None

    @property
    def standing(self) -> bool:
        return bool(self.stops) and self.stops[-1].until is None

    @property
    def stills(self) -> tuple[Still, ...]:
        return tuple(Still(stop.since, stop.until) for stop in self.stops)

    @property
    def more(self) -> tuple[More, ...]:
        return tuple(More(one.at, one.by) for one in self.longer if one.until is None)


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


def runs_of(promise: str, events: list[Happened], office: Office, received_at: datetime | None) -> list[Run]:
    """The clocks of one promise before any date is worked out. Events in order, in UTC, none yet to come."""
    runs: list[Run] = []
    reading = Reading()
    for event in map(_as_extension, that_reached(events)):
        if event.verb in BY_HAND:
            if runs and event.facts.get("promise") == promise:
                runs[-1] = BY_HAND[event.verb](runs[-1], event.at, event.facts)
            continue
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
    if event.verb in _ON:
        return _on(event.facts.get(_ON[event.verb]), event.at)
    return received_at.astimezone(UTC) if event.verb == "received" and received_at else event.at


# What reached us on a day, whoever writes it down when: the application (CMR 2020 reg 29), the force's answer (reg 30(5)).
_ON = {"review_asked": "received_on", "review_answered": "answered_on"}


def _on(day: object, written_at: datetime) -> datetime:
    """Noon of that day, unless it was written down on that day or before: the hour is not known."""
    if not isinstance(day, str) or date.fromisoformat(day) >= calendar.day_of(written_at):
        return written_at
    return calendar.at(date.fromisoformat(day), time(12)).astimezone(UTC)


# As it was written before the two were one event with every other extension: verb -> promise, the fact with the day.
_OF_OLD = {"review_longer": ("review-answer", "answer_by"), "victim_review_longer": ("vrr-complete", "until")}


def _as_extension(event: Happened) -> Happened:
    if event.verb not in _OF_OLD:
        return event
    promise, day = _OF_OLD[event.verb]
    return Happened("clock_extended", event.at, {"promise": promise, "until": event.facts.get(day)})


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


def _stopped(run: Run, at: datetime, facts: Facts) -> Run:
    if run.standing or not run.is_open:
        return run
    return replace(run, stops=(*run.stops, Stop(at, None, str(facts.get("reason", "")))))


def _went_on(run: Run, at: datetime, facts: Facts) -> Run:
    if not run.standing or not run.is_open:
        return run
    return replace(run, stops=(*run.stops[:-1], run.stops[-1]._replace(until=at)))


def _extended(run: Run, at: datetime, facts: Facts) -> Run:
    by, until, reason = facts.get("days"), facts.get("until"), str(facts.get("reason", ""))
    if not run.is_open or not (isinstance(by, str) or isinstance(until, str)):
        return run
    made = Longer(at, 0, reason, date.fromisoformat(until)) if isinstance(until, str) else Longer(at, int(str(by)), reason)
    return replace(run, longer=(*run.longer, made))


def _excused(run: Run, at: datetime, facts: Facts) -> Run:
    return replace(run, excused=(at, str(facts.get("reason", ""))))


def _because(run: Run, at: datetime, facts: Facts) -> Run:
    return replace(run, because=str(facts.get("reason", "")))


# What people do to a clock: to the last one of the promise there is. The facts hold codes and figures as text.
BY_HAND = {
    "clock_stopped": _stopped,
    "clock_went_on": _went_on,
    "clock_extended": _extended,
    "clock_excused": _excused,
    "missed_because": _because,
}
EXTENDS = frozenset({"clock_extended", *_OF_OLD})
