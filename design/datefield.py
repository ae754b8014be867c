"""A date in three boxes. A date that does not exist, or is in the future, is refused in a sentence and kept as typed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from design import dates
from design.boxes import DateBoxes, TypedDate
from design.fields import Drawn, Words

EARLIEST = date(1900, 1, 1)
_MISSING_PART = {
    "day": _("The date must include a day"),
    "month": _("The date must include a month"),
    "year": _("The date must include a year"),
}
_WRONG_PART = {
    "day": _("The day must be a number from 1 to 31"),
    "month": _("The month must be a number from 1 to 12"),
    "year": _("The year must have 4 numbers, like 2026"),
}


def _month(typed: str) -> int | None:
    """A number, or a name or its first three letters in either language."""
    if typed.isdecimal():
        return _number(typed, 1, 12)
    for names in dates.MONTHS.values():
        matches = [n for n, name in enumerate(names.lower().split(), 1) if _names(typed.lower(), name)]
        if len(matches) == 1:
            return matches[0]
    return None


def _names(typed: str, name: str) -> bool:
    return typed == name or (len(typed) >= 3 and name.startswith(typed))


def _number(typed: str, lowest: int, highest: int) -> int | None:
    return int(typed) if typed.isdecimal() and len(typed) <= 4 and lowest <= int(typed) <= highest else None


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        typed = f"{day} {dates.month_name(month)} {year}"
        words = _("%(typed)s is not a real date. Check the day and the month")
        raise forms.ValidationError(words, code="day", params={"typed": typed}) from None


class DateField(Drawn, forms.Field):
    """`not_after` is the last day allowed. With `past=True` the form sets it from its own `at` (see `design.forms`):
    a field is made once when the process starts, so it must never work out today for itself."""

    component = "date-input"
    widget = DateBoxes

    def __init__(
        self,
        label: Words,
        *,
        past: bool = False,
        not_after: date | None = None,
        not_before: date = EARLIEST,
        **rest: Any,
    ) -> None:
        super().__init__(label, **({"missing": _("Enter a date")} | rest))
        self.past, self.not_after, self.not_before = past, not_after, not_before

    def to_python(self, value: Any) -> date | None:
        typed = TypedDate.of(value)
        blank = typed.blank()
        if len(blank) == 3:
            return None
        if blank:
            raise forms.ValidationError(_MISSING_PART[blank[0]], code=blank[0])
        return self._real(typed)

    def _real(self, typed: TypedDate) -> date:
        parts = {
            "day": _number(typed.day, 1, 31),
            "month": _month(typed.month),
            "year": _number(typed.year, 1000, 9999),
        }
        for box, part in parts.items():
            if part is None:
                raise forms.ValidationError(_WRONG_PART[box], code=box)
        return _existing(parts["year"] or 0, parts["month"] or 0, parts["day"] or 0)

    def validate(self, value: date | None) -> None:
        if value is None:
            return super().validate(value)
        if self.not_after and value > self.not_after:
            raise self._outside(_("The date must be %(limit)s or earlier"), self.not_after)
        if value < self.not_before:
            raise self._outside(_("The date must be %(limit)s or later"), self.not_before)
        return None

    def _outside(self, words: Words, limit: date) -> forms.ValidationError:
        return forms.ValidationError(words, code="year", params={"limit": dates.day(limit)})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return TypedDate.of(initial) != TypedDate.of(data)
