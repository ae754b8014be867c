"""Who may look at the lists, and who may change them."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"codes.look": FRONT, "codes.change": frozenset({Role.SUPERVISOR})}
PAGES: dict[str, str] = {
    "codes:lists": "codes.look",
    "codes:one": "codes.look",
    "codes:export": "codes.look",
    "codes:add": "codes.change",
    "codes:end": "codes.change",
    "codes:rename": "codes.change",
    "codes:load": "codes.change",
    "codes:questions": "codes.look",
    "codes:ask": "codes.change",
    "codes:reword": "codes.change",
    "codes:stop": "codes.change",
}
