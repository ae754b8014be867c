"""Who may do what with contacts."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

from .channels.web import verbs as web

MAY: dict[str, frozenset[Role]] = {
    "contacts.log": FRONT,
    "contacts.settle": FRONT,
}
PAGES: dict[str, str] = {
    **web.PAGES,
    "contacts:new": "contacts.log",
    "contacts:look_up": "contacts.log",
    "contacts:entered": "contacts.log",
}
EVENTS = {
    "received": _("Received"),
    "joined": _("Another contact joined this case"),
    "settled": _("Settled at first contact"),
}
