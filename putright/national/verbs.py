"""Who sees how complete the return is, who mends it, and who prepares, signs and sends it."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

LEAD = frozenset({Role.SUPERVISOR})
MAY: dict[str, frozenset[Role]] = {
    "national.read": FRONT | {Role.SENIOR},
    "national.fill": FRONT,
    "national.prepare": LEAD,
    "national.sign": LEAD | {Role.SENIOR},
    "national.send": LEAD,
    "national.compare": LEAD,
}
PAGES: dict[str, str] = {
    "national:home": "national.read",
    "national:quarter": "national.read",
    "national:prepare": "national.prepare",
    "national:field": "national.fill",
    "national:fixes": "national.fill",
    "national:case": "national.fill",
    "national:fill": "national.fill",
    "national:one": "national.read",
    "national:sign": "national.sign",
    "national:file": "national.send",
    "national:compare": "national.compare",
    "national:recalled": "national.read",
    "national:source": "national.compare",
    "national:behind": "national.fill",
}
EVENTS = {"return_filled": _("Something was written down for the national return")}
