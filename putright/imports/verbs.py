"""Who may use the import door."""

from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"imports.load": frozenset({Role.SUPERVISOR})}
PAGES: dict[str, str] = {"imports:door": "imports.load", "imports:loaded": "imports.load"}
