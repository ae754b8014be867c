"""Which case belongs with this one, and how; or why it does not after all."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.cases.references import tidy

KINDS = [
    ("incident", _("The same incident: several people saw or were part of it")),
    ("matter", _("The same matter: it was told twice")),
]


class LinkForm(Form):
    reference = fields.Text(
        _("Which case?"), missing=_("Enter its reference"), limit=40, width=20, hint=_("For example, PR-12345-67890"),
        spellcheck=False, autocomplete="off",
    )  # fmt: skip
    kind = fields.Radios(_("How do they belong together?"), KINDS, missing=_("Choose how they belong together"))
    why = fields.Text(_("Why do you think so?"), required=False, limit=500)

    def clean_reference(self) -> str:
        return tidy(self.cleaned_data["reference"]) or self.cleaned_data["reference"]


class ApartForm(Form):
    why = fields.Text(_("Why?"), missing=_("Write why, in a few words"), limit=500)
