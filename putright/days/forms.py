"""How long each heading took, and which week is begun."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.forms import ValidationError
from django.utils.translation import gettext_lazy as _

from design.dates import day
from design.fields import Radios, Text
from design.forms import Form

from . import rules


class Length(Text):
    """Minutes, in quarter hours; empty is none."""

    def __init__(self, label: object, **rest: Any) -> None:
        super().__init__(label, required=False, limit=20, width=5, **rest)

    def clean(self, value: object) -> Any:
        try:
            return rules.minutes(str(super().clean(value) or ""))
        except ValueError:
            raise ValidationError(_("Enter hours in quarter hours, like 1:30 or 1.5")) from None


class DayForm(Form):
    """A box for each heading."""

    def __init__(self, *args: Any, headings: Iterable[rules.Heading], language: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields = {one.code: Length(one.name(language)) for one in headings}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and sum(given.values()) > rules.LONGEST:
            self.add_error(None, _("That is more than 16 hours in one day. Check the numbers."))
        return given


class BeginForm(Form):
    first_day = Radios(_("From which Monday?"), (), missing=_("Choose a week"))

    def __init__(self, *args: Any, mondays: Iterable[date], language: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["first_day"].choices = [(one.isoformat(), day(one, language)) for one in mondays]
