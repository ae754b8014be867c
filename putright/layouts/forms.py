"""A layout's name, a part's, what is added to a part, the day it holds from, and what a figure is set beside."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Radios, Select, Text
from design.forms import Form

from .words import WHOSE


class NameForm(Form):
    en = Text(_("Its name in English"), limit=120, missing=_("Enter its name in English"), lang="en")
    cy = Text(_("Its name in Welsh"), limit=120, missing=_("Enter its name in Welsh"), lang="cy")


class PartForm(NameForm):
    done = Checkboxes(_("What was done"), choices=[("done", _("Draft here what was done in the period"))], required=False)


class PutForm(Form):
    since = DateField(_("From which day?"))


class BesideForm(Form):
    whose = Radios(_("Whose figure is it?"), list(WHOSE.items()))
    value = Text(_("The figure"), limit=12, width=10, missing=_("Enter the figure"))
    en = Text(_("What it says, in English"), limit=300, missing=_("Write what it says, in English"), lang="en")
    cy = Text(_("What it says, in Welsh"), limit=300, missing=_("Write what it says, in Welsh"), lang="cy")
    source = Text(_("Where it is from"), limit=300, missing=_("Write where it is from"))
    since = DateField(_("From which day does it hold?"))

    def __init__(self, *args: Any, names: dict[str, str], **kwargs: Any) -> None:
        self.base_fields = {"measure": Select(_("Which figure?"), list(names.items()))} | dict(type(self).base_fields)
        super().__init__(*args, **kwargs)

    def clean_value(self) -> Decimal:
        try:
            found = Decimal(self.cleaned_data["value"].replace(",", ""))
        except InvalidOperation:
            raise ValidationError(_("Enter a number, like 17 or 46.5")) from None
        if not found.is_finite() or abs(found) >= Decimal(10) ** 10 or found != round(found, 2):
            raise ValidationError(_("Enter a number, like 17 or 46.5"))
        return found
