"""What codes are called on screens."""

from django.utils.translation import gettext_lazy as _

from . import rules

LENGTHS = {"1": _("One month"), "3": _("A quarter"), "12": _("A year")}
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
SENDS = {"pdf": _("The report itself, as PDF"), "link": _("A link to it, for people who can sign in")}
STATES = {
    rules.GOING: _("Going"),
    rules.SENT: _("Sent"),
    rules.UNCERTAIN: _("Not known whether it arrived"),
    rules.FAILED: _("Could not be sent"),
}
