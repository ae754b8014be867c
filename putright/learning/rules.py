"""Levels, answers, and when the force is asked again. Nothing here knows of Django."""

from dataclasses import dataclass
from datetime import date, timedelta

LEVELS = ("individual", "team", "organisation")
ANSWERS = ("accepted", "partly", "not")
OUTCOMES = ("taken", "partly", "not")
TOLD = ("letter", "email", "phone", "public", "no")
MOST = 3  # times the rounds ask again; then it is for a person
MONTHS = (3, 6, 12, 24)
LONGEST = timedelta(days=366)  # that something may be set aside


@dataclass(frozen=True)
class Days:
    """In calendar days. `source`: office, or none when it is our own beginning that no source gives."""

    days: int
    again: int
    source: str = "none"


DEFAULT = Days(28, 14)


def due(sent: date, held: Days) -> date:
    """The last day of their time to answer."""
    return sent + timedelta(days=held.days)


def chase_due(due_on: date, last: date | None, today: date, held: Days) -> bool:
    """Whether the force is asked again that day: once their last day is past, and then so many days after the last time. Never
    twice on one day, however long the rounds stood still."""
    return today > due_on and (last is None or (today - last).days >= held.again)


def months_back(today: date, months: int) -> date:
    """The first day of the month so many months ago, this one not counted."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, 1)
