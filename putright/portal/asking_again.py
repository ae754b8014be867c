"""A victim asks the police to look again at a decision: the questions of the short form, and the contact it makes."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form
from putright.codes.asked.boxes import answered, name_of
from putright.codes.asked.queries import all_questions
from putright.contacts.reaching import NEVER
from putright.contacts.said import Said

TOPIC = "victims-review"  # a kind of contact; the room victims opens a review for it
WHO = {
    "me": _("I am: the crime was done to me"),
    "child": _("A parent or guardian of somebody under 18"),
    "relative": _("A close relative of somebody who has died"),
    "family": _("Family of somebody who is badly hurt or disabled"),
    "business": _("A business, and I am the person it names"),
    "other": _("Somebody else, or I am not sure"),
}


class AskForm(Form):
    key = fields.Hidden()
    who = fields.Radios(_("Who is asking?"), WHO.items(), missing=_("Choose who is asking"))
    name = fields.Text(_("Your name"), limit=200, missing=_("Enter your name"), autocomplete="name", spellcheck=False)
    email = fields.Email(_("Email address (optional)"), required=False, autocomplete="email")
    phone = fields.Phone(_("Phone number (optional)"), required=False, autocomplete="tel")
    address = fields.TextArea(_("Postal address (optional)"), required=False, rows=3, limit=500)
    avoid = fields.Checkboxes(
        _("Is there a way we must not use? (optional)"), list(NEVER.items()), required=False,
        hint=_("For example, if somebody else could see or hear it."),
    )  # fmt: skip
    crime_reference = fields.Text(
        _("Crime reference number (optional)"), required=False, limit=60, width=20, autocomplete="off", spellcheck=False,
        hint=_("It is on letters from the police. We can find it if you do not have it."),
    )  # fmt: skip
    told_on = DateField(
        _("When were you told of the decision? (optional)"), past=True, required=False, hint=_("About when is enough.")
    )
    words = fields.TextArea(
        _("What would you like us to know? (optional)"), required=False, rows=6,
        hint=_("For example, what was decided, and which police station it was. You do not have to say why you ask."),
    )  # fmt: skip
    adjustments = fields.Text(
        _("Is there anything that would make this easier for you? (optional)"), limit=2000, required=False, autocomplete="off"
    )

    def clean_key(self) -> UUID:
        try:
            return UUID(self.cleaned_data["key"])
        except ValueError:
            raise ValidationError(str(_("Something went wrong with this page. Go back, and try again"))) from None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not any(given.get(name) or name in self.errors for name in ("email", "phone", "address")):
            self.add_error("email", str(_("Give us one way to reach you: email, phone or post")))
        return given

    def said(self, language: str, on: date) -> Said:
        """The contact: an enquiry of the kind that asks for a review, with the day and the reference as its answers."""
        given = self.cleaned_data
        intro = f"{self.fields['who'].label} {WHO[given['who']]}."
        asked = all_questions().of(TOPIC, on)
        told = {"review-reference": given["crime_reference"], "told-on": given["told_on"], "review-now": "waiting"}
        answers = answered(asked, {name_of(one): told.get(one.name) for one in asked})
        return Said(
            key=given["key"], channel="web", language=language, kind="enquiry", topic=TOPIC, answers=answers,
            words=f"{intro}\n\n{given['words']}".strip(), crime_reference=given["crime_reference"],
        )  # fmt: skip

    def person(self, language: str) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in ("name", "email", "phone", "address", "adjustments")}
        return given | {"language": language, "safe_contact": dict.fromkeys(self.cleaned_data["avoid"], True)}
