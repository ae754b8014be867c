"""A counter is opened by staff and used by anybody."""

from django.utils.translation import gettext_lazy as _

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"contacts.open_counter": FRONT | {Role.LOCAL_SUPERVISOR}}
PAGES: dict[str, str] = {
    "counter:counters": "contacts.open_counter",
    "counter:close": "contacts.open_counter",
    **{f"counter:{name}": PUBLIC for name in ("start", "tell", "done", "clear")},
}
EVENTS = {"told_at_counter": _("Told at a counter")}
