"""How each field reads what was posted. All drawing is done by the field itself (`design.fields`)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from design.typed import cleaned

BOXES = ("day", "month", "year")


def _clean(value: Any) -> Any:
    return cleaned(value) if isinstance(value, str) else value


class TextBox(forms.TextInput):
    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return _clean(super().value_from_datadict(data, files, name))


class HiddenBox(forms.HiddenInput):
    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return _clean(super().value_from_datadict(data, files, name))


class ManyBoxes(forms.CheckboxSelectMultiple):
    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        values = super().value_from_datadict(data, files, name)
        return [_clean(value) for value in values or []]


@dataclass(frozen=True)
class TypedDate:
    """Three boxes exactly as typed, so that a wrong date is shown again as it was written."""

    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def of(cls, value: "TypedDate | date | None") -> "TypedDate":
        if isinstance(value, date):
            return cls(str(value.day), str(value.month), str(value.year))
        return value or cls()

    def blank(self) -> tuple[str, ...]:
        return tuple(box for box in BOXES if not getattr(self, box))


class DateBoxes(forms.Widget):
    def value_from_datadict(self, data: Any, files: Any, name: str) -> TypedDate:
        return TypedDate(*(cleaned(data.get(f"{name}-{box}") or "").strip() for box in BOXES))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return all(f"{name}-{box}" not in data for box in BOXES)
