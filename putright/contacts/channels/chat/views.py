"""What one listener has been told, and what is news to them. Nothing here asks the database."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import get_template
from django.utils import translation

from . import rules, shown, waits
from .models import ENDED, HANDLER, LIVE, VISITOR, Chat, Line
from .world import World


def event(name: str, told: dict[str, Any], number: str = "") -> bytes:
    """One event of a stream, as the HTML standard has them."""
    head = f"id: {number}\n" if number else ""
    return f"{head}event: {name}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()


def drawn(line: Line, chat: Chat, side: str, language: str) -> dict[str, Any]:
    with translation.override(language):
        one = shown.line(line, chat, side)
    return {"seq": one.seq, "key": one.key, "mine": one.mine, "html": shown.html(one, language)}


@dataclass
class VisitorView:
    """Somebody in their own chat. `after` is the last line they have."""

    chat: int
    language: str
    after: int
    state: dict[str, Any] = field(default_factory=dict)

    def listens_to(self) -> set[int]:
        return {self.chat}

    def news(self, world: World) -> Iterator[bytes]:
        chat = world.chats.get(self.chat)
        if chat is None:
            return
        for line in world.lines.get(self.chat, [])[self.after :]:
            self.after = line.seq
            if line.kind in shown.AMONG_US:
                continue
            yield event("line", drawn(line, chat, VISITOR, self.language), str(line.seq))
        state = self.told(world, chat)
        if state != self.state:
            self.state = state
            yield event("state", state)

    def told(self, world: World, chat: Chat) -> dict[str, Any]:
        over, live = chat.state == ENDED, chat.state == LIVE
        with translation.override(self.language):
            if over or live:
                status = waits.told(chat, at=world.at)
            else:
                place = world.place(chat.pk)
                status = waits.words(place, rules.guessed_wait(world.recent, place))
        return {"status": status, "over": over, "writes": live and world.writes(chat.handler_typing_at)}


@dataclass
class HandlerView:
    """A handler's desk. `after` is the last line they have of each chat; of one that is new here they have none, and the
    page fetches it whole."""

    handler: int
    language: str
    after: dict[int, int]
    state: dict[str, Any] = field(default_factory=dict)
    waiting: str = ""
    live: set[int] = field(default_factory=set)

    def listens_to(self) -> set[int]:
        return set(self.after)

    def news(self, world: World) -> Iterator[bytes]:
        mine = [chat for chat in world.chats.values() if chat.handler_id == self.handler]
        for gone in self.after.keys() - {chat.pk for chat in mine}:
            del self.after[gone]
        for chat in mine:
            yield from self.lines(world, chat)
        state = self.told(world, mine)
        if state != self.state:
            self.state = state
            yield event("state", state)
        yield from self.queue(world)

    def is_told(self, chat: Chat) -> bool:
        """Of a chat that had ended before anybody listened here, no more than that it has: it is a case by then, which may be
        closed to them."""
        if chat.state == LIVE:
            self.live.add(chat.pk)
        return chat.pk in self.live

    def lines(self, world: World, chat: Chat) -> Iterator[bytes]:
        found = world.lines.get(chat.pk, [])
        whole = self.is_told(chat)
        for line in found[self.after.get(chat.pk, 0) :]:
            self.after[chat.pk] = line.seq
            if not whole and line.kind != "ended":
                continue
            told = drawn(line, chat, HANDLER, self.language) | {"chat": str(chat.key)}
            yield event("line", told, self.number())

    def number(self) -> str:
        return "-".join(f"{pk}.{seq}" for pk, seq in sorted(self.after.items()))

    def told(self, world: World, mine: list[Chat]) -> dict[str, Any]:
        """`desk` changes when a chat comes, goes or ends: then the page fetches itself again."""
        offers = [chat.pk for chat in world.chats.values() if chat.offered_to_id == self.handler]
        desk = [[chat.pk, chat.state] for chat in mine]
        chats = {str(chat.key): {"unanswered": chat.unanswered, "writes": world.writes(chat.visitor_typing_at)}
                 for chat in mine if chat.state == LIVE}  # fmt: skip
        return {"desk": json.dumps([desk, offers]), "chats": chats}

    def queue(self, world: World) -> Iterator[bytes]:
        waiting = queue_html(world, self.language)
        mark = hashlib.sha256(waiting.encode()).hexdigest()
        if mark != self.waiting:
            self.waiting = mark
            yield event("waiting", {"html": waiting, "number": len(world.waiting)})


def queue_html(world: World, language: str) -> str:
    """The waiting list, drawn once for each look and language, however many desks are open."""
    if language not in world.queue:
        with translation.override(language):
            values = {"waiting": world.waiting[:50], "alone": world.alone, "lang": language}
            world.queue[language] = get_template("chat/_waiting.html").render(values)
    return world.queue[language]


View = VisitorView | HandlerView


def view_of(told: dict[str, Any]) -> View:
    """The view a page asked for (chat.stream.hand_over). What the browser says it has is read with care."""
    language = "cy" if told["language"] == "cy" else "en"
    if told["of"] == "visitor":
        return VisitorView(int(told["chat"]), language, whole(told["after"]))
    pairs = [pair.partition(".") for pair in str(told["after"]).split("-") if pair][:50]
    return HandlerView(int(told["handler"]), language, {whole(pk): whole(seq) for pk, _dot, seq in pairs})


def whole(text: object) -> int:
    said = str(text)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0
