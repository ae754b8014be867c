"""Where a call goes: to the team while it is open, and by the office's written process when it is not."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from offices import Office
from offices.shape import in_force
from putright.contacts.opening import CONTROL_ROOM, DAYS, is_open
from putright.law import calendar

FAR = 21  # days looked ahead for the next opening; Christmas is shorter


@dataclass(frozen=True)
class Where:
    """`steps`: what the office's own process says of a call through 101 just then. Where it says nothing, `stands_in` is
    whoever may put things right there and then for the team, if anybody. `opens`: when the team is there again."""

    is_open: bool
    steps: tuple[str, ...] = ()
    stands_in: str = ""
    opens: datetime | None = None


def where(office: Office, at: datetime, language: str) -> Where:
    """Process C of Dyfed-Powys 2014, where the office has written one: 101 heard it first."""
    now, there = calendar.in_london(at), is_open(office, at)
    fits = ("any", "open" if there else "closed")
    steps = [route for route in office.routes(now.date()) if route.letter == "C" and route.when in fits]
    rooms = [team for team in in_force(office.teams, now.date()) if team.slug == CONTROL_ROOM]
    stands_in = rooms[0].words.said(language) if rooms else ""
    said = tuple(route.words.said(language) for route in steps)
    return Where(there, said, stands_in, None if there else next_opening(office, at))


def next_opening(office: Office, at: datetime) -> datetime | None:
    """When the team is next there; None when its hours do not say."""
    today = calendar.day_of(at)
    for ahead in range(FAR):
        day = today + timedelta(days=ahead)
        shut = day in calendar.changed(office.days_off).holidays
        rows = [] if shut else [row for row in office.hours(day) if DAYS[day.weekday()] in row.days]
        starts = [moment for row in rows if (moment := calendar.at(day, row.opens)) > at]
        if starts:
            return min(starts)
    return None


def options(office: Office, at: datetime, language: str) -> dict[str, str]:
    """What the office calls each option of the menu on that day."""
    rows = office.channels(calendar.day_of(at))
    return {row.option: row.words.said(language) for row in rows if row.option}
