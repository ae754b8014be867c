"""When something may be settled by whoever heard it, away from the team (the Dyfed-Powys decision of 2014, B and C). No
Django."""

from datetime import datetime

from offices import Office
from putright.law.calendar import in_london, is_working_day

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TO_TEAM = "to_team"
DID = ("apology", "explanation", "both")
CONTROL_ROOM = "control-room"


def settles(did: str, complaint: str, content: str) -> bool:
    """Only what is surely no complaint, was put right on the spot, and left them content. Anything else, also what is
    not known, goes to the team."""
    return did in DID and complaint == "no" and content == "yes"


def is_open(office: Office, at: datetime) -> bool:
    """Is the front team there at that moment: the pack's hours of that day, on a working day?"""
    now = in_london(at)
    today = (row for row in office.hours(now.date()) if DAYS[now.weekday()] in row.days)
    return is_working_day(now) and any(row.opens <= now.time() < row.closes for row in today)
