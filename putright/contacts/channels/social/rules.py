"""Passive dissatisfaction: said aloud, but not to us, and with no wish that we do anything. No Django here."""

from collections.abc import Mapping
from datetime import date

# The IOPC's "Focus" 13, page 8 (recalled, not checked against the page): it need not be logged; if it is unclear, ask.
SINCE, SOURCE, CHECKED = date(2020, 2, 1), "IOPC Focus 13, p. 8 (recalled)", False

WISH = "complainant_wishes_recording"
UNHAPPY = "dissatisfied_with_force"


def is_passive(said_to_us: str, wishes: str) -> str:
    """yes, no or not_known. Only two plain noes make it passive; a yes to either does not."""
    if "yes" in (said_to_us, wishes):
        return "no"
    return "yes" if said_to_us == wishes == "no" else "not_known"


def for_triage(kind: str, wishes: str) -> Mapping[str, str]:
    """What the answers say of the law's own facts: never more than was answered."""
    found = {WISH: wishes} if wishes in {"yes", "no"} else {}
    return found | ({UNHAPPY: "yes"} if kind in {"complaint", "dissatisfaction"} else {})
