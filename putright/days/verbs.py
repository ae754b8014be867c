"""A handler writes down their own days; a supervisor begins a week; both, and whoever reads figures, read what came of it."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "days.write": frozenset({Role.HANDLER}),
    "days.look": FRONT | {Role.ANALYST},
    "days.begin": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "days:home": "days.look",
    "days:week": "days.look",
    "days:write": "days.write",
    "days:begin": "days.begin",
}
