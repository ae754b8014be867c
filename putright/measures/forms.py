"""What is asked before a line, or a table of all forces, is written down."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from django.forms import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Radios, Select, Text, TextArea
from design.forms import Form

from . import forces
from .queries import names
from .words import EMPLOYEES, HOLDS_EMPLOYEES, WAYS, WHOSE

NUMBER = _("Enter a number from nought, like 13 or 4.5")


class Amount(Text):
    """A number from nought with at most four places; commas between thousands and a % are let go. Empty: none any more."""

    def clean(self, value: object) -> Any:
        given = str(super().clean(value) or "").replace(",", "").strip(" %")
        if not given:
            return None
        try:
            number = Decimal(given) if given.isascii() else Decimal("NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or not 0 <= number < 10**9 or int(number.as_tuple().exponent) < -4:
            raise ValidationError(NUMBER)
        return number


class LineForm(Form):
    figure = Select(_("Which figure?"), (), missing=_("Choose the figure"))
    whose = Radios(_("Whose figure is it?"), WHOSE.items(), missing=_("Choose whose figure it is"))
    value = Amount(
        _("How much is it?"), limit=20, width=10, required=False, inputmode="decimal",
        hint=_("In the unit of the figure. Leave it empty to take it away from that day on."),
    )  # fmt: skip
    way = Radios(_("What do you want?"), WAYS.items(), required=False, hint=_("Only for a target of ours."))
    since = DateField(_("From which day?"), missing=_("Enter the first day"))
    source = Text(_("Where does it come from?"), limit=300, required=False, hint=_("A document and its page, or who decided it."))
    why = Text(_("Why does it change?"), limit=300, missing=_("Say why it changes"))

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["figure"].choices = [(EMPLOYEES, HOLDS_EMPLOYEES), *_figures()]


def _figures() -> list[tuple[str, str]]:
    language = "cy" if get_language() == "cy" else "en"
    return [(key, text.said(language)) for key, text in names().items() if key != EMPLOYEES]


class TableForm(Form):
    """`called`: the names our force goes by."""

    figure = Select(_("Which figure?"), (), missing=_("Choose the figure"))
    period = Text(
        _("What period is it of?"), limit=40, width=20, missing=_("Enter the period"),
        hint=_("As the table says, such as 2017/18."),
    )  # fmt: skip
    until = DateField(_("Which is the last day it counts?"), missing=_("Enter the last day"))
    rows = TextArea(
        _("The forces and their figures"), limit=20_000, rows=12, spellcheck=False,
        missing=_("Paste the forces and their figures"),
        hint=_("Copy two columns from the published table: the force, then its figure. One force on each line."),
    )  # fmt: skip
    ours = Text(
        _("What does the table call our force?"), limit=forces.LONGEST, required=False,
        hint=_("Only if it is another name than %(name)s."),
    )  # fmt: skip
    source = Text(
        _("Where was it published?"), limit=300, hint=_("The document and its table."), missing=_("Say where it was published"),
    )  # fmt: skip

    def __init__(self, *args: Any, called: Sequence[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.called = called
        self.fields["figure"].choices = _figures()
        field = self.fields["ours"]
        field.look = replace(field.look, hint=field.look.hint % {"name": called[0]})

    def clean_rows(self) -> forces.Rows:
        try:
            return forces.read(self.cleaned_data["rows"]).rows
        except forces.Twice as twice:
            raise ValidationError(_("Line %(line)s: %(words)s stands there twice."), params=vars(twice)) from twice
        except forces.Unreadable as wrong:
            raise ValidationError(_("Line %(line)s is no force with one figure: %(words)s"), params=vars(wrong)) from wrong

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if rows := given.get("rows"):
            given["ours"] = forces.ours(rows, [given["ours"]] if given.get("ours") else self.called)
        return given
