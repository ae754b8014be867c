"""Codes of this room in words."""

from django.utils.translation import gettext_lazy as _

from . import rules

ABOUT = {
    rules.TEAM: _("Somebody in this team, or how the team dealt with me"),
    rules.OFFICE: _("Somebody else who works for the commissioner"),
}
CAME_OF = {
    "upheld": _("We were wrong"),
    "partly": _("We were wrong in part"),
    "not_upheld": _("We did nothing wrong"),
    "no_reply": _("They did not wish to go on, or could not be reached"),
}
VERBS = {
    rules.TOLD: _("They told us"),
    rules.ACKNOWLEDGED: _("Told them that we have it"),
    rules.NOTED: _("Note"),
    rules.ANSWERED: _("Answered"),
}
