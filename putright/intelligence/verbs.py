"""Who may take information down, who hands it over, and who may see where it came from."""

from putright.people.roles import FRONT, Role

SUPERVISES = frozenset({Role.SUPERVISOR})
# intelligence.source is narrower than its role: a supervisor must also be a keeper, named by another (actions.open_source).
MAY: dict[str, frozenset[Role]] = {
    "intelligence.take": FRONT,
    "intelligence.hand_over": SUPERVISES,
    "intelligence.source": SUPERVISES,
    "intelligence.name_keeper": SUPERVISES | {Role.ADMINISTRATOR},  # who reads no case, and can never be a keeper
}
PAGES: dict[str, str] = {
    "intelligence:take": "intelligence.take",
    "intelligence:waiting": "intelligence.hand_over",
    "intelligence:record": "intelligence.hand_over",
    "intelligence:pack": "intelligence.hand_over",
    "intelligence:source": "intelligence.source",
    "intelligence:receipt": "intelligence.hand_over",
    "intelligence:keepers": "intelligence.name_keeper",
    "intelligence:end_keeper": "intelligence.name_keeper",
}
