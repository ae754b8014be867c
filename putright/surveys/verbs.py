"""Who may build, send, read and see results. Whoever has a code may answer it."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "surveys.send": FRONT,
    "surveys.read": FRONT,
    "surveys.build": frozenset({Role.SUPERVISOR}),
    "surveys.results": FRONT | {Role.ANALYST},
}
PAGES: dict[str, str] = {
    "surveys:enter": PUBLIC,
    "surveys:answer": PUBLIC,
    "surveys:thanks": PUBLIC,
    "surveys:send": "surveys.send",
    "surveys:phone": "surveys.send",
    "surveys:paper": "surveys.send",
    "surveys:type_in": "surveys.send",
    "surveys:against": "surveys.send",
    "surveys:take_back": "surveys.send",
    "surveys:wish": "surveys.send",
    "surveys:to_read": "surveys.read",
    "surveys:read": "surveys.read",
    "surveys:all": "surveys.results",
    "surveys:one": "surveys.results",
    "surveys:compare": "surveys.results",
    "surveys:results": "surveys.results",
    "surveys:settings": "surveys.build",
}
EVENTS = {
    "survey_sent": _("Asked how it was"),
    "survey_not_sent": _("Was not asked how it was"),
    "survey_taken_back": _("Took the survey back"),
    "survey_answered": _("The survey was answered"),
    "survey_held_against_paper": _("Held the survey against its paper"),
    "survey_read": _("Read what the survey says"),
    "survey_not_reopened": _("Decided not to look again"),
    "survey_taken_up": _("Took up what the survey says"),
}
