"""What this room owes unasked: when a quarter or a financial year has ended its clocks start, `diary:<duty>:<period>`."""

from collections.abc import Iterator
from datetime import datetime, time

from putright.law import calendar

from . import rules
from .duties import duties, held
from .models import Occasion

PREFIX = "diary:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """One query. Only the newest period that is over: the diary begins where the office begins to use it."""
    today = calendar.day_of(at)
    due = {key: rules.ended(duty.starts, today) for key, duty in duties().items() if duty.starts != rules.TOLD}
    there = set(Occasion.objects.filter(duty__in=due).values_list("duty", "period"))
    waiting = [(key, period, last) for key, (period, last) in due.items() if (key, period) not in there]
    for key, period, last in waiting[:limit]:
        yield f"{PREFIX}{key}:{period}", calendar.at(calendar.add_days(last, 1), time.min)


def fulfil(key: str, *, at: datetime) -> None:
    """Done three times it has one effect: a duty has one clock for a period."""
    _prefix, duty, period = key.split(":")
    newest, last = rules.ended(duties()[duty].starts, calendar.day_of(at))
    if newest == period:
        row = {"began_on": last, "due_on": held(last)[duty].due(last), "at": at}
        Occasion.objects.get_or_create(duty=duty, period=period, defaults=row)
