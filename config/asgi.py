"""What the web server runs: pages in threads, a bounded number at once; streams in the event loop, with no thread at all.

A page that answers with the header of `chat.stream` has decided who may listen and to what. Its thread and its database
connection are let go; then the hub sends what is new (docs/decisions/2026-11-22-one-server-for-pages-and-streams.md)."""

import asyncio
import contextvars
import json
import os
import signal
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, closing, suppress
from typing import Any

import django
from asgiref.sync import ThreadSensitiveContext, sync_to_async
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.core.signals import request_started
from django.db import close_old_connections
from django.http import HttpResponse
from django.urls import set_script_prefix

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup(set_prefix=False)

from config import too_large  # noqa: E402 - it reads the documents room's limits
from putright.contacts.channels.chat.hub import Hub  # noqa: E402 - models need the settings
from putright.contacts.channels.chat.stream import HEADER  # noqa: E402

AT_ONCE = 8  # pages in hand in one process: as many database connections at most, the hub's aside
SMALL = 512 * 1024  # bytes: a style sheet is sent in one go
MARK = HEADER.lower().encode()
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class Pages(ASGIHandler):
    """Django's own, but a page is made from first to last in one thread, as under WSGI: going to and fro between threads
    takes a third of its time. A thread is asked for when the request is here whole, so that a slow sender keeps nobody
    out. A reader who leaves does not stop the work in hand: it is finished, and its database connection given back."""

    def __init__(self) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)
        self.threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="page")

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        counted = too_large.Counted(receive)
        if too_large.says_too_much(scope):
            return await too_large.refuse(send)
        try:
            body = await self.read_body(counted)
        except RequestAborted:
            return await too_large.refuse(send) if counted.too_much else None
        with suppress(RequestAborted), closing(body):
            run = contextvars.copy_context().run
            response = await asyncio.get_running_loop().run_in_executor(self.threads, run, self.made, scope, body)
            if response.streaming:
                await self.in_pieces(response, send)
            else:
                await self.send_response(response, send)

    def made(self, scope: Message, body: Any) -> Any:
        """In a thread. What Django does when a request begins and ends happens here too, for it is by thread."""
        set_script_prefix(get_script_prefix(scope))
        request_started.send(sender=self.__class__, scope=scope)
        request, refused = self.create_request(scope, body)
        response = refused if request is None else self.get_response(request)
        response._handler_class = self.__class__
        whole = response
        if response.streaming:
            response.block_size = self.chunk_size
            if int(response.get("Content-Length", SMALL + 1)) > SMALL:
                close_old_connections()
                return response
            whole = HttpResponse(response.getvalue(), status=response.status_code, headers=response.headers)
            whole.cookies = response.cookies
        response.close()
        return whole

    async def in_pieces(self, response: Any, send: Send) -> None:
        """A file, or rows as they are read: in one thread of its own, and not read whole into memory first."""
        content = iter(response.streaming_content)

        async def pieces() -> Any:
            while (piece := await sync_to_async(next)(content, None)) is not None:
                yield piece

        async with ThreadSensitiveContext():
            try:
                response.streaming_content = pieces()
                await self.send_response(response, send)
            finally:
                await sync_to_async(response.close)()


class Visit:
    """One request, and whether its page asked for a stream."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self.receive, self.send = receive, send
        self.stream: dict[str, Any] | None = None
        self.start: Message = {}

    async def said(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.stream = next((json.loads(value) for name, value in message["headers"] if name.lower() == MARK), None)
            self.start = message
        if self.stream is None:
            await self.send(message)


class Server:
    """The application: its pages, and one hub for the streams of its process."""

    def __init__(self) -> None:
        self.pages = Pages()
        self.hub: Hub | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        visit = Visit(receive, send)
        await self.pages(scope, receive, visit.said)
        if visit.stream is not None:
            await self.listen(visit)

    async def listen(self, visit: Visit) -> None:
        """Send the stream until it ends or its reader leaves."""
        leaves = asyncio.ensure_future(visit.receive())  # after the body, the only thing to come is that they left
        sends = asyncio.ensure_future(self.sent(visit))
        try:
            await asyncio.wait({leaves, sends}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (leaves, sends):
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    async def sent(self, visit: Visit) -> None:
        kept = [(name, value) for name, value in visit.start["headers"] if name.lower() not in (MARK, b"content-length")]
        headers = [(name, value) for name, value in kept if name.lower() != b"content-type"]
        headers += [(b"Content-Type", b"text/event-stream; charset=utf-8"), (b"X-Accel-Buffering", b"no")]
        await visit.send({"type": "http.response.start", "status": 200, "headers": headers})
        async with aclosing(self.streams().stream(visit.stream or {})) as stream:
            async for piece in stream:
                await visit.send({"type": "http.response.body", "body": piece, "more_body": True})
        await visit.send({"type": "http.response.body", "body": b""})

    def streams(self) -> Hub:
        if self.hub is None:
            self.hub = Hub()
            before_stopping(self.hub.close)
        return self.hub


def before_stopping(act: Callable[[], None]) -> None:
    """When the server is asked to stop, first do this: it would wait for streams, which end when nobody asks them to."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        before = signal.getsignal(number)

        def stopping(number: int, frame: Any, before: Any = before) -> None:
            loop.call_soon_threadsafe(act)
            if callable(before):
                before(number, frame)

        signal.signal(number, stopping)


application = Server()
