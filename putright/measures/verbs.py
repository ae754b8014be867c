"""Who may see what figures are set beside, and who writes it down."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "measures.look": FRONT | {Role.ANALYST},
    "measures.set": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {"measures:lines": "measures.look", "measures:set": "measures.set"}
