"""Days and moments in words, in London time, in the language of the page.

Months and days of the week are given here: the framework's Welsh clock ("3:04 y.h.") is not how people write it, and
the words of a letter must not change with a package.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

LONDON = ZoneInfo("Europe/London")

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
}
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "cy": ("Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"),
}
HALVES = {"en": ("am", "pm"), "cy": ("yb", "yp")}
NOON = {"en": ("midday", "midnight"), "cy": ("canol dydd", "canol nos")}


def _language(language: str | None) -> str:
    return "cy" if (language or get_language() or "en").startswith("cy") else "en"


def month_name(number: int, language: str | None = None) -> str:
    return MONTHS[_language(language)].split()[number - 1]


def _local(when: datetime) -> datetime:
    if when.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be shown: it may be an hour out")
    return when.astimezone(LONDON)


def day(when: date | datetime, language: str | None = None, *, weekday: bool = False) -> str:
    """27 March 2026, or with `weekday` Friday 27 March 2026. A moment is first brought to London."""
    words = _language(language)
    local = _local(when) if isinstance(when, datetime) else when
    written = f"{local.day} {month_name(local.month, words)} {local.year}"
    return f"{WEEKDAYS[words][local.weekday()]} {written}" if weekday else written


def clock(when: datetime, language: str | None = None) -> str:
    """4:50pm; Welsh 4:50yp. Midday and midnight are said in words, since 12am and 12pm are misread."""
    words, local = _language(language), _local(when)
    if local.minute == 0 and local.hour in (0, 12):
        return NOON[words][0 if local.hour == 12 else 1]
    half = HALVES[words][local.hour >= 12]
    return f"{local.hour % 12 or 12}:{local.minute:02}{half}"


def moment(when: datetime, language: str | None = None, *, weekday: bool = False) -> str:
    """27 March 2026, 4:50pm."""
    return f"{day(when, language, weekday=weekday)}, {clock(when, language)}"
