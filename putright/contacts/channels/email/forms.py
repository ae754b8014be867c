"""What can be asked about a message in the tray."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.cases.models import Case
from putright.contacts.entry.forms import KindedForm

from .words import ASIDE

KINDS = [
    ("", _("Not told yet")),
    ("dissatisfaction", _("Unhappy")),
    ("complaint", _("Complaint")),
    ("enquiry", _("Question")),
    ("compliment", _("Thanks")),
]
LANGUAGES = [("en", "English"), ("cy", "Cymraeg"), ("", _("Not known"))]
ANOTHER = "another"


class PutForm(Form):
    """Cases it may belong to, offered only from what this handler may open; or a reference typed."""

    case = fields.Radios(_("Which case is it about?"), (), required=False)
    reference = fields.Text(_("Reference"), required=False, limit=40, width=20, hint=_("For example, PR-ABCDE-FGHJK."))

    def __init__(self, *args: object, cases: Iterable[Case], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        offered = [(case.reference, f"{case.reference}: {case.summary[:80]}") for case in cases]
        if offered:
            self.fields["case"].choices = [*offered, (ANOTHER, gettext("Another one: write its reference below"))]
        else:
            del self.fields["case"]

    @property
    def wanted(self) -> str:
        """The reference chosen, or the one typed."""
        chosen = self.cleaned_data.get("case", "")
        return self.cleaned_data["reference"] if chosen in ("", ANOTHER) else chosen


class MakeForm(KindedForm):
    kind = fields.Radios(_("What is it?"), KINDS, required=False, inline=True)
    language = fields.Radios(
        _("Language"), LANGUAGES, required=False, inline=True, hint=_("We answer in the language they wrote in.")
    )


class AsideForm(Form):
    reason = fields.Radios(_("Why is it no contact?"), ASIDE, missing=_("Choose why it is no contact"))
    words = fields.TextArea(_("In your words"), required=False, limit=2_000, rows=2)
    crowd = fields.Checkboxes(_("The others"), [("yes", _("All that waits from the same sender"))], required=False)

    def __init__(self, *args: object, crowd: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not crowd:
            del self.fields["crowd"]
