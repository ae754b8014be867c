"""Who may ask questions of their own. What each finds is what they may open, and no more."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"extracts.ask": FRONT | {Role.STANDARDS}}
PAGES: dict[str, str] = {
    "extracts:start": "extracts.ask",
    "extracts:ask": "extracts.ask",
    "extracts:take": "extracts.ask",
    "extracts:keep": "extracts.ask",
    "extracts:kept": "extracts.ask",
}
