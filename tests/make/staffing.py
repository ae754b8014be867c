"""Makers of the staffing room's rows: posts, and weeks of counted calls."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from putright.law.calendar import at as in_london
from putright.law.calendar import day_of
from putright.people.models import Handler
from putright.staffing import actions
from putright.staffing.actions import Stood
from putright.staffing.models import Post

from .people import AT


def posts(by: Handler, number: int = 6, *, at: datetime = AT) -> list[Post]:
    """So many filled posts, the first of them Welsh."""
    filled = Stood("filled")
    return [actions.add_post(f"Adviser {place}", Decimal(1), place == 1, filled, by=by, at=at) for place in range(1, number + 1)]


def weeks(number: int, *, calls: int = 4, at: datetime = AT) -> list[tuple[datetime, int]]:
    """The same number of calls in every half-hour from nine to five, Monday to Friday, until yesterday; London time."""
    days = [day_of(at) - timedelta(days=back) for back in range(1, number * 7 + 1)]
    halves = [time(half // 2, half % 2 * 30) for half in range(18, 34)]
    return [(datetime.combine(day, half), calls) for day in days if day.weekday() < 5 for half in halves]


def counted(by: Handler, number: int, *, calls: int = 4, at: datetime = AT) -> int:
    rows = [(in_london(start.date(), start.time()), given) for start, given in weeks(number, calls=calls, at=at)]
    return actions.keep_counts(rows, by=by, at=at)
