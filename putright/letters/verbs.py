"""Who may do what here: verb to roles, and page to verb."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "letters.look": FRONT | {Role.STANDARDS},
    "letters.write": FRONT,
    "letters.award": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "letters:new": "letters.write",
    "letters:pdf": "letters.look",
    "letters:award": "letters.award",
}
EVENTS = {"wrote": _("Wrote a letter"), "enclosed": _("Put documents with a letter")}
