"""Where a call goes: to the team while it is open, and by the office's written process when it is not."""

from dataclasses import dataclass
from datetime import datetime

from offices import Office
from putright.contacts.local.rules import is_open
from putright.law.calendar import in_london


@dataclass(frozen=True)
class Where:
    """`steps`: what the office's process says of a call that came through 101 just then, in the language asked for."""

    is_open: bool
    steps: tuple[str, ...] = ()


def where(office: Office, at: datetime, language: str) -> Where:
    """Process C of the office's own written process, where it has one: 101 heard it first."""
    now, there = in_london(at), is_open(office, at)
    fits = ("any", "open" if there else "closed")
    steps = [route for route in office.routes(now.date()) if route.letter == "C" and route.when in fits]
    return Where(there, tuple(route.words.said(language) for route in steps))


def options(office: Office, at: datetime, language: str) -> dict[str, str]:
    """What the office calls each option of the menu on that day."""
    rows = office.channels(in_london(at).date())
    return {row.option: row.words.said(language) for row in rows if row.option}
