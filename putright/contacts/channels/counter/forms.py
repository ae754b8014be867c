"""The few questions of the counter, on one page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form

from ...reaching import NEVER


class OpenForm(Form):
    station = fields.Text(
        _("Which station or place is it for?"), limit=100, missing=_("Enter the name of the station"), autocomplete="off"
    )


class CodeForm(Form):
    code = fields.Text(
        _("The code for this screen"),
        limit=60,
        width=20,
        missing=_("Enter the code that staff gave you"),
        autocomplete="off",
        spellcheck=False,
    )


class TellForm(Form):
    visit = fields.Hidden(required=False)
    kind = fields.Radios(
        _("What would you like to tell us?"),
        [
            ("complaint", _("I am unhappy about something, or want to complain")),
            ("compliment", _("I want to thank somebody, or say that something went well")),
            ("enquiry", _("I have a question, or need help with something")),
        ],
        missing=_("Choose what you would like to tell us"),
    )
    words = fields.TextArea(
        _("Tell us in your own words"), missing=_("Write what you would like to tell us. A few words are enough"), rows=6
    )
    name = fields.Text(_("Your name (optional)"), limit=200, required=False, autocomplete="off")
    phone = fields.Phone(_("Phone number (optional)"), required=False, autocomplete="off")
    email = fields.Email(_("Email address (optional)"), required=False, autocomplete="off")
    avoid = fields.Checkboxes(_("Is there a way we must not use? (optional)"), list(NEVER.items()), required=False)
    adjustments = fields.Text(
        _("Is there anything that would make this easier for you? (optional)"), limit=2000, required=False, autocomplete="off"
    )

    def as_typed(self, post: Any) -> dict[str, Any]:
        """Everything typed, unchecked, to show again with more time."""
        return {name: field.widget.value_from_datadict(post, {}, name) for name, field in self.fields.items()}

    def details(self) -> dict[str, Any]:
        """What they gave of themselves; empty when nothing was."""
        given = {name: self.cleaned_data[name] for name in ("name", "phone", "email", "adjustments") if self.cleaned_data[name]}
        if given:
            given["safe_contact"] = dict.fromkeys(self.cleaned_data["avoid"], True)
        return given
