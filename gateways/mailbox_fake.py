"""The fake beside mailbox.py: a folder in memory, with the trouble it is told to have."""

from collections.abc import Sequence
from datetime import datetime

from .mailbox import Fetched, Unreachable


class FakeMailbox:
    """`inside` and `archived` are by number. `trouble` is what the next steps run into: "fetch" or "archive"."""

    def __init__(self, *messages: bytes, name: str = "office@mail.example/INBOX", validity: int = 1) -> None:
        self.name, self.validity, self.trouble = name, validity, ""
        self.inside: dict[int, bytes] = dict(enumerate(messages, 1))
        self.archived: dict[int, bytes] = {}
        self.arrived_at: datetime | None = None
        self.fetched: list[int] = []

    def add(self, message: bytes) -> int:
        uid = max([0, *self.inside, *self.archived]) + 1
        self.inside[uid] = message
        return uid

    def uids(self) -> list[int]:
        return sorted(self.inside)

    def fetch(self, uid: int) -> Fetched | None:
        if self.trouble == "fetch":
            raise Unreachable("the line dropped")
        self.fetched.append(uid)
        content = self.inside.get(uid)
        return None if content is None else Fetched(content, True, self.arrived_at)

    def archive(self, uids: Sequence[int]) -> None:
        if self.trouble == "archive":
            raise Unreachable("the line dropped")
        for uid in uids:
            if uid in self.inside:
                self.archived[uid] = self.inside.pop(uid)
