"""Who rings victims back, who loads the lists, and who reads what came of it."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "callbacks.draw": frozenset({Role.SUPERVISOR, Role.SENIOR}),
    "callbacks.ring": FRONT,
    "callbacks.read": FRONT | {Role.SENIOR, Role.ANALYST},
    "callbacks.tell": frozenset({Role.SUPERVISOR, Role.SENIOR}),
}
PAGES: dict[str, str] = {
    "callbacks:lists": "callbacks.read",
    "callbacks:load": "callbacks.draw",
    "callbacks:columns": "callbacks.draw",
    "callbacks:own": "callbacks.draw",
    "callbacks:keep": "callbacks.draw",
    "callbacks:to_ring": "callbacks.ring",
    "callbacks:one": "callbacks.ring",
    "callbacks:attempt": "callbacks.ring",
    "callbacks:results": "callbacks.read",
    "callbacks:tell": "callbacks.tell",
}
