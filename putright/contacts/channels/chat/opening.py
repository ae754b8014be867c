"""Whether somebody can chat now: the office offers it, it is open, and a colleague is there."""

from dataclasses import dataclass
from datetime import datetime

from design.dates import LONDON
from offices import Office
from putright.law.calendar import changed
from putright.law.refusals import BeyondCalendar

from . import queries

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Opening:
    offered: bool  # this office has live chat at all
    hours: bool  # it is open at this hour
    staffed: bool  # a colleague is taking chats

    @property
    def now(self) -> bool:
        return self.offered and self.hours and self.staffed


def offered(office: Office, *, at: datetime) -> bool:
    return any(way.slug == "chat" for way in office.channels(at.astimezone(LONDON).date()))


def within_hours(office: Office, *, at: datetime) -> bool:
    """By the pack's hours that day; never on a bank holiday we know of."""
    then = at.astimezone(LONDON)
    try:
        holiday = then.weekday() < 5 and not changed(office.days_off).is_working_day(then.date())
    except BeyondCalendar:
        holiday = False
    today = [row for row in office.hours(then.date()) if DAYS[then.weekday()] in row.days]
    return not holiday and any(row.opens <= then.time() < row.closes for row in today)


def opening(office: Office, *, at: datetime) -> Opening:
    """One query, and only when the clock says open."""
    here, hours = offered(office, at=at), within_hours(office, at=at)
    return Opening(here, hours, here and hours and queries.somebody_takes(at=at))
