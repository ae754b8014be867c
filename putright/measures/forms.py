"""What is asked before a line is written down."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.forms import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Radios, Select, Text
from design.forms import Form

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
        language = "cy" if get_language() == "cy" else "en"
        listed = [(key, text.said(language)) for key, text in names().items() if key != EMPLOYEES]
        self.fields["figure"].choices = [(EMPLOYEES, HOLDS_EMPLOYEES), *listed]
