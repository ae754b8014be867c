"""Whose list it is, which column is which, and how a line was dealt with."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.allocation.words import BODIES
from putright.imports.refusals import TooBig

from .words import COLUMNS

MEGABYTES = 20


class CompareForm(Form):
    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, error_messages={"required": _("Choose the file")}, max_length=200
    )
    body = fields.Radios(_("Whose file is it?"), BODIES.items(), missing=_("Choose whose file it is"))
    since = DateField(_("Sent to them from"), missing=_("Enter the first day"))
    until = DateField(_("Sent to them until"), missing=_("Enter the last day"))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            raise ValidationError(str(TooBig(MEGABYTES)))
        return file

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        if given.get("since") and given.get("until") and given["since"] > given["until"]:
            self.add_error("until", _("The last day is before the first"))
        return given


class ColumnsForm(Form):
    def __init__(self, *args: Any, headings: Sequence[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        choices = [("", _("None of them")), *((heading, heading) for heading in headings)]
        for ours, words in COLUMNS.items():
            self.fields[ours] = fields.Select(words, choices, required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        if not (given.get("our_reference") or given.get("their_reference")):
            self.add_error(
                None, _("Say which column has our reference, or theirs. Without one nothing can be compared")
            )
        return given


class NoteForm(Form):
    line = fields.Hidden()
    note = fields.Text(_("How was it dealt with?"), missing=_("Say how it was dealt with"), limit=500)
