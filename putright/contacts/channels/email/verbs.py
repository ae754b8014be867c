"""Who may open the tray and empty it."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "contacts.read_tray": FRONT,
    "contacts.empty_tray": FRONT,
}
PAGES: dict[str, str] = {
    "email:tray": "contacts.read_tray",
    "email:one": "contacts.read_tray",
    "email:original": "contacts.read_tray",
    "email:put": "contacts.empty_tray",
    "email:make": "contacts.empty_tray",
    "email:aside": "contacts.empty_tray",
    "email:take_back": "contacts.empty_tray",
}
EVENTS = {
    "emailed": _("It came by email"),
    "bounced": _("A letter came back undelivered"),
    "auto_replied": _("An automatic reply came"),
}
