"""One hub a process: it looks at the world a few times a second while anybody listens, and tells each listener their news.

A stream holds no thread, no transaction and no connection. It ends by itself after about two minutes: the browser asks
again, says what it had last, and passes the gates anew; so somebody whose session ended is not told more for long."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from django.db import DatabaseError

from .views import View, view_of
from .world import Looking, World

log = logging.getLogger(__name__)
PAUSE = 0.3  # seconds between two looks
BEAT = 15.0  # seconds of silence after which a stream shows that it lives
LASTS = (100.0, 140.0)  # seconds a stream lives; not all end at once
MOST_BEHIND = 500  # events a slow listener may have waiting before it is left to come again


class Listener:
    """One stream's post box."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.box: asyncio.Queue[bytes | None] = asyncio.Queue(MOST_BEHIND)

    def told(self, world: World) -> None:
        try:
            for piece in self.view.news(world):
                self.box.put_nowait(piece)
        except asyncio.QueueFull:
            self.leave()

    def leave(self) -> None:
        while self.box.full():
            self.box.get_nowait()
        self.box.put_nowait(None)


class Hub:
    """All listeners of one process and event loop."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.looking = Looking()
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="chat-hub")
        self.runs: asyncio.Task[None] | None = None
        self.closing = False

    async def stream(self, told: dict[str, Any]) -> AsyncIterator[bytes]:
        """The body of one stream, until it has lived long enough, the hub closes, or the reader leaves."""
        loop = asyncio.get_running_loop()
        listener, ends = Listener(view_of(told)), loop.time() + random.uniform(*LASTS)  # noqa: S311 - spreads load only
        yield b"retry: 1000\n\n"
        self.listeners.add(listener)
        if self.runs is None or self.runs.done():
            self.runs = loop.create_task(self.run())
        try:
            while not self.closing and (left := ends - loop.time()) > 0:
                try:
                    piece = await asyncio.wait_for(listener.box.get(), min(BEAT, left))
                except TimeoutError:
                    piece = b": still here\n\n"
                if piece is None:
                    return
                yield piece
        finally:
            self.listeners.discard(listener)

    async def run(self) -> None:
        """Looks while anybody listens. A database that does not answer is asked again; streams stay."""
        loop = asyncio.get_running_loop()
        while self.listeners and not self.closing:
            listened: set[int] = set().union(*(one.view.listens_to() for one in self.listeners))
            try:
                world = await loop.run_in_executor(self.thread, self.looking.look, listened)
            except DatabaseError:
                log.warning("The chats could not be looked at; trying again", exc_info=True)
            else:
                for listener in list(self.listeners):
                    listener.told(world)
            await asyncio.sleep(PAUSE)

    def close(self) -> None:
        """End every stream now: the server is stopping, and browsers ask the next one."""
        self.closing = True
        for listener in self.listeners:
            with suppress(asyncio.QueueFull):
                listener.leave()

