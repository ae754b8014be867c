"""Who may do what here: verb to roles, and page to verb."""

from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {}
PAGES: dict[str, str] = {}
