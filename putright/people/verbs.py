"""Who may do what here: verb to roles, and page to verb. The pages about a person are the desk's."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "people.look": FRONT,
    "people.merge": FRONT,
    "people.plan": FRONT,
    "people.tell_apart": FRONT,
    "people.define": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {}
