"""Who may read the law here, and why a case stands as it does."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"lawbook.read": FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR}}
PAGES: dict[str, str] = {
    "lawbook:why": "cases.look_whole",
    "lawbook:day": "lawbook.read",
    "lawbook:changes": "lawbook.read",
    "lawbook:sheet": "lawbook.read",
    "lawbook:question": "lawbook.read",
}
