"""When the front team is there. No Django."""

from datetime import datetime

from offices import Office
from putright.law.calendar import changed, in_london

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CONTROL_ROOM = "control-room"  # the team that takes its calls when it is shut


def is_open(office: Office, at: datetime) -> bool:
    """Is the front team there at that moment: the office's hours of that day, Saturdays too, but on no bank holiday we know?"""
    now = in_london(at)
    today = (row for row in office.hours(now.date()) if DAYS[now.weekday()] in row.days)
    return now.date() not in changed(office.days_off).holidays and any(row.opens <= now.time() < row.closes for row in today)
