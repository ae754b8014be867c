"""The public form is anybody's."""

from putright.people.gates import PUBLIC

OPEN = ("begin", "check", "sent", "saved", "forgotten", "left", "come_back", "step", "go")
PAGES = {f"contacts:{name}": PUBLIC for name in OPEN}
