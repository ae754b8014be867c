"""Who reads the register of improvements, and who keeps it."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"improvements.read": FRONT, "improvements.keep": FRONT}
PAGES: dict[str, str] = {
    "improvements:all": "improvements.read",
    "improvements:one": "improvements.read",
    "improvements:new": "improvements.keep",
    "improvements:edit": "improvements.keep",
    "improvements:step": "improvements.keep",
}
