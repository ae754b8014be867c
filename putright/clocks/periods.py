"""An office's promises, hours and days off as the law room counts them. No Django and no database."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from itertools import takewhile

from offices import Office
from offices.days_off import DayOff
from offices.shape import Hours as Opening
from offices.shape import Promise
from putright.law import calendar
from putright.law.calendar import Calendar
from putright.law.counting import Counted, More
from putright.law.promises import OPEN, STATUTORY, CountsFrom, Due, Hours, Kind, Period, Reckoned
from putright.law.refusals import BeyondCalendar

from .runs import Longer, Run
from .words import Said, say

PROMISES = (
    "first-contact", "refer", "iopc-referral", "update", "outcome", "review-received", "review-done", "review-answer",
    "vrr-acknowledge", "vrr-complete",
)  # fmt: skip
FROM_RECEIPT = frozenset({"vrr-acknowledge", "vrr-complete"})  # the scheme counts days, whatever the office’s hours
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Worked:
    """A clock's count, and what it was counted by. `whole`: by all the bank holidays there are. `until`: the days it was given,
    those of them that were set before it fell due."""

    counted: Counted
    by: Reckoned
    whole: bool = True
    until: tuple[Longer, ...] = ()


def period(promise: Promise) -> Period:
    """The period of a promise. What the law sets is the law's, whatever number a pack gives."""
    if promise.name in STATUTORY:
        return STATUTORY[promise.name]
    since = CountsFrom.RECEIPT if promise.name in FROM_RECEIPT else CountsFrom.OFFICE_HOURS
    return Period(Kind(promise.kind), promise.number, recalled=promise.source == "recalled", counts_from=since)


def promise_for(office: Office, name: str, on: date) -> Promise | None:
    """The office's promise that day; where it made none then, the first it made after. None: it has never made it.

    For working out a date on request. A case's own clocks ask `office.promise`, which is strict about the day."""
    made = office.promise(name, on)
    later = [row for row in office.promises if row.name == name and row.since and row.since > on]
    return made or min(later, key=lambda row: row.since or on, default=None)


def hours(office: Office, on: date) -> Hours:
    """The opening hours of that day's week; nine to five where the pack gives none for it."""
    rows = office.hours(on)
    if not rows:
        return OPEN
    week = {DAYS.index(day): (row.opens, row.closes) for row in rows for day in row.days}
    usual: Opening = rows[0]
    return Hours(usual.opens, usual.closes, week)


def counted(promise: Promise, run: Run, office: Office) -> Worked:
    """When a clock falls due, with its stops and what it was extended by.

    Beyond the bank holidays we hold only weekends are left out: it then falls due too early and never too late, until the
    official list for that year is added. A case must not be shut away because a list ran out."""
    by = _by(promise, run.started_at, office)
    try:
        return _given(Worked(by.counted(run.stills, run.more), by), run)
    except BeyondCalendar:
        on = calendar.day_of(run.started_at)
        wider = replace(by, working=_weekends_beyond(office.days_off, on.year))
        return _given(Worked(wider.counted(run.stills, run.more), wider, whole=False), run)


def _given(worked: Worked, run: Run) -> Worked:
    """Until the last of the days it was given before it then fell due. That day is as somebody was told it: no bank holiday
    moves it, and only what is added after it is counted on."""
    if run.standing or all(one.until is None for one in run.longer):
        return worked
    earlier = tuple(More(one.at, one.by) for one in takewhile(lambda one: one.until is None, run.longer))
    counted = worked.by.counted(run.stills, earlier)
    taken: list[Longer] = []
    due_at = counted.due_at
    for one in run.longer[len(earlier):]:
        if due_at is None or one.at > due_at:
            continue
        last = one.until or _later(worked.by, calendar.day_of(due_at), one.by)
        due_at, taken = calendar.end_of_day(last), [*taken, one]
    more = tuple(More(one.at, one.by) for one in taken if one.until is None)
    return replace(
        worked, counted=replace(counted, due_at=due_at, taken=(*counted.taken, *more)),
        until=tuple(one for one in taken if one.until),
    )  # fmt: skip


def _later(by: Reckoned, day: date, number: int) -> date:
    return by.working.add_working_days(day, number) if by.period.kind is Kind.WORKING_DAYS else calendar.add_days(day, number)


def _by(promise: Promise, began: datetime, office: Office) -> Reckoned:
    made, on = period(promise), calendar.day_of(began)
    return Reckoned(made, began, hours(office, on), made.counts_from, calendar.changed(office.days_off))


def reckoned(promise: Promise, began: datetime, office: Office) -> tuple[Due, bool]:
    """When a promise that nobody stopped or extended falls due, and whether by all the bank holidays there are."""
    worked = counted(promise, Run(began, began, ""), office)
    due_at = worked.counted.due_at
    if due_at is None:
        raise ValueError("An office that never opens again keeps no promise in hours.")
    return Due(due_at, worked.by.working_out(due_at)), worked.whole


@lru_cache(maxsize=32)
def _weekends_beyond(days_off: tuple[DayOff, ...], year: int) -> Calendar:
    held = calendar.changed(days_off)
    first, last = min(held.first, date(year - 1, 1, 1)), max(held.last, date(year + 3, 1, 1))
    return Calendar(held.holidays, first, last)


def remarks(promise: Promise) -> list[Said]:
    """What a reader should know besides the count: the office's own words, and whether it has confirmed them."""
    said = [] if promise.statutory else [say("promise", words={"en": promise.words.en, "cy": promise.words.cy})]
    if promise.source == "demonstration":
        said.append(say("check"))
    if promise.name == "iopc-referral":
        said.append(say("must_refer"))
    return said
