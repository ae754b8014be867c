"""When an office's promise falls due, from its pack and the law's arithmetic."""

from dataclasses import dataclass
from datetime import datetime

from design.dates import LONDON
from offices import Office
from putright.law.calendar import changed
from putright.law.promises import STATUTORY, Due, Hours, Kind, Period, due
from putright.law.refusals import BeyondCalendar

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Promised:
    """What the office says, and the moment it means for something that arrives now; None beyond the calendar we hold."""

    words: str
    due: datetime | None


def promised(office: Office, name: str, language: str, *, at: datetime) -> Promised | None:
    """None when the office makes no such promise that day."""
    on = at.astimezone(LONDON).date()
    promise = office.promise(name, on)
    if promise is None:
        return None
    period = STATUTORY.get(name) or Period(Kind(promise.kind), promise.number, promise.cite)
    result = _due(period, at, office)
    return Promised(promise.words.said(language), result.at if result else None)


def _due(period: Period, at: datetime, office: Office) -> Due | None:
    try:
        return due(period, at, hours=hours_of(office, at), working=changed(office.days_off))
    except BeyondCalendar:
        return None


def hours_of(office: Office, at: datetime) -> Hours | None:
    """The pack's opening hours as the law's arithmetic takes them: the earliest row is the rule, the rest its exceptions."""
    rows = office.hours(at.astimezone(LONDON).date())
    if not rows:
        return None
    week = {DAYS.index(day): (row.opens, row.closes) for row in rows for day in row.days}
    return Hours(rows[0].opens, rows[0].closes, week)
