"""Who may see what figures are set beside and where our force stands, and who writes it down."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "measures.look": FRONT | {Role.ANALYST},
    "measures.set": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "measures:lines": "measures.look",
    "measures:places": "measures.look",
    "measures:table": "measures.look",
    "measures:set": "measures.set",
    "measures:set_table": "measures.set",
}
