"""Who gives tokens; what needs one; what anybody may read."""

from putright.people.gates import PUBLIC, TOKEN
from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"systems.give_token": frozenset({Role.ADMINISTRATOR})}
PAGES: dict[str, str] = {
    "systems:tokens": "systems.give_token",
    "systems:end_token": "systems.give_token",
    "systems:guide": PUBLIC,
    "api:send": TOKEN,
    "api:standing": TOKEN,
    "api:openapi-json": PUBLIC,
    "api:api-root": PUBLIC,
}
