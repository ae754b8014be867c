"""Who may look at what the office promises, and who may change it."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"promises.look": FRONT, "promises.change": frozenset({Role.SUPERVISOR})}
PAGES: dict[str, str] = {
    "promises:list": "promises.look",
    "promises:change": "promises.look",
    "promises:change_promise": "promises.change",
    "promises:change_day": "promises.change",
}
EVENTS = {"clock_changed": _("A promise fell due on another day: the calendar or the promise was changed")}
