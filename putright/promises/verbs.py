"""Who may look at what the office promises, who may ask for a change, and who agrees."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "promises.look": FRONT,
    "promises.ask": FRONT,
    "promises.agree": frozenset({Role.SUPERVISOR}),  # and never to what they asked for themselves
}
PAGES: dict[str, str] = {
    "promises:list": "promises.look",
    "promises:change": "promises.look",
    "promises:change_promise": "promises.ask",
    "promises:change_day": "promises.ask",
    "promises:change_hours": "promises.ask",
}
EVENTS = {"clock_changed": _("A promise fell due on another day: the calendar, the hours or the promise was changed")}
