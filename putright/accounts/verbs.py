"""Who may do what about log-ins. Who reads cases does not decide alone who else may."""

from putright.people.gates import PUBLIC
from putright.people.roles import Role

KEEPERS = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})
MAY: dict[str, frozenset[Role]] = {
    "accounts.look": KEEPERS | {Role.PRIVACY},
    "accounts.ask": KEEPERS,
    "accounts.agree": KEEPERS | {Role.PRIVACY},
    "accounts.leave": KEEPERS,
}
PAGES: dict[str, str] = {
    "accounts:everybody": "accounts.look",
    "accounts:one": "accounts.look",
    "accounts:new": "accounts.ask",
    "accounts:change": "accounts.ask",
    "accounts:link": "accounts.ask",
    "accounts:settle": "accounts.agree",
    "accounts:leave": "accounts.leave",
    "accounts:join": PUBLIC,
}
