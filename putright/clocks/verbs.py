"""Who may stop, extend and excuse clocks."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "clocks.stop": FRONT,
    "clocks.extend": FRONT,
    "clocks.say_why": FRONT,
    "clocks.excuse": frozenset({Role.SUPERVISOR}),
    "clocks.look": FRONT,
    "clocks.feed": FRONT,
}
PAGES: dict[str, str] = {
    "clocks:one": "cases.look",
    "clocks:stop": "clocks.stop",
    "clocks:go_on": "clocks.stop",
    "clocks:extend": "clocks.extend",
    "clocks:missed": "clocks.say_why",
    "clocks:excuse": "clocks.excuse",
    "clocks:notices": "clocks.look",
    "clocks:feed": "clocks.feed",
    "clocks:calendar": PUBLIC,
}
EVENTS = {
    "clock_stopped": _("A clock was stopped"),
    "clock_went_on": _("A clock went on"),
    "clock_extended": _("A promise was given longer"),
    "clock_excused": _("A promise was excused: exceptional circumstances"),
    "missed_because": _("Why a promise was missed"),
}
