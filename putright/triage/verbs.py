"""Who may triage."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"triage.ask": FRONT, "triage.decide": FRONT}
PAGES: dict[str, str] = {"triage:ask": "triage.ask", "triage:decide": "triage.decide"}
EVENTS = {
    "decided": _("Decided what it is"),
    "clarified": _("Clarified to be a complaint"),
}
