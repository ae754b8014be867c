"""What an administrator says when they give a token."""

from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Text
from design.forms import Form

from .rules import MEASURES, SEND, STATUS

SCOPES = (
    (SEND, _("Send us contacts")),
    (STATUS, _("Ask where a contact stands, with its reference and its secret")),
    (MEASURES, _("Read the figures of the month, small numbers hidden")),
)


class TokenForm(Form):
    system = Text(
        _("Which system is it for?"), limit=100, missing=_("Enter the name of the system"),
        hint=_("A name you will know again in a year, like “Website of the force”."),
    )  # fmt: skip
    scopes = Checkboxes(_("What may it do?"), SCOPES, missing=_("Choose at least one thing that this system may do."))
    until = DateField(
        _("Its last day"), missing=_("Enter the last day it should work"), hint=_("A year from now at most.")
    )
