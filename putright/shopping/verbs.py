"""Who plans visits, who makes them, who reads what was found, and who puts it right."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "shopping.plan": frozenset({Role.SENIOR}),
    "shopping.visit": FRONT | {Role.SENIOR, Role.ANALYST},
    "shopping.read": frozenset({Role.SENIOR, Role.SUPERVISOR, Role.LOCAL_SUPERVISOR, Role.ANALYST}),
    "shopping.put_right": frozenset({Role.SENIOR, Role.SUPERVISOR, Role.LOCAL_SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "shopping:plan": "shopping.plan",
    "shopping:new_visit": "shopping.plan",
    "shopping:new_place": "shopping.plan",
    "shopping:close_place": "shopping.plan",
    "shopping:new_scenario": "shopping.plan",
    "shopping:end_scenario": "shopping.plan",
    "shopping:new_action": "shopping.plan",
    "shopping:mine": "shopping.visit",
    "shopping:visit": "shopping.visit",
    "shopping:results": "shopping.read",
    "shopping:place": "shopping.read",
    "shopping:actions": "shopping.put_right",
    "shopping:step": "shopping.put_right",
}
