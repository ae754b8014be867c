"""The public's home is anybody's."""

from putright.people.gates import PUBLIC
from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {}
PAGES = {f"portal:{name}": PUBLIC for name in ("start", "expect", "accessibility", "privacy")}
