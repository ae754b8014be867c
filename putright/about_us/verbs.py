"""Anybody may complain about us. One role reads it, which reads no case and takes no contact."""

from putright.people.gates import PUBLIC
from putright.people.roles import Role

MAY: dict[str, frozenset[Role]] = {"about_us.read": frozenset({Role.PRIVACY})}
PAGES: dict[str, str] = {f"about_us:{page}": PUBLIC for page in ("how", "tell", "sent")} | {
    f"about_us:{page}": "about_us.read"
    for page in ("register", "one", "acknowledge", "note", "answer", "days", "enter", "letter")
}
