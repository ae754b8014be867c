"""The public form is anybody's."""

from putright.people.gates import PUBLIC

PAGES = {f"contacts:{name}": PUBLIC for name in ("begin", "check", "sent", "saved", "forgotten", "come_back", "step", "go")}
