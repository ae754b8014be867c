"""Who may look at the staffing answers, and who may change what they rest on."""

from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {
    "staffing.look": frozenset({Role.SUPERVISOR, Role.ANALYST}),
    "staffing.plan": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "staffing:how_many": "staffing.look",
    "staffing:vacancies": "staffing.look",
    "staffing:forecast": "staffing.look",
    "staffing:assumptions": "staffing.look",
    "staffing:assume": "staffing.plan",
    "staffing:counts": "staffing.plan",
    "staffing:door": "staffing.plan",
    "staffing:post": "staffing.plan",
    "staffing:step": "staffing.plan",
    "staffing:relief": "staffing.plan",
    "staffing:risk": "staffing.plan",
    "staffing:risk_again": "staffing.plan",
}
