"""The public's home is anybody's; the list of services is the front team's to keep. How far people come with
the form is for whoever looks after figures."""

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

OPEN = (
    "start", "expect", "expected", "charter", "rights", "victims", "look_again", "support", "bodies", "leaflets", "leaflet",
    "accessibility", "privacy",
)  # fmt: skip
KEEPS = ("services", "add_service", "change_service", "check_service", "end_service")
MAY: dict[str, frozenset[Role]] = {"portal.keep_services": FRONT, "portal.read_form": FRONT | {Role.ANALYST, Role.SENIOR}}
PAGES = {f"portal:{name}": PUBLIC for name in OPEN} | {f"portal:{name}": "portal.keep_services" for name in KEEPS}
PAGES["portal:begun"] = "portal.read_form"
