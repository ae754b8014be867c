"""Who says where the force is reached about reviews."""

from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"review_letters.address": frozenset({Role.SUPERVISOR})}
PAGES: dict[str, str] = {"review_letters:address": "review_letters.address"}
EVENTS: dict[str, object] = {}
