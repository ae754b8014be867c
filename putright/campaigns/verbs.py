"""Who makes a campaign ready, who lets it go, and who sees what came. Whoever has a code may say: no more."""

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "campaigns.see": FRONT | {Role.ANALYST, Role.SENIOR},
    "campaigns.make": frozenset({Role.SUPERVISOR}),
    "campaigns.look": frozenset({Role.SUPERVISOR, Role.SENIOR}),
    "campaigns.sign": frozenset({Role.SUPERVISOR, Role.SENIOR}),
}
PAGES: dict[str, str] = {
    "campaigns:all": "campaigns.see",
    "campaigns:one": "campaigns.see",
    "campaigns:results": "campaigns.see",
    "campaigns:new": "campaigns.make",
    "campaigns:change": "campaigns.make",
    "campaigns:load": "campaigns.make",
    "campaigns:draw": "campaigns.make",
    "campaigns:people": "campaigns.look",
    "campaigns:sheets": "campaigns.make",
    "campaigns:theirs": "campaigns.make",
    "campaigns:do": "campaigns.sign",
    "campaigns:no_more": PUBLIC,
}
