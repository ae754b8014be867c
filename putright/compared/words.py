"""The words for lines of a comparison and for columns."""

from django.utils.translation import gettext_lazy as _

LINES = {
    "missing": _("They do not have it"),
    "differs": _("They have it, and something is different"),
    "never": _("They have what we never sent"),
    "same": _("They have it"),
}
DIFFERS = {
    "date": _("Another day of receipt"),
    "outcome": _("An outcome that is not written down here"),
    "reference": _("Another reference than their receipt gave"),
}
COLUMNS = {
    "our_reference": _("Our reference"),
    "their_reference": _("Their reference"),
    "received": _("The day it was received"),
    "result": _("The decision"),
    "finalised": _("The day it was decided"),
    "allegation": _("Number of the allegation"),
    "actions": _("What was done"),
}
