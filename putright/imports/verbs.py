"""Who may use the import door."""

from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"imports.load": frozenset({Role.SUPERVISOR})}
PAGES: dict[str, str] = {
    f"imports:{page}": "imports.load" for page in ("door", "begin", "columns", "values", "check", "errors", "came_back", "loaded")
}
