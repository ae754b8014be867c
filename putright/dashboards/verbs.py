"""Who sees which of the pages."""

from putright.people.roles import FRONT, Role

READERS = FRONT | {Role.ANALYST, Role.STANDARDS, Role.LOCAL_SUPERVISOR}  # as months.read
MAY: dict[str, frozenset[Role]] = {
    "dashboards.mine": FRONT,
    "dashboards.team": frozenset({Role.SUPERVISOR}),
    "dashboards.month": frozenset({Role.SUPERVISOR, Role.ANALYST}),
    "dashboards.board": READERS,
}
PAGES: dict[str, str] = {
    "dashboards:home": "dashboards.board",
    "dashboards:mine": "dashboards.mine",
    "dashboards:team": "dashboards.team",
    "dashboards:month": "dashboards.month",
    "dashboards:board": "dashboards.board",
}
