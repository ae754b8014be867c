"""Who may do what here: verb to roles, page to verb, and the words of its events."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

HEARS_BACK = FRONT | {Role.STANDARDS}
MAY: dict[str, frozenset[Role]] = {
    "packs.hand_over": FRONT,
    "packs.look": HEARS_BACK,
    "packs.receipt": HEARS_BACK,
    "packs.outcome": HEARS_BACK,
    "packs.refer": FRONT,
    "packs.take_in": FRONT,
    "packs.send_rest": FRONT,
}
PAGES: dict[str, str] = {
    "packs:hand_over": "packs.hand_over",
    "packs:pack": "packs.hand_over",
    "packs:pack_file": "packs.hand_over",
    "packs:went": "packs.look",
    "packs:went_file": "packs.look",
    "packs:receipt": "packs.receipt",
    "packs:outcome": "packs.outcome",
    "packs:referral": "packs.refer",
    "packs:take_in": "packs.take_in",
    "packs:rest": "packs.send_rest",
    "packs:rest_file": "packs.look",
    "packs:rest_receipt": "packs.receipt",
    "packs:information": "intelligence.hand_over",
    "packs:schema": PUBLIC,
}
EVENTS = {
    "handed_over": _("Handed over"),
    "receipt": _("Receipt written down"),
    "outcome_back": _("The outcome came back"),
    "referral_written": _("What the IOPC asks of a referral was written down"),
    "rest_sent": _("What was missing was sent after"),
    "rest_receipt": _("Receipt for what was sent after"),
    "taken_in": _("Came to us in a pack of another office"),
    "happened_before": _("Happened before it came to us"),
}
