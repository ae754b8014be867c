"""What quarters and measures are called."""

from django.utils.translation import gettext_lazy as _

from .rules import Quarter

QUARTERS = {1: _("April to June"), 2: _("July to September"), 3: _("October to December"), 4: _("January to March")}
MEASURES = {
    "K1": _("Complaints logged"), "K3": _("Allegations logged"), "K5": _("Average days to log"),
    "K6": _("Average days to first contact"), "K10": _("Finalised outside Schedule 3"),
    "K10-days": _("Average days to finalise outside Schedule 3"), "K11": _("Finalised under Schedule 3"),
    "K11-days": _("Average days to finalise under Schedule 3"),
}  # fmt: skip
OF_CATEGORY = _("Allegations of category %(letter)s")


def measure(code: str) -> str:
    return str(MEASURES[code]) if code in MEASURES else str(OF_CATEGORY) % {"letter": code[-1]}


def quarter(one: Quarter) -> str:
    return f"{QUARTERS[one.number]}, {one.name}"
