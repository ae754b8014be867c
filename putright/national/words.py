"""What quarters and measures are called."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from putright.law import categories

from .rules import Quarter

QUARTERS = {1: _("April to June"), 2: _("July to September"), 3: _("October to December"), 4: _("January to March")}
MEASURES = {
    "K1": _("Complaints logged"), "K3": _("Allegations logged"), "K5": _("Average days to log"),
    "K6": _("Average days to first contact"), "K10": _("Finalised outside Schedule 3"),
    "K10-days": _("Average days to finalise outside Schedule 3"), "K11": _("Finalised under Schedule 3"),
    "K11-days": _("Average days to finalise under Schedule 3"), "K7": _("Recorded under Schedule 3"),
    "K7-nature": _("Recorded for what was alleged"), "K7-wishes": _("Recorded since they wished it"),
    "K7-body": _("Recorded since the body decided so"), "K21": _("Recorded since they were dissatisfied at first"),
    "K14-acceptable": _("The service was acceptable"), "K14-not-acceptable": _("The service was not acceptable"),
    "K14-not-determined": _("Could not be determined"), "K14-no-action": _("No further action"),
    "K14-resolved": _("Resolved outside Schedule 3"), "K14-not-resolved": _("Not resolved outside Schedule 3"),
    "K19": _("Referred to the IOPC"),
}  # fmt: skip
LISTS = {
    "field": _("Fields of the capture list"), "categories": _("Categories of allegations"), "outcomes": _("Outcomes"),
    "actions": _("What was done"), "factors": _("Factors"),
}  # fmt: skip
OF_CATEGORY = _("Allegations: %(name)s (category %(letter)s)")


def measure(code: str) -> str:
    """The words of a measure; of K8-A and the like with the name of the category, for letters tell nobody anything."""
    if code in MEASURES:
        return str(MEASURES[code])
    named = next((row for row in reversed(categories.every_row()) if row.code == code[-1]), None)
    name = "" if named is None else named.cy if get_language() == "cy" else named.en
    return str(OF_CATEGORY) % {"letter": code[-1], "name": name}


def quarter(one: Quarter) -> str:
    return f"{QUARTERS[one.number]}, {one.name}"
