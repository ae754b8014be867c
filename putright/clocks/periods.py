"""An office's promises and hours as the law room counts them. No Django and no database."""

from datetime import date, datetime
from functools import lru_cache

from offices import Office
from offices.shape import Hours as Opening
from offices.shape import Promise
from putright.law import calendar
from putright.law.calendar import Calendar, england_and_wales
from putright.law.promises import OPEN, STATUTORY, CountsFrom, Due, Hours, Kind, Period, due
from putright.law.refusals import BeyondCalendar

from .words import Said, say

PROMISES = ("first-contact", "refer", "iopc-referral", "update", "outcome", "vrr-acknowledge", "vrr-complete")
FROM_RECEIPT = frozenset({"vrr-acknowledge", "vrr-complete"})  # the scheme counts days, whatever the office’s hours
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


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


def reckoned(promise: Promise, began: datetime, office: Office) -> tuple[Due, bool]:
    """When a promise falls due, and whether by all the bank holidays there are.

    Beyond those we hold only weekends are left out: it then falls due too early and never too late, until the official
    list for that year is added. A case must not be shut away because a list ran out."""
    on = calendar.day_of(began)
    try:
        return due(period(promise), began, hours=hours(office, on)), True
    except BeyondCalendar:
        return due(period(promise), began, hours=hours(office, on), working=_weekends_beyond(on.year)), False


@lru_cache(maxsize=32)
def _weekends_beyond(year: int) -> Calendar:
    held = england_and_wales()
    first, last = min(held.first, date(year - 1, 1, 1)), max(held.last, date(year + 2, 1, 1))
    return Calendar(held.holidays, first, last)


def remarks(promise: Promise) -> list[Said]:
    """What a reader should know besides the count: the office's own words, and whether it has confirmed them."""
    said = [] if promise.statutory else [say("promise", words={"en": promise.words.en, "cy": promise.words.cy})]
    if promise.source == "demonstration":
        said.append(say("check"))
    if promise.name == "iopc-referral":
        said.append(say("must_refer"))
    return said
