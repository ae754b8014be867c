"""The words for bodies, parts of a pack and reasons."""

from django.utils.translation import gettext_lazy as _

BODIES = {
    "standards": _("Professional standards"),
    "commissioner": _("The commissioner’s office"),
    "iopc": _("The Independent Office for Police Conduct (IOPC)"),
    "panel": _("The police and crime panel"),
    "other_force": _("Another police force"),
    "agency": _("A body outside the police"),
}
ASKS = {
    "apology": _("Apologise"),
    "explanation": _("Explain what happened"),
    "update": _("Tell them how their matter stands"),
    "property": _("Give something back"),
    "service": _("Look at how the service works for them"),
    "other": _("Something else that would put it right"),
    "investigate": _("Investigate what somebody did"),
    "order": _("Give an officer an order"),
}
NEEDS = {
    "welsh": _("They want it in Welsh"),
    "risk": _("Somebody may be at risk"),
    "adjustments": _("They need something done otherwise"),
}
MANAGER = {"no": _("No: they may not be asked"), "yes": _("Yes: they may be asked to put it right")}
DID = {
    "apology": _("Apologised"),
    "explanation": _("Explained what happened"),
    "action": _("Did something about it"),
    "other": _("Something else"),
}
CONTENT = {"yes": _("They are content"), "no": _("They are not content"), "not_known": _("Not known")}
