"""Who may triage."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "triage.ask": FRONT,
    "triage.decide": FRONT,
    "triage.second": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "triage:ask": "triage.ask",
    "triage:decide": "triage.decide",
    "triage:second": "triage.second",
}
EVENTS = {
    "asked": _("Questions answered"),
    "decided": _("Decided what it is"),
    "clarified": _("Clarified to be a complaint"),
    "must_refer": _("It became clear that it must be referred"),
    "need_not_refer": _("Answers that asked for a referral were taken back"),
    "proposed": _("Put to a second person"),
    "seconded": _("A second person agreed"),
    "not_seconded": _("A second person did not agree"),
}
