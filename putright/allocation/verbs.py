"""Who may do what here: verb to roles, page to verb, and the words of its events."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

ANSWERS = frozenset({Role.LOCAL_SUPERVISOR})
HEARS_BACK = FRONT | {Role.STANDARDS}
MAY: dict[str, frozenset[Role]] = {
    "allocation.allocate": FRONT,
    "allocation.accept": ANSWERS,
    "allocation.answer": ANSWERS,
    "allocation.give_back": FRONT | ANSWERS,
    "allocation.hand_over": FRONT,
    "allocation.look": HEARS_BACK,
    "allocation.receipt": HEARS_BACK,
    "allocation.outcome": HEARS_BACK,
}
PAGES: dict[str, str] = {
    "allocation:allocate": "allocation.allocate",
    "allocation:answer": "allocation.answer",
    "allocation:accept": "allocation.accept",
    "allocation:give_back": "allocation.give_back",
    "allocation:answered": "allocation.answer",
    "allocation:hand_over": "allocation.hand_over",
    "allocation:pack": "allocation.hand_over",
    "allocation:pack_file": "allocation.hand_over",
    "allocation:went": "allocation.look",
    "allocation:went_file": "allocation.look",
    "allocation:receipt": "allocation.receipt",
    "allocation:outcome": "allocation.outcome",
}
EVENTS = {
    "allocated": _("Given to a supervisor to put right"),
    "accepted": _("Accepted by the supervisor"),
    "answered_back": _("Answered by the supervisor"),
    "given_back": _("Given back"),
    "handed_over": _("Handed over"),
    "receipt": _("Receipt written down"),
    "outcome_back": _("The outcome came back"),
}
