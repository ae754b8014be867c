"""The day on which a question that is asked each week or month is next laid ready. No Django."""

from datetime import date, timedelta

WEEK, MONTH = "week", "month"


def last_due(every: str, today: date) -> date:
    """The newest day it was due by today: a Monday, or the first of a month. Refuses (ValueError) any other period."""
    if every == WEEK:
        return today - timedelta(days=today.weekday())
    if every == MONTH:
        return today.replace(day=1)
    raise ValueError(f"Nothing is asked each {every!r}.")
