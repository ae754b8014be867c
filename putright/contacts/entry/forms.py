"""The quick entry: everything on one screen, in the order it is heard, usable without a mouse."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from offices import Office

CHANNELS = [("phone", _("Telephone")), ("counter", _("Counter")), ("letter", _("Letter")), ("email", _("Email"))]
KINDS = [
    ("dissatisfaction", _("Unhappy")),
    ("complaint", _("Complaint")),
    ("enquiry", _("Question")),
    ("compliment", _("Thanks")),
]
LANGUAGES = [("en", "English"), ("cy", "Cymraeg"), ("", _("Not known"))]


class EntryForm(Form):
    """`key` makes a double press one contact; `began` is when the screen opened, to count the time it took."""

    key = fields.Hidden()
    began = fields.Hidden(required=False)
    channel = fields.Radios(_("How did it come?"), CHANNELS, inline=True, initial="phone")
    who = fields.Text(
        _("Who is it? Name, telephone number or postcode"),
        required=False,
        limit=200,
        autocomplete="off",
        hint=_("Leave it empty for somebody who does not say."),
    )
    known = fields.Hidden(required=False)
    phone = fields.Phone(_("Number to ring back"), required=False, autocomplete="off")
    email = fields.Email(_("Email"), required=False, autocomplete="off")
    language = fields.Radios(_("Language"), LANGUAGES, inline=True, required=False, initial="en")
    words = fields.TextArea(_("What they say"), missing=_("Write what they say. A few words are enough"), rows=5)
    kind = fields.Radios(_("What is it?"), KINDS, inline=True, initial="dissatisfaction")
    reason = fields.Select(_("Reason"), (), required=False)
    answer = fields.TextArea(_("What you told them or did, if that settles it"), required=False, limit=20_000, rows=3)

    def __init__(self, *args: object, office: Office, language: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        groups = {reason.code: reason.words.said(language) for reason in office.reasons if reason.under is None}
        listed = [
            (reason.code, f"{reason.words.said(language)} ({groups[reason.under]})")
            for reason in office.reasons
            if reason.under is not None
        ]
        self.fields["reason"].choices = [("", ""), *listed]
