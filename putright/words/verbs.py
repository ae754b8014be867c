"""Who may look at the words, change them, sign them off, and check the Welsh."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "words.look": FRONT,
    "words.edit": FRONT,
    "words.sign": frozenset({Role.SUPERVISOR}),
    "words.check": FRONT,
}
PAGES: dict[str, str] = {
    "words:all": "words.look",
    "words:one": "words.look",
    "words:compare": "words.look",
    "words:example": "words.look",
    "words:edit": "words.edit",
    "words:look": "words.edit",
    "words:hints": "words.look",
    "words:add": "words.edit",
    "words:sign": "words.sign",
    "words:welsh": "words.look",
    "words:beside": "words.look",
}
