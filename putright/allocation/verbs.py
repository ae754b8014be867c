"""Who may do what here: verb to roles, page to verb, and the words of its events."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

ANSWERS = frozenset({Role.LOCAL_SUPERVISOR})
MAY: dict[str, frozenset[Role]] = {
    "allocation.allocate": FRONT,
    "allocation.accept": ANSWERS,
    "allocation.answer": ANSWERS,
    "allocation.give_back": FRONT | ANSWERS,
    "allocation.arrange": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "allocation:allocate": "allocation.allocate",
    "allocation:answer": "allocation.answer",
    "allocation:accept": "allocation.accept",
    "allocation:give_back": "allocation.give_back",
    "allocation:answered": "allocation.answer",
    "allocation:arrangements": "allocation.arrange",
}
EVENTS = {
    "allocated": _("Given to a supervisor to put right"),
    "accepted": _("Accepted by the supervisor"),
    "answered_back": _("Answered by the supervisor"),
    "given_back": _("Given back"),
}
