"""Passive dissatisfaction: said aloud, but not to us, and with no wish that we do anything. No Django here."""

from collections.abc import Mapping

# The list with the IOPC's default (its "Focus" 13, recalled): it need not be logged. An office that logs all ends the row.
LIST, NEED_NOT = "passive", "said-to-others"

WISH = "complainant_wishes_recording"
UNHAPPY = "dissatisfied_with_force"


def is_passive(said_to_us: str, wishes: str, *, holds: bool = True) -> str:
    """yes, no or not_known. Only two plain noes make it passive; a yes to either does not. Nothing is, on a day on which the
    default does not hold."""
    if not holds or "yes" in (said_to_us, wishes):
        return "no"
    return "yes" if said_to_us == wishes == "no" else "not_known"


def for_triage(kind: str, wishes: str) -> Mapping[str, str]:
    """What the answers say of the law's own facts: never more than was answered."""
    found = {WISH: wishes} if wishes in {"yes", "no"} else {}
    return found | ({UNHAPPY: "yes"} if kind in {"complaint", "dissatisfaction"} else {})
