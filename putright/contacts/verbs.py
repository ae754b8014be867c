"""Who may do what with contacts."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

from .channels.web import verbs as web
from .imports import verbs as imports

MAY: dict[str, frozenset[Role]] = {
    "contacts.log": FRONT,
    "contacts.settle": FRONT,
    "contacts.import": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    **web.PAGES,
    **imports.PAGES,
    "contacts:new": "contacts.log",
    "contacts:look_up": "contacts.log",
    "contacts:entered": "contacts.log",
}
EVENTS = {
    "received": _("Received"),
    "joined": _("Another contact joined this case"),
    "settled": _("Settled at first contact"),
}
