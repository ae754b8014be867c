"""What is asked about people: are two of them one, what was agreed, a date of birth, and what counts as often."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.law.calendar import day_of

SAME, TWO = "same", "two"


class SameForm(Form):
    what = fields.Radios(
        _("Are they one person?"),
        [(SAME, _("Yes, they are one person")), (TWO, _("No, they are two people"))],
        missing=_("Choose whether they are one person"),
        hints={SAME: _("Nothing is moved or written over. You can take it back."), TWO: _("They are not suggested again.")},
    )
    why = fields.Text(
        _("How do you know?"), missing=_("Write how you know, in a few words"), limit=500,
        hint=_("For example, they told us, or both gave the same address and date of birth."),
    )  # fmt: skip


class WhyForm(Form):
    why = fields.Text(_("Why?"), missing=_("Write why, in a few words"), limit=500)


class PlanForm(Form):
    agreed = fields.TextArea(
        _("What was agreed?"), missing=_("Write what was agreed"), limit=5_000,
        hint=_("In plain words, as you said it to them. They may read it."),
    )  # fmt: skip
    handler = fields.Select(_("Who do they speak with?"), (), required=False)
    adjustments = fields.TextArea(_("What makes it easier for them?"), required=False, limit=2_000, rows=2)
    review_on = DateField(
        _("When will you look at it again together?"), missing=_("Enter the day you will look at it again"),
        hint=_("For example, 27 6 2026"),
    )  # fmt: skip

    def __init__(self, *args: object, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = day_of(kwargs["at"])
        self.fields["handler"].choices = [("", _("Whoever answers")), *colleagues]

    def clean_review_on(self) -> date:
        chosen = self.cleaned_data["review_on"]
        if chosen <= self.today:
            raise ValidationError(_("The review must be after today. Choose a later day"))
        return chosen


class BornForm(Form):
    born_on = DateField(
        _("What is their date of birth?"), required=False, past=True,
        hint=_("Ask only to tell them from somebody of the same name. Leave it empty to take it out."),
    )  # fmt: skip


class OftenForm(Form):
    contacts = fields.Text(_("From how many contacts in a month?"), missing=_("Enter a number"), limit=3, width=3)
    since = DateField(_("From which day?"), missing=_("Enter the first day"), hint=_("For example, 1 4 2026"))
    why = fields.Text(_("Why is this changed?"), missing=_("Write why, in a few words"), limit=200)

    def clean_contacts(self) -> int:
        typed = self.cleaned_data["contacts"]
        if not (typed.isascii() and typed.isdecimal()) or not 2 <= int(typed) <= 200:
            raise ValidationError(_("Enter a whole number from 2 to 200"))
        return int(typed)
