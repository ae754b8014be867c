"""Who may do what here: verb to roles, and page to verb."""

from django.utils.translation import gettext_lazy as _

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "mailings.several": FRONT,
    "mailings.thanks": FRONT,
    "mailings.language": FRONT,
    "mailings.sheets": FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR},
}
PAGES: dict[str, str] = {
    "mailings:several": "mailings.several",
    "mailings:thanks": "mailings.thanks",
    "mailings:language": "mailings.language",
    "mailings:sheets": "mailings.sheets",
    "mailings:sheet": "mailings.sheets",
}
EVENTS = {"language": _("Which language they want was written down")}
