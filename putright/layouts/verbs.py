"""Who lays out the boards' reports."""

from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"layouts.change": frozenset({Role.SUPERVISOR, Role.ANALYST})}
NAMES = ("all", "new", "one", "arrange", "part", "put")
PAGES: dict[str, str] = {f"layouts:{name}": "layouts.change" for name in NAMES}
