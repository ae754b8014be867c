"""Counting to a due moment on one's fingers: one day after another, or one minute after another. Slow on purpose, and
without a line of the product's arithmetic; only its list of bank holidays is shared, which the Government publishes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from putright.law.calendar import england_and_wales

LONDON = ZoneInfo("Europe/London")
HOLIDAYS = frozenset(england_and_wales().holidays)


def worked(day, holidays):
    return day.weekday() < 5 and day not in holidays


def day_in_london(moment):
    return moment.astimezone(LONDON).date()


def by_hand(unit, number, start, stills, more, holidays=HOLIDAYS):
    """(due or None, the extensions that came in time, what is left while it stands still)."""
    taken = []
    for one in more:
        then = [(since, until if until and until <= one.at else None) for since, until in stills if since <= one.at]
        due, _ = once(unit, number + sum(more.by for more in taken), start, then, holidays)
        if due is None or one.at <= due:
            taken.append(one)
    due, left = once(unit, number + sum(more.by for more in taken), start, stills, holidays)
    return due, tuple(taken), left


def once(unit, number, start, stills, holidays):
    if unit == "hour":
        return minutes(number * 60, start, stills, holidays)
    return days(unit, number, start, stills, holidays)


def days(unit, number, start, stills, holidays):
    day, left = day_in_london(start), number
    while left:
        day += timedelta(days=1)
        stopped = [
            until is None for since, until in stills
            if day_in_london(since) < day and (until is None or day <= day_in_london(until))
        ]  # fmt: skip
        if any(stopped):
            return None, left
        if not stopped and (unit == "day" or worked(day, holidays)):
            left -= 1
    return datetime.combine(day, time(23, 59, 59), LONDON), 0


def minutes(left, start, stills, holidays):
    """From one moment at which anything may change to the next: opening, closing, midnight, a stop or going on."""
    at = start.astimezone(UTC)
    edges = sorted({moment.astimezone(UTC) for still in stills for moment in still if moment})
    seconds = left * 60
    while True:
        day = day_in_london(at)
        opens, closes = (datetime.combine(day, time(hour), LONDON).astimezone(UTC) for hour in (9, 17))
        stopped = [until is None for since, until in stills if since <= at and (until is None or at < until)]
        if any(stopped) and not seconds <= 0:
            return None, round(seconds / 60)
        tomorrow = datetime.combine(day + timedelta(days=1), time.min, LONDON).astimezone(UTC)
        runs = worked(day, holidays) and opens <= at < closes and not stopped
        following = min([moment for moment in (*edges, opens, closes, tomorrow) if moment > at])
        if runs and (following - at).total_seconds() >= seconds:
            return (at + timedelta(seconds=seconds)).astimezone(LONDON), 0
        if runs:
            seconds -= (following - at).total_seconds()
        at = following
