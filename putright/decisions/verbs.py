"""Who writes records, who notes the approval and publishes. Whoever likes may read what is published."""

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "decisions.write": FRONT,
    "decisions.publish": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "decisions:records": "decisions.write",
    "decisions:new": "decisions.write",
    "decisions:record": "decisions.write",
    "decisions:change": "decisions.write",
    "decisions:approve": "decisions.publish",
    "decisions:publish": "decisions.publish",
    "decisions:withdraw": "decisions.publish",
    "decisions:list": PUBLIC,
    "decisions:read": PUBLIC,
    "decisions:paper": PUBLIC,
}
