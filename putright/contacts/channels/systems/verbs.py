"""Who gives tokens; what needs one; what anybody may read."""

from putright.people.gates import PUBLIC, SYSTEM
from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"systems.give_token": frozenset({Role.ADMINISTRATOR})}
PAGES: dict[str, str] = {
    "systems:tokens": "systems.give_token",
    "systems:end_token": "systems.give_token",
    "systems:guide": PUBLIC,
    "api:send": SYSTEM,
    "api:file": SYSTEM,
    "api:kinds": SYSTEM,
    "api:standing": SYSTEM,
    "api:openapi-json": PUBLIC,
    "api:api-root": PUBLIC,
}
