"""Who may see what the service costs and saves, and who writes down what that rests on."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "value.look": FRONT | {Role.ANALYST},
    "value.set": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "value:money": "value.look",
    "value:year": "value.look",
    "value:worked_again": "value.look",
    "value:rates": "value.look",
    "value:set_rate": "value.set",
    "value:take_measured": "value.set",
    "value:before": "value.look",
    "value:set_before": "value.set",
    "value:benefits": "value.look",
    "value:set_benefit": "value.set",
    "value:benefit": "value.look",
}
