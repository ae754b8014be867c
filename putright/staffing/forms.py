"""What is asked: numbers to try out, which stay in the address, and rows to keep."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.forms import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Radios, Select, Text, TextArea
from design.forms import Form
from putright.law.calendar import at as in_london

from .actions import Stood
from .marks import usual
from .refusals import NotACount
from .words import NUMBERS, RELIEFS, STAGES, number

FIGURES = _("Enter a number in figures")


class Figure(Text):
    """A number between two others, in figures; a comma for thousands is let pass."""

    def __init__(self, label: object, low: float, high: float, **rest: object) -> None:
        super().__init__(label, **({"limit": 12, "width": 10, "inputmode": "decimal", "missing": FIGURES} | rest))
        self.low, self.high = low, high

    def clean(self, value: object) -> Decimal | None:
        given = str(super().clean(value) or "").strip().replace(",", "")
        if not given:
            return None
        try:
            made = Decimal(given)
        except InvalidOperation:
            raise ValidationError(FIGURES) from None
        if not made.is_finite() or not self.low <= made <= self.high or made != round(made, 2):
            bounds = {"low": number(self.low, 2), "high": number(self.high, 2)}
            raise ValidationError(_now("Enter a number from %(low)s to %(high)s.") % bounds)
        return made


class TryForm(Form):
    """Numbers tried out. An empty box leaves the number in force."""

    shown: tuple[str, ...] = ()

    def __init__(self, *args: object, **kwargs: object) -> None:
        found = {name: usual()[name] for name in self.shown}
        self.base_fields = self.base_fields | {
            name: Figure(NUMBERS[name], one.low, one.high, required=False) for name, one in found.items()
        }
        super().__init__(*args, **kwargs)

    def tried(self) -> dict[str, float]:
        """Nothing of a form that is wrong."""
        given = self.cleaned_data if self.is_valid() else {}
        return {name: float(given[name]) for name in self.shown if given.get(name) is not None}


class ManyForm(TryForm):
    shown = (
        "calls", "growth", "seconds", "patience", "level", "within", "lost", "shrinkage", "welsh", "email_week",
        "email_minutes", "letter_week", "letter_minutes", "chat_week", "chat_minutes", "at_once", "evening",
    )  # fmt: skip
    open = Radios(
        _("When is the telephone answered?"),
        [("office", _("As now")), ("9-17", _("9:00 to 17:00, Monday to Friday")), ("8-20", _("8:00 to 20:00, Monday to Friday"))],
        required=False,
    )  # fmt: skip


class VacanciesForm(TryForm):
    shown = ("replacing", "training", "meanwhile", "phones", "calls", "seconds", "patience", "shrinkage")
    empty = Figure(_("How many more posts fall empty?"), 0, 50, required=False)
    since = Select(_("From which month?"), (), required=False)

    def __init__(self, *args: object, months: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].choices = months


class AssumeForm(Form):
    value = Figure(_("The number"), 0, 0)
    since = DateField(_("From which day?"), missing=_("Enter the day it begins"))
    why = Text(_("Where is it from?"), missing=_("Say why, in a sentence another person would understand."), limit=300)

    def __init__(self, *args: object, name: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["value"]
        field.low, field.high = usual()[name].low, usual()[name].high


class CountsForm(Form):
    counts = TextArea(
        _("Half-hours and how many rang"), missing=_("Enter at least one half-hour"), rows=12,
        hint=_("One on a line, as copied from a spreadsheet: 2026-03-27 09:30, 12. London time. "
               "A day you give any for stands for what the exchange told of that day."),
    )  # fmt: skip

    def clean_counts(self) -> list[tuple[datetime, int]]:
        lines = [line for line in self.cleaned_data["counts"].splitlines() if line.strip()]
        try:
            return [read(line, place) for place, line in enumerate(lines, 1)]
        except NotACount as wrong:
            raise ValidationError(str(wrong)) from None


def read(line: str, place: int) -> tuple[datetime, int]:
    """`2026-03-27 09:30, 12` with a comma, a semicolon or a tab. Refuses NotACount."""
    when, _mark, many = line.replace(";", ",").replace("\t", ",").partition(",")
    try:
        moment, calls = datetime.fromisoformat(when.strip()), int(many.strip().strip(","))
    except ValueError:
        raise NotACount(place) from None
    if moment.tzinfo or moment.minute % 30 or moment.second or not 0 <= calls < 100_000:
        raise NotACount(place)
    return in_london(moment.date(), moment.time()), calls


class DoorForm(Form):
    name = Text(_("What opens?"), missing=_("Say what opens"), limit=200, hint=_("For example: option 3 of 101"))
    opened = DateField(_("From which day?"), missing=_("Enter the day it begins"))
    more = Figure(_("How many more calls do you expect, in 100?"), -90, 1000)


STEPS = Radios(_("How does it stand?"), list(STAGES.items()), missing=_("Choose how it stands"))
DAY = _("Somebody who leaves: the last day. Somebody who is coming: the first day expected. Somebody learning: the first day.")


class StepForm(Form):
    stage = STEPS
    on = DateField(_("Which day?"), required=False, hint=DAY)

    def stood(self) -> Stood:
        return Stood(self.cleaned_data["stage"], self.cleaned_data["on"])


class PostForm(StepForm):
    name = Text(_("What is the post called?"), missing=_("Enter what the post is called"), limit=100,
                hint=_("Never the name of who is in it."))  # fmt: skip
    part = Figure(_("How much of full time?"), 0.05, 1, hint=_("1 for full time, 0.5 for half."))
    welsh = Checkboxes(_("Language"), [("yes", _("Speaks Welsh, or must"))], required=False)
    field_order = ("name", "part", "welsh", "stage", "on")


class ReliefForm(Form):
    kind = Radios(_("What helps?"), list(RELIEFS.items()), missing=_("Choose what helps"))
    name = Text(_("In a few words"), missing=_("Describe it in a few words"), limit=200)
    part = Figure(_("How much of a full-time person is it?"), 0.05, 50)
    since = DateField(_("From which day?"), missing=_("Enter the day it begins"))
    until = DateField(_("Until which day?"), required=False)
    agreed = Checkboxes(_("Is it agreed?"), [("yes", _("It is agreed"))], required=False)

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        since = self.cleaned_data.get("since")
        if until and since and until < since:
            raise ValidationError(_now("The last day is before the first"))
        return until

    def row(self) -> dict[str, object]:
        given = dict(self.cleaned_data)
        agreed = given.pop("agreed")
        return given | {"planned": not agreed}


ONE_TO_FIVE = [(str(one), str(one)) for one in range(1, 6)]


class RiskForm(Form):
    words = Text(_("What could happen?"), missing=_("Say what could happen"), limit=300)
    chance = Radios(_("How likely is it?"), ONE_TO_FIVE, missing=_("Choose how likely it is"), inline=True,
                    hint=_("1 is hardly ever, 5 is almost certain."))  # fmt: skip
    harm = Radios(_("How bad would it be?"), ONE_TO_FIVE, missing=_("Choose how bad it would be"), inline=True,
                  hint=_("1 is hardly noticed, 5 is people unable to reach us."))  # fmt: skip
    answer = Text(_("What is done about it?"), missing=_("Say what is done about it"), limit=300)
    owner = Text(_("Who owns it?"), missing=_("Say who owns it"), limit=100, hint=_("A role, like “team supervisor”."))
    look_again = DateField(_("When is it looked at again?"), missing=_("Enter the day it is looked at again"))
    closed = Checkboxes(_("Is it over?"), [("yes", _("It is over: take it off the list"))], required=False)

    def __init__(self, *args: object, new: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if new:
            del self.fields["closed"]

    def row(self) -> dict[str, object]:
        given = dict(self.cleaned_data)
        numbers = {name: int(str(given[name])) for name in ("chance", "harm")}
        return given | numbers | {"closed": bool(given.get("closed"))}
