"""Who looks again, who answers, who sets what is looked at. The team that is looked at sets nothing and looks at nothing."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

SENIOR = frozenset({Role.SENIOR})
MAY: dict[str, frozenset[Role]] = {
    "quality.look": SENIOR,
    "quality.draw_again": SENIOR,
    "quality.set": SENIOR,
    "quality.read": SENIOR | {Role.SUPERVISOR, Role.ANALYST},
    "quality.answer": FRONT,
}
PAGES: dict[str, str] = {
    "quality:mine": "quality.look",
    "quality:one": "quality.look",
    "quality:draws": "quality.read",
    "quality:draw": "quality.read",
    "quality:record": "quality.read",
    "quality:again": "quality.draw_again",
    "quality:trend": "quality.read",
    "quality:agreement": "quality.read",
    "quality:findings": "quality.answer",
    "quality:finding": "quality.answer",
    "quality:lists": "quality.set",
    "quality:item": "quality.set",
    "quality:new_item": "quality.set",
    "quality:setting": "quality.set",
}
EVENTS = {
    "sampled": _("Drawn for the month’s sample"),
    "looked_again": _("Looked at again for the month’s sample"),
}
