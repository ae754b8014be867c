"""Numbers and days as they are written on a drawing, in the reader's language."""

from datetime import date

from django.utils.translation import gettext as _

from design.dates import WEEKDAYS, day, month_name

from .shapes import DAY, MONTH

SHORT = 3
SHORT_WELSH = ("Ion", "Chwe", "Maw", "Ebr", "Mai", "Meh", "Gor", "Awst", "Medi", "Hyd", "Tach", "Rhag")
SHORT_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "cy": ("Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"),
}


def number(value: float | None, decimals: int = 0) -> str:
    """1,234.5; a true minus sign; words where nothing is known. Both languages write numbers alike."""
    if value is None:
        return _("not known")
    written = f"{abs(value):,.{decimals}f}"
    return f"\N{MINUS SIGN}{written}" if value < 0 and float(written.replace(",", "")) else written


def tick(value: float) -> str:
    """As short as it can be written without losing anything."""
    return number(value, 0) if value == int(value) else number(value, len(f"{value:g}".partition(".")[2]))


def full(on: date, step: str, language: str) -> str:
    """March 2026 for a month; the day for a day or a week."""
    return f"{month_name(on.month, language)} {on.year}" if step == MONTH else day(on, language)


def short(on: date, step: str, language: str) -> str:
    """Mar 26 under the drawing: months are cut to what people write by hand."""
    month = SHORT_WELSH[on.month - 1] if language == "cy" else month_name(on.month, "en")[:SHORT]
    return f"{month} {on.year % 100:02}" if step == MONTH else f"{on.day} {month}"


def head(step: str) -> str:
    return {MONTH: _("Month"), DAY: _("Day")}.get(step) or _("Week beginning")


def weekdays(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Short for the head of a column, whole for the table. Monday first."""
    whole = tuple(name.removeprefix("Dydd ") if language == "cy" else name for name in WEEKDAYS[language])
    return SHORT_DAYS[language], whole
