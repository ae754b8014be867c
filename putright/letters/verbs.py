"""Who may do what here: verb to roles, and page to verb."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "letters.look": FRONT | {Role.STANDARDS},
    "letters.write": FRONT,
    "letters.outbox": FRONT,
    "letters.settle": FRONT,
    "letters.award": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "letters:new": "letters.write",
    "letters:one": "letters.look",
    "letters:pdf": "letters.look",
    "letters:settle": "letters.settle",
    "letters:outbox": "letters.outbox",
    "letters:award": "letters.award",
}
EVENTS = {"wrote": _("Wrote a letter"), "sent": _("Sent a letter"), "offered_again": _("A letter is to go out again")}
