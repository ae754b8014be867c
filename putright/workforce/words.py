"""Codes of this room in words."""

from django.utils.translation import gettext_lazy as _

from . import rules

STAGES = {
    rules.OFFERED: _("Offered the post"),
    rules.VETTING: _("Waiting for vetting"),
    rules.VETTED: _("Vetting passed"),
    rules.INDUCTION: _("In induction"),
    rules.IN_POST: _("In post"),
    rules.WITHDRAWN: _("Withdrew"),
}
BODIES = {
    "commissioner": _("The commissioner"), "chief_constable": _("The chief constable"), "other": _("Another body"),
}  # fmt: skip
