"""Anybody reads what is published; a supervisor publishes."""

from putright.people.gates import PUBLIC
from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"publication.publish": frozenset({Role.SUPERVISOR})}
PAGES: dict[str, str] = {
    "publication:home": "publication.publish",
    "publication:figures": PUBLIC,
    "publication:quarter": PUBLIC,
    "publication:csv": PUBLIC,
    "publication:metadata": PUBLIC,
}
