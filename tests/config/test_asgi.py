"""The web server's own part: pages and files arrive whole, a bounded number at once, and a stream costs no thread and no
database connection."""

import asyncio
import threading
import time

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import override_settings
from django.urls import path

from config.asgi import AT_ONCE, SMALL, Server
from gateways import clock
from putright.contacts.channels.chat import hub as hubs
from putright.contacts.channels.chat.stream import hand_over
from putright.contacts.channels.chat.world import World

pytestmark = pytest.mark.django_db(transaction=True)
busy, most, lock = [0], [0], threading.Lock()
seen: list[bytes] = []
drawn_in: set[int] = set()


def plain(request):
    seen.append(request.body)
    return HttpResponse(b"plain")


def slow(request):
    with lock:
        busy[0] += 1
        most[0] = max(most[0], busy[0])
    time.sleep(0.02)
    with lock:
        busy[0] -= 1
    return HttpResponse(b"slow")


def file(request, size):
    import io

    return FileResponse(io.BytesIO(b"x" * size), filename="a.bin")


def rows(request):
    def each():
        for number in range(5):
            drawn_in.add(threading.get_ident())
            yield f"{number}\n"

    return StreamingHttpResponse(each())


def listens(request):
    return hand_over("visitor", chat=0, after="", language="en")


urlpatterns = [
    path("plain", plain), path("slow", slow), path("file/<int:size>", file), path("rows", rows), path("listens", listens),
]  # fmt: skip


@pytest.fixture(autouse=True)
def bare():
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        seen.clear()
        yield


class Asked:
    """One request by hand: what is sent to it, and everything it sends back."""

    def __init__(self, address: str, *parts: bytes) -> None:
        self.scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST" if parts else "GET",
            "path": address, "raw_path": address.encode(), "query_string": b"", "root_path": "", "scheme": "http",
            "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
        }  # fmt: skip
        self.to_come = [{"type": "http.request", "body": p, "more_body": True} for p in parts]
        self.to_come.append({"type": "http.request", "body": b"", "more_body": False})
        self.left = asyncio.Event()
        self.got: list[dict] = []

    async def receive(self):
        if self.to_come:
            return self.to_come.pop(0)
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message):
        self.got.append(message)

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.got)


def ask(*addresses: str) -> list[Asked]:
    async def all_of_them():
        server = Server()
        asked = [Asked(address) for address in addresses]
        await asyncio.gather(*(server(one.scope, one.receive, one.send) for one in asked))
        return asked

    return asyncio.run(all_of_them())


def test_a_body_in_parts_is_read_whole():
    async def run():
        asked = Asked("/plain", b"one ", b"two")
        await Server()(asked.scope, asked.receive, asked.send)
        return asked

    assert (asyncio.run(run()).body, seen) == (b"plain", [b"one two"])


def test_a_sender_who_leaves_before_the_end_is_nobodys_page():
    async def run():
        asked = Asked("/plain")
        asked.to_come = [{"type": "http.request", "body": b"half", "more_body": True}, {"type": "http.disconnect"}]
        await Server()(asked.scope, asked.receive, asked.send)
        return asked

    assert (asyncio.run(run()).got, seen) == ([], [])


def test_no_more_pages_at_once_than_there_are_threads():
    most[0] = 0
    assert all(one.body == b"slow" for one in ask(*["/slow"] * (AT_ONCE * 3)))
    assert 1 < most[0] <= AT_ONCE


@pytest.mark.parametrize("size", [0, 1, SMALL, SMALL + 1, 3 * SMALL + 7])
def test_a_file_arrives_whole_whatever_its_size(size):
    (asked,) = ask(f"/file/{size}")
    assert asked.body == b"x" * size
    assert dict(asked.got[0]["headers"])[b"Content-Length"] == str(size).encode()


def test_rows_are_sent_as_they_are_read_and_all_read_in_one_thread(recwarn):
    """A database connection is its thread's own."""
    (asked,) = ask("/rows")
    assert asked.body == b"0\n1\n2\n3\n4\n" and len(drawn_in) == 1 and not recwarn.list


def test_streams_hold_no_thread_and_end_when_the_reader_leaves_or_the_server_stops(monkeypatch):
    monkeypatch.setattr(hubs, "PAUSE", 0.01)
    monkeypatch.setattr(hubs.Looking, "look", lambda *_looking: World(clock.now(), {}, [], [], []))

    before = set(threading.enumerate())

    async def run():
        server = Server()
        asked = [Asked("/listens") for _ in range(40)]
        streams = [asyncio.ensure_future(server(one.scope, one.receive, one.send)) for one in asked]
        while not all(one.got for one in asked):
            await asyncio.sleep(0.01)
        listening, threads = len(server.hub.listeners), [t.name for t in threading.enumerate() if t not in before]
        for one in asked[:39]:
            one.left.set()
        await asyncio.gather(*streams[:39])
        still = len(server.hub.listeners)
        server.hub.close()
        await asyncio.wait_for(streams[39], 5)
        return asked, listening, threads, still

    asked, listening, threads, still = asyncio.run(run())
    assert (listening, still) == (40, 1)
    assert sum(name.startswith("page") for name in threads) <= AT_ONCE
    assert sum(name.startswith("chat-hub") for name in threads) <= 1
    headers = dict(asked[0].got[0]["headers"])
    assert headers[b"Content-Type"].startswith(b"text/event-stream") and b"X-Putright-Stream" not in headers
    assert asked[39].got[-1] == {"type": "http.response.body", "body": b""}


