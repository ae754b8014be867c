"""Stopping a clock, letting it go on, giving it longer, saying why it was missed, and excusing it.

Each works on the last clock of a promise on a case, is one transaction and writes one event. What the law sets can be
excused by a supervisor and nothing else (CMR 2020 reg 51(2))."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.law.calendar import day_of
from putright.law.promises import STATUTORY
from putright.people.gates import check
from putright.people.models import Handler

from .promises import Counting, State, state_of
from .queries import countings_of, reasons
from .refusals import (
    ExcusedAlready,
    FellDue,
    MayNotExtend,
    MayNotStop,
    NoSuchClock,
    NotMissed,
    NotStanding,
    SayWhy,
    StandsAlready,
    TheLawSays,
)
from .words import REASONS


@dataclass(frozen=True)
class Why:
    """The code of a reason, from the list of reasons, and what the person who decides adds to it."""

    reason: str
    words: str = ""


@transaction.atomic
def stop(case: Case, promise: str, why: Why, *, by: Handler, at: datetime) -> None:
    """The clock stands still from now: while we wait for the person, or for proceedings (CMR 2020 regs 40-41).

    Refuses TheLawSays, MayNotStop for a reason the promise does not name, StandsAlready, FellDue, NoSuchClock, NotListed."""
    check(by, "clocks.stop")
    case = locked(case)
    clock = _open(case, promise, at)
    _not_law(promise)
    if clock.run.standing:
        raise StandsAlready
    if why.reason.partition(".")[2] not in clock.made.stops_for:
        raise MayNotStop
    _not_due(clock, at)
    _listed(why.reason, "stop", at)
    write(case, _line("clock_stopped", promise, why, by, at))


@transaction.atomic
def go_on(case: Case, promise: str, words: str, *, by: Handler, at: datetime) -> None:
    """The clock goes on from now with what was left of it. Refuses NotStanding, NoSuchClock."""
    check(by, "clocks.stop")
    case = locked(case)
    if not _open(case, promise, at).run.standing:
        raise NotStanding
    write(case, Line("clock_went_on", at, by, facts={"promise": promise}, payload={"words": words} if words else {}))


@transaction.atomic
def extend(case: Case, promise: str, days: int, why: Why, *, by: Handler, at: datetime) -> None:
    """So many more days, working days or hours, as the promise counts. Only before it falls due, and while it runs.

    Refuses TheLawSays, MayNotExtend (how often, by how much: the promise says), FellDue, StandsAlready, NoSuchClock,
    NotListed."""
    check(by, "clocks.extend")
    case = locked(case)
    clock = _open(case, promise, at)
    _not_law(promise)
    made = clock.made
    if len(clock.run.longer) >= made.extends_times or not 1 <= days <= made.extends_by:
        raise MayNotExtend(made.extends_times, made.extends_by)
    if clock.run.standing:
        raise StandsAlready
    _not_due(clock, at)
    _listed(why.reason, "extend", at)
    write(case, _line("clock_extended", promise, why, by, at, days=str(days)))


@transaction.atomic
def excuse(case: Case, promise: str, why: Why, *, by: Handler, at: datetime) -> None:
    """Exceptional circumstances prevent it, so no limit applies (CMR 2020 reg 51(2)): neither kept nor missed from now on.

    A supervisor's decision, with a reason in words that stays on the log. Refuses ExcusedAlready, SayWhy, NoSuchClock where
    it was kept in time or is not needed, NotListed."""
    check(by, "clocks.excuse")
    case = locked(case)
    clock = _last(case, promise, at)
    if clock.run.excused:
        raise ExcusedAlready
    if state_of(clock.run, clock.due_at, at) in (State.KEPT, State.ENDED):
        raise NoSuchClock
    if not why.words.strip():
        raise SayWhy
    _listed(why.reason, "excuse", at)
    write(case, _line("clock_excused", promise, why, by, at))


@transaction.atomic
def say_why_missed(case: Case, promise: str, why: Why, *, by: Handler, at: datetime) -> None:
    """Write down why a promise was not kept in time. Refuses NotMissed, NoSuchClock, NotListed."""
    check(by, "clocks.say_why")
    case = locked(case)
    clock = _last(case, promise, at)
    if state_of(clock.run, clock.due_at, at) not in (State.MISSED, State.KEPT_LATE):
        raise NotMissed
    _listed(why.reason, "missed", at)
    write(case, _line("missed_because", promise, why, by, at))


def _last(case: Case, promise: str, at: datetime) -> Counting:
    found = [one for one in countings_of(case, at) if one.made.name == promise]
    if not found:
        raise NoSuchClock
    return found[-1]


def _open(case: Case, promise: str, at: datetime) -> Counting:
    clock = _last(case, promise, at)
    if not clock.run.is_open:
        raise NoSuchClock
    return clock


def _not_law(promise: str) -> None:
    if promise in STATUTORY:
        raise TheLawSays


def _not_due(clock: Counting, at: datetime) -> None:
    if clock.due_at is not None and at > clock.due_at:
        raise FellDue


def _listed(reason: str, group: str, at: datetime) -> None:
    """It must be in the list that day, and a reason for this."""
    if reason not in {row.code for row in reasons(code_list(REASONS), group, day_of(at))}:
        raise NotListed(reason)


def _line(verb: str, promise: str, why: Why, by: Handler, at: datetime, **more: object) -> Line:
    payload: dict[str, object] = {"words": why.words} if why.words.strip() else {}
    return Line(verb, at, by, facts={"promise": promise, "reason": why.reason, **more}, payload=payload)
