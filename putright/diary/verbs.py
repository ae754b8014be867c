"""Who keeps the diary, who signs the statement. Anybody reads what is published."""

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

LEAD = frozenset({Role.SUPERVISOR})
MAY: dict[str, frozenset[Role]] = {
    "diary.read": FRONT | {Role.SENIOR, Role.ANALYST},
    "diary.keep": LEAD,
    "diary.sign": LEAD | {Role.SENIOR},
}
PAGES: dict[str, str] = {
    "diary:diary": "diary.read",
    "diary:start": "diary.keep",
    "diary:read": "diary.keep",
    "diary:one": "diary.read",
    "diary:publish": "diary.keep",
    "diary:write": "diary.keep",
    "diary:sign": "diary.sign",
    "diary:duties": PUBLIC,
    "diary:csv": PUBLIC,
    "diary:paper": PUBLIC,
    "diary:paper_csv": PUBLIC,
}
