"""What is asked about somebody else who is kept informed."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form

from .words import AGREES, TIES

NEVER = [
    ("no_phone", _("Ring them")), ("no_voicemail", _("Leave a message")), ("no_email", _("Email them")),
    ("no_post", _("Send them post")),
]  # fmt: skip


class AddForm(Form):
    name = fields.Text(_("Their name"), missing=_("Enter their name"), limit=200)
    tie = fields.Radios(
        _("What ties them to it?"), list(TIES.items()), missing=_("Choose what ties them to it"),
        hint=_("A relative is a husband, wife or partner, a parent, or a grown-up child."),
    )  # fmt: skip
    how = fields.Text(
        _("Say it in a few words"), hint=_("For example: his sister"), missing=_("Say what ties them to it"), limit=200
    )
    agrees = fields.Radios(
        _("Do they agree to be told?"), list(AGREES.items()), missing=_("Say whether they agree to be told"),
        hint=_("Ask them first. Nothing is sent to anybody who has not agreed."),
    )  # fmt: skip
    email = fields.Email(_("Email address (optional)"), required=False)
    phone = fields.Phone(_("Phone number (optional)"), required=False)
    address = fields.TextArea(_("Address (optional)"), required=False, limit=500, rows=3)
    postcode = fields.Text(_("Postcode (optional)"), required=False, limit=10, width=10)
    language = fields.Radios(
        _("Which language do they want?"), [("cy", _("Welsh")), ("en", _("English")), ("", _("Not known: ask"))], required=False
    )
    avoid = fields.Checkboxes(_("What must we never do?"), NEVER, required=False)
    adjustments = fields.Text(_("What helps them? (optional)"), hint=_("For example: large print"), required=False, limit=500)

    def details(self) -> dict[str, object]:
        given = self.cleaned_data
        plain = {key: given[key] for key in ("name", "email", "phone", "address", "postcode", "language", "adjustments")}
        return plain | {"safe_contact": {rule: True for rule in given["avoid"]}}


class ChangeForm(Form):
    agrees = fields.Radios(
        _("Do they agree to be told?"), [*AGREES.items(), ("end", _("They are no longer to be kept informed"))],
        missing=_("Say whether they agree to be told"), reveals={"end": "why"},
    )  # fmt: skip
    why = fields.Text(_("Why?"), missing=_("Say why"), limit=300)
