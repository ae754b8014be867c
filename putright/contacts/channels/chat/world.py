"""What all streams of one process look at: the open chats and their lines, read together a few times a second.

Two or three queries however many are listening, and none when nobody is. A chat's lines are numbered while its row is held,
so when line n is seen every line before it is there too: nothing is passed over, whatever order commits arrive in."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection

from gateways import clock

from . import queries, rules
from .models import LIVE, WAITING, Chat, Line

SLOW = 20.0  # seconds between two looks at what changes slowly


@dataclass(frozen=True)
class World:
    """One look. `chats` are the open ones and those just ended that somebody still listens to."""

    at: datetime
    chats: dict[int, Chat]
    waiting: list[Chat]
    alone: list[Chat]
    recent: list[rules.Waited]
    lines: dict[int, list[Line]] = field(default_factory=dict)
    queue: dict[str, str] = field(default_factory=dict)  # by language, the waiting list as drawn from this look

    def place(self, pk: int) -> int:
        return next((number for number, chat in enumerate(self.waiting, 1) if chat.pk == pk), 0)

    def writes(self, moment: datetime | None) -> bool:
        return moment is not None and self.at - moment < rules.TYPING


class Looking:
    """Reads the world again and again in one thread, and remembers the lines it has read. Not for two threads."""

    def __init__(self) -> None:
        self.lines: dict[int, list[Line]] = {}
        self.recent: list[rules.Waited] = []
        self.alone: list[Chat] = []
        self.again_at = 0.0  # when the slowly changing part is read again, on the machine's own clock

    def look(self, listened: Iterable[int]) -> World:
        """`listened`: chats somebody listens to as a visitor; they are seen to their end. Lets its connection go."""
        try:
            return self._look(set(listened))
        finally:
            connection.close()

    def _look(self, listened: set[int]) -> World:
        at = clock.now()
        found = queries.open_chats().select_related("handler", "offered_to").order_by("started_at", "pk")
        chats = {chat.pk: chat for chat in found}
        if gone := listened - chats.keys():
            chats |= {chat.pk: chat for chat in Chat.objects.filter(pk__in=gone).select_related("handler")}
        waiting = [chat for chat in chats.values() if chat.state == WAITING]
        self._read_lines(chats)
        if time.monotonic() >= self.again_at:
            self.recent, self.alone = queries.recent_waits(at=at), queries.left_alone(at=at)
            self.again_at = time.monotonic() + SLOW
        alone = [chat for chat in self.alone if chat.pk in chats and chats[chat.pk].state == LIVE]
        return World(at, chats, waiting, alone, self.recent, self.lines)

    def _read_lines(self, chats: dict[int, Chat]) -> None:
        """Only of chats that have a line more than was read; what nobody can listen to any more is forgotten."""
        self.lines = {pk: self.lines.get(pk, []) for pk in chats}
        behind = [chat for chat in chats.values() if chat.seq > len(self.lines[chat.pk])]
        if not behind:
            return
        least = min(len(self.lines[chat.pk]) for chat in behind)
        for line in Line.objects.filter(chat__in=behind, seq__gt=least).select_related("by").order_by("chat", "seq"):
            kept = self.lines[line.chat_id]
            if line.seq == len(kept) + 1:
                self.lines[line.chat_id] = [*kept, line]


