"""The questions beside the picture of a letter."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.filefield import Files
from design.forms import Form

from ...entry.forms import KINDS, LANGUAGES


class ScanForm(Form):
    files = Files(
        _("Scans or photos of the letter"),
        missing=_("Choose the scan or photo of the letter"),
        hint=_("A PDF, or a picture of each page. You can choose more than one."),
    )


class LetterForm(Form):
    arrived = DateField(_("The day it arrived"), missing=_("Enter the day it arrived"), past=True)
    words = fields.TextArea(
        _("What it says"),
        missing=_("Write what it says, or what it is about. A few words are enough"),
        hint=_("Copy it, or write what it is about: the pages are kept with it."),
        rows=12,
    )
    kind = fields.Radios(_("What is it?"), KINDS, inline=True, initial="dissatisfaction")
    language = fields.Radios(_("Language"), LANGUAGES, inline=True, required=False, initial="en")
    who = fields.Text(
        _("Who is it from?"),
        required=False,
        limit=200,
        autocomplete="off",
        spellcheck=False,
        hint=_("Name, telephone number or postcode. Leave it empty when it does not say."),
    )
    address = fields.TextArea(_("Postal address"), required=False, limit=500, rows=3)
    email = fields.Email(_("Email"), required=False, autocomplete="off")
    reference = fields.Text(
        _("Our reference, if it is about a case we have"), required=False, limit=20, width=20, spellcheck=False
    )
    files = Files(_("More pages"), required=False)

    def as_typed(self, post: object) -> dict[str, object]:
        """Everything typed, unchecked, to show again when pages were added."""
        return {name: f.widget.value_from_datadict(post, {}, name) for name, f in self.fields.items() if name != "files"}
