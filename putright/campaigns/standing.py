"""Where a campaign stands on a day, and what it may show. Pure: of its row alone."""

from datetime import datetime

from putright.law.calendar import day_of

from .models import Campaign


def state(one: Campaign, at: datetime) -> str:
    """A key of words.STATES."""
    if one.cleared_at:
        return "cleared"
    if one.stopped_at:
        return "stopped"
    if not one.signed_at:
        return "waits" if one.forward_at else "draft"
    if day_of(at) > one.ends_on:
        return "over"
    if one.begun_at:
        return "open"
    return "going" if day_of(at) >= one.starts_on else "signed"


def tells(one: Campaign, at: datetime) -> bool:
    """Whether nothing more can come, so that what was said may be shown."""
    return bool(one.stopped_at and one.begun_at) or (bool(one.begun_at) and day_of(at) >= one.days.tells_from)
