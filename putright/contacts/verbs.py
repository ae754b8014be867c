"""Who may do what with contacts."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

from .channels.web import verbs as web

MAY: dict[str, frozenset[Role]] = {
    "contacts.receive": FRONT | {Role.LOCAL_SUPERVISOR, Role.STANDARDS},
    "contacts.log": FRONT,
    "contacts.log_locally": frozenset({Role.LOCAL_SUPERVISOR}),
    "contacts.pass_to_team": frozenset({Role.STANDARDS}),
    "contacts.look_over": FRONT,
    "contacts.give_link": frozenset({Role.LOCAL_SUPERVISOR, Role.SUPERVISOR}),
    "contacts.settle": FRONT,
    "contacts.answer_suggestion": FRONT,
    "contacts.heard": FRONT,
}
PAGES: dict[str, str] = {
    **web.PAGES,
    "contacts:heard": "contacts.heard",
    "contacts:short_link": "contacts.heard",
    "contacts:new": "contacts.log",
    "contacts:look_up": "contacts.log",
    "contacts:questions": "contacts.log",
    "contacts:letters": "contacts.log",
    "contacts:letter": "contacts.log",
    "contacts:letter_sheet": "contacts.log",
    "contacts:social": "contacts.log",
    "contacts:entered": "contacts.log",
    "contacts:came_of": "contacts.answer_suggestion",
    "contacts:there_and_then": "contacts.log_locally",
    "contacts:pass_to_team": "contacts.pass_to_team",
    "contacts:look_overs": "contacts.look_over",
    "contacts:look_over": "contacts.look_over",
    "contacts:links": "contacts.give_link",
    "contacts:end_link": "contacts.give_link",
    "contacts:roadside": PUBLIC,
}
EVENTS = {
    "received": _("Received"),
    "joined": _("Another contact joined this case"),
    "seen_on_social": _("Seen on social media"),
    "settled": _("Settled at first contact"),
    "looked_over": _("The team looked it over and agreed"),
    "came_of": _("What came of the suggestion was noted"),
    "reopened": _("The team looked it over and opened it again"),
}
