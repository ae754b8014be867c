"""What is asked when something is written down, signed or compared."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form

BYTES = 1024 * 1024


class FillForm(Form):
    value = fields.Text(_("What it is"), required=False, limit=200)
    why_not = fields.Text(_("Or why it does not apply"), required=False, limit=200)


class SignForm(Form):
    missing_why = fields.TextArea(
        _("Why is it signed though fields are missing?"), required=False, limit=500, rows=3,
        hint=_("Leave it empty when nothing is missing."),
    )  # fmt: skip


class CompareForm(Form):
    source = fields.Text(_("Which table is it?"), missing=_("Say which table it is"), limit=200)
    measure = fields.Text(_("Which column names the measure?"), missing=_("Enter the column that names the measure"), limit=100)
    value = fields.Text(_("Which column has their figure?"), missing=_("Enter the column that has their figure"), limit=100)
    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, error_messages={"required": _("Choose the file")}, max_length=200
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > BYTES:
            raise forms.ValidationError(_("The file is too big. A table of figures is less than 1 MB."))
        return file


class SourceForm(Form):
    source = fields.Text(
        _("Where was it read?"), required=False, limit=300,
        hint=_("The document, its date and the page. Empty takes back what was written."),
    )  # fmt: skip
