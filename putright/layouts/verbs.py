"""Who lays out the boards' reports."""

from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"layouts.change": frozenset({Role.SUPERVISOR, Role.ANALYST})}
NAMES = ("all", "new", "one", "arrange", "part", "put", "beside", "set_beside", "end_beside")
PAGES: dict[str, str] = {f"layouts:{name}": "layouts.change" for name in NAMES}
