"""Which report, the words of a part, a revision, a change and a board."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Radios, Select, Text, TextArea
from design.forms import Form
from putright.layouts.queries import layouts

from . import rules
from .words import EVERY, LANGUAGES, LENGTHS, SENDS


def choices(on: date) -> list[tuple[str, str]]:
    language = "cy" if get_language() == "cy" else "en"
    return [(one.slug, one.words.said(language)) for one in layouts(on)]


class Laid(Form):
    """A form that asks for the layout, of those in force on that day."""

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        asked = {"layout": Select(_("Which report?"), choices(on), missing=_("Say which report"))}
        self.base_fields = asked | dict(type(self).base_fields)
        super().__init__(*args, **kwargs)


class NewForm(Laid):
    length = Radios(_("For how long?"), list(LENGTHS.items()), missing=_("Say for how long"))
    first = Text(
        _("From which month?"), limit=7, width=10, missing=_("Enter a month"),
        hint=_("Like 2026-04. A quarter begins in January, April, July or October; a year in April or January."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = self.cleaned_data
        if told.get("first") and told.get("length"):
            year, dash, number = told["first"].partition("-")
            try:
                told["period"] = rules.with_a_past(int(year), int(number), int(told["length"]))
            except ValueError:
                self.add_error("first", _("Enter a month in which such a report begins, like 2026-04"))
        return told


class PartForm(Form):
    en = TextArea(_("In English"), required=False, lang="en")
    cy = TextArea(_("In Welsh"), required=False, lang="cy")


class ReviseForm(Form):
    why = TextArea(_("Why is it revised?"), missing=_("Write why it is revised: the boards read it."), rows=3)


class ChangeForm(Form):
    on = DateField(_("When did it change?"))
    en = Text(_("What changed, in English"), limit=300, missing=_("Write what changed, in English"), lang="en")
    cy = Text(_("What changed, in Welsh"), limit=300, missing=_("Write what changed, in Welsh"), lang="cy")


class BoardForm(Laid):
    name_en = Text(_("The board’s name in English"), limit=120, missing=_("Enter its name in English"), lang="en")
    name_cy = Text(_("The board’s name in Welsh"), limit=120, missing=_("Enter its name in Welsh"), lang="cy")
    length = Radios(_("How often?"), list(EVERY.items()), missing=_("Say how often"))
    addresses = TextArea(
        _("Email addresses"), missing=_("Enter at least one email address"), hint=_("One on each line."), rows=4
    )
    day = Text(
        _("On which day of the month after?"), limit=2, width=2, missing=_("Enter a day, from 1 to 28"),
        hint=_("A report that is signed later goes as soon as it is signed."),
    )  # fmt: skip
    language = Radios(_("In which language?"), list(LANGUAGES.items()), missing=_("Say in which language"))
    sends = Radios(_("What is sent?"), list(SENDS.items()), missing=_("Say what is sent"))

    def clean_addresses(self) -> tuple[str, ...]:
        found = tuple(one.strip() for one in self.cleaned_data["addresses"].splitlines() if one.strip())
        for one in found:
            try:
                validate_email(one)
            except ValidationError:
                raise ValidationError(_("This is not an email address: %(words)s"), params={"words": one}) from None
        return found

    def clean_day(self) -> int:
        typed = self.cleaned_data["day"]
        if not (typed.isdecimal() and 1 <= int(typed) <= 28):
            raise ValidationError(_("Enter a day, from 1 to 28"))
        return int(typed)
