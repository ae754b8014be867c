"""Who gives, chases and covers. Whoever has a link may answer by it."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

OVERSEES = frozenset({Role.SUPERVISOR})
MAY: dict[str, frozenset[Role]] = {
    "chasing.give": FRONT,
    "chasing.reply": FRONT,
    "chasing.ask": FRONT,
    "chasing.remind": FRONT,
    "chasing.waiting": FRONT,
    "chasing.oversee": OVERSEES,
    "chasing.cover": OVERSEES,
    "chasing.away": FRONT,
    "chasing.skill": OVERSEES,
    "chasing.ladder": OVERSEES,
    "chasing.take_back": OVERSEES,
}
PAGES: dict[str, str] = {
    "chasing:give": "chasing.give",
    "chasing:accept": "chasing.reply",
    "chasing:decline": "chasing.reply",
    "chasing:hand_back": "chasing.reply",
    "chasing:ask": "chasing.ask",
    "chasing:renew": "chasing.ask",
    "chasing:remind": "chasing.remind",
    "chasing:take_back": "chasing.take_back",
    "chasing:waiting": "chasing.waiting",
    "chasing:team": "chasing.oversee",
    "chasing:absences": "chasing.away",
    "chasing:end_absence": "chasing.away",
    "chasing:cover": "chasing.cover",
    "chasing:skills": "chasing.skill",
    "chasing:end_skill": "chasing.skill",
    "chasing:ladder": "chasing.ladder",
    "chasing:answer": PUBLIC,
    "chasing:not_me": PUBLIC,
    "chasing:thanks": PUBLIC,
}
EVENTS = {
    "given_to": _("Given to a colleague"),
    "given_accepted": _("The colleague accepted it"),
    "given_declined": _("The colleague declined it"),
    "handed_back": _("Handed back: it is nobody’s again"),
    "link_made": _("Sent a link to answer without an account"),
    "link_not_them": _("Somebody said that the link was not for them"),
    "asked_again": _("Asked again for the answer"),
}
