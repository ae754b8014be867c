"""Who may do what with chats. The visitor's pages are anybody's: the secret decides which chat they show."""

from putright.people.gates import PUBLIC
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "contacts.chat": FRONT,
    "contacts.chat_phrases": frozenset({Role.SUPERVISOR}),
}
_VISITOR = ("start", "talk", "back", "ended", "stream", "typing")
_STAFF = ("desk", "desk_stream", "taking", "take", "one", "desk_typing", "pass_on", "answer_offer", "end")
PAGES: dict[str, str] = {
    **{f"chat:{name}": PUBLIC for name in _VISITOR},
    **{f"chat:{name}": "contacts.chat" for name in _STAFF},
    "chat:phrases": "contacts.chat_phrases",
    "chat:phrase": "contacts.chat_phrases",
}
