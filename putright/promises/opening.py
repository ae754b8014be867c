"""A week of opening hours, as it is typed and as it is kept. No Django and no database."""

import re
from collections.abc import Iterable, Mapping
from datetime import time

from offices.shape import Hours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TIME = re.compile(r"\b(\d{1,2})(?:[:.]?(\d{2}))? ?(am|pm|yb|yp)?\b", re.ASCII | re.IGNORECASE)
AFTERNOON = frozenset({"pm", "yp"})
Day = tuple[time, time]


def read(typed: str) -> Day | None:
    """From when to when a day is open; None: closed all day. "9 to 5" is 09:00 to 17:00, and so are "9am-5pm" and "0900 1700".

    ValueError for anything but two times of which the second is later."""
    text = typed.strip()
    if not text:
        return None
    found = TIME.findall(text)
    if len(found) != 2 or re.search(r"\d", TIME.sub("", text)):
        raise ValueError(typed)
    opens, closes = (_time(*one) for one in found)
    hour, _minute, half = found[1]
    if closes <= opens and opens.hour < 12 and not half and hour[0] != "0":  # "8 to 8": the second is in the evening
        closes = closes.replace(hour=closes.hour + 12)
    if closes <= opens:
        raise ValueError(typed)
    return opens, closes


def _time(hour: str, minute: str, half: str) -> time:
    """ValueError for what no clock shows, such as 25:00 or 13pm."""
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            raise ValueError(hour)
        number = number % 12 + (12 if half.lower() in AFTERNOON else 0)
    return time(number, int(minute or 0))


def written(day: Day, said: str) -> str:
    """`said`: the words around both, in the reader's language. What is written so can be read again."""
    return said % {"opens": f"{day[0]:%H:%M}", "closes": f"{day[1]:%H:%M}"}


def by_day(rows: Iterable[Hours]) -> dict[str, Day]:
    """From when to when each day of the week is open, those that are."""
    found = {day: (row.opens, row.closes) for row in rows for day in row.days}
    return {day: found[day] for day in DAYS if day in found}


def kept(week: Mapping[str, Day]) -> list[dict[str, object]]:
    """As `offices.amending` reads it: days with the same hours in one row."""
    same: dict[Day, list[str]] = {}
    for day in DAYS:
        if day in week:
            same.setdefault(week[day], []).append(day)
    return [{"days": days, "opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"} for (opens, closes), days in same.items()]
