"""The team answers and reads; a supervisor asks it; senior managers read."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "valued.answer": FRONT,
    "valued.look": FRONT | {Role.SENIOR},
    "valued.ask": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "valued:home": "valued.look",
    "valued:results": "valued.look",
    "valued:answer": "valued.answer",
    "valued:ask": "valued.ask",
    "valued:switch": "valued.ask",
}
