"""Two hundred chats at once: how soon a message is seen, on the server script/server starts.

    script/campaign chat_load --chats 200 --seconds 60 [--database sqlite|postgresql]

Each chat is a visitor and the handler who has taken it, each with a stream open (a handler has one for all their chats).
A visitor writes every `--every` seconds on average, with a sign of typing before; the handler answers within a few seconds of
seeing it.
A message is seen when its line arrives at the other side's stream; the time runs from the moment it was sent, over loopback.
Everything runs here: the web server with two processes, the worker, PostgreSQL if asked for (fsync on), and this program, which
takes its own share of the same cores. TMPDIR says on which disk. Prints how long that disk takes to keep one write, and what
was measured, nothing remembered."""

import argparse
import asyncio
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

from tests.campaigns import faults
from tests.campaigns.person import Person
from tests.campaigns.web_kill import door
from tests.databases import postgresql

READING = (1.0, 4.0)  # seconds a handler takes to answer
AT_ONCE = 10  # chats of one handler


@dataclass
class Seen:
    """When each message was sent, and how long until the other side saw it."""

    sent: dict[str, float] = field(default_factory=dict)
    delays: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    doubled: int = 0
    failed: int = 0
    streams: int = 0

    def arrives(self, key: str) -> None:
        if (began := self.sent.pop(key, None)) is not None:
            self.delays.append(time.perf_counter() - began)
        elif key:
            self.doubled += 1


class Browser:
    """One side: a stream that stays open, and posts on connections of their own."""

    def __init__(self, port: int, cookies: dict[str, str], seen: Seen) -> None:
        self.port, self.seen, self.token = port, seen, cookies["csrftoken"]
        self.head = f"Host: localhost\r\nCookie: {'; '.join(f'{name}={value}' for name, value in cookies.items())}\r\n"
        self.lines: set[tuple[str, int]] = set()

    async def post(self, path: str, **typed: str) -> int:
        body = urlencode({**typed, "csrfmiddlewaretoken": self.token})
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        ask = f"POST {path} HTTP/1.1\r\n{self.head}Accept: application/json\r\nConnection: close\r\n"
        ask += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        writer.write(ask.encode())
        answer = await reader.read()
        writer.close()
        return int(answer.split(b" ", 2)[1])

    async def say(self, path: str, words: str) -> None:
        key = str(uuid4())
        self.seen.sent[key] = began = time.perf_counter()
        if await self.post(path, do="say", key=key, words=words) != 200:
            self.seen.failed += 1
            self.seen.sent.pop(key, None)
        self.seen.posts.append(time.perf_counter() - began)

    async def listen(self, path: str, after: str, hears) -> None:
        """For ever: a stream that ends is asked for again with the last number, as a browser does."""
        while True:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
            writer.write(f"GET {path}?after={after} HTTP/1.1\r\n{self.head}Accept: text/event-stream\r\n\r\n".encode())
            self.seen.streams += 1
            try:
                after = await self.read(reader, after, hears)
            finally:
                writer.close()

    async def read(self, reader: asyncio.StreamReader, after: str, hears) -> str:
        name = ""
        while line := await reader.readline():
            if line.startswith(b"id: "):
                after = line[4:].decode().strip()
            elif line.startswith(b"event: "):
                name = line[7:].decode().strip()
            elif line.startswith(b"data: ") and name == "line":
                told = json.loads(line[6:])
                where = (told.get("chat", ""), told["seq"])
                if where in self.lines:
                    self.seen.doubled += 1
                elif not told["mine"]:
                    self.seen.arrives(told["key"])
                    hears(told)
                self.lines.add(where)
            elif line == b"0\r\n":  # the last chunk: the stream ended in good order
                return after
        return after


async def visit(browser: Browser, chance: random.Random, until: float, every: float) -> None:
    await asyncio.sleep(chance.uniform(0, every))
    count = 0
    while time.perf_counter() < until:
        count += 1
        await browser.post("/en/chat/typing/")
        await asyncio.sleep(chance.uniform(0.5, 2))
        await browser.say("/en/chat/talk/", f"This is message {count} of somebody who writes an ordinary sentence.")
        await asyncio.sleep(chance.expovariate(1 / (every - 1.25)))


class Desk(Browser):
    """A handler's side: answers each message some seconds after seeing it."""

    def __init__(self, port: int, cookies: dict[str, str], seen: Seen, chance: random.Random) -> None:
        super().__init__(port, cookies, seen)
        self.chance, self.answers = chance, set()

    def hears(self, told: dict) -> None:
        task = asyncio.create_task(self.answer(told))
        self.answers.add(task)
        task.add_done_callback(self.answers.discard)

    async def answer(self, told: dict) -> None:
        await asyncio.sleep(self.chance.uniform(*READING))
        await self.say(f"/en/staff/chats/{told['chat']}/", "Thank you, I am looking at it now.")


async def whole(port: int, chats: list[dict], given: argparse.Namespace, seen: Seen) -> None:
    chance, tasks, desks = random.Random(20261122), [], {}
    until = time.perf_counter() + given.seconds
    for chat in chats:
        desks.setdefault(chat["handler"]["sessionid"], []).append(chat)
        browser = Browser(port, chat["visitor"], seen)
        tasks.append(asyncio.create_task(browser.listen("/en/chat/stream/", "2", lambda _told: None)))
        tasks.append(asyncio.create_task(visit(browser, chance, until, given.every)))
    handlers = [Desk(port, mine[0]["handler"], seen, chance) for mine in desks.values()]
    for desk, mine in zip(handlers, desks.values(), strict=True):
        after = "-".join(f"{chat['pk']}.2" for chat in mine)
        tasks.append(asyncio.create_task(desk.listen("/en/staff/chats/stream/", after, desk.hears)))
    await asyncio.sleep(given.seconds + READING[1] + 1)
    for _wait in range(200):  # what was sent last is still on its way
        if not (seen.sent or any(desk.answers for desk in handlers)):
            break
        await asyncio.sleep(0.1)
    await stopped(tasks)


async def stopped(tasks: list[asyncio.Task]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task


def family(pid: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    return [pid, *map(int, found)]


def cpu(pids: list[int]) -> float:
    fields = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids)
    return sum(int(f[11]) + int(f[12]) for f in fields) / os.sysconf("SC_CLK_TCK")


def state(pids: list[int], name: str) -> int:
    return sum(int(line.split()[1]) for pid in pids for line in Path(f"/proc/{pid}/status").read_text().splitlines()
               if line.startswith(name))  # fmt: skip


def part(values: list[float], share: float) -> str:
    return f"{sorted(values)[min(int(len(values) * share), len(values) - 1)] * 1000:.1f} ms" if values else "none"


def measure(server: str, folder: Path, given: argparse.Namespace) -> dict[str, object]:
    chats, seconds = given.chats, given.seconds
    with faults.store(server, folder, "bench") as store:
        faults.run(store.url, "-m", "tests.campaigns.chat_office")
        made = json.loads(faults.run(store.url, "-m", "tests.campaigns.chat_office", "chats", str(chats), str(AT_ONCE)))
        listening = door()
        web = served(listening.fileno(), folder, store)
        worker = faults.begin("worker", ["-m", "django", "rounds"], folder, store.url)
        try:
            Person(listening.getsockname()[1], lambda: False).get("/en/")  # answers when its workers are there
            time.sleep(2)
            pids, seen, load = family(web.pid), Seen(), os.getloadavg()[0]
            before, ours = cpu(pids), resource.getrusage(resource.RUSAGE_SELF).ru_utime
            held: dict[str, int] = {}

            async def run() -> None:
                work = asyncio.create_task(whole(listening.getsockname()[1], made, given, seen))
                await asyncio.sleep(seconds * 0.8)
                held["threads"], held["memory"] = state(pids, "Threads"), state(pids, "VmRSS") // 1024
                held["connections"] = connections(store)
                await work

            asyncio.run(run())
            spent = cpu(pids) - before
            alone = resource.getrusage(resource.RUSAGE_SELF).ru_utime - ours
        finally:
            for child in (web, worker):
                faults.end(child)
            listening.close()
        lines = store.ask("SELECT count(*) FROM chat_line WHERE kind = 'said'")[0][0] - chats
    return {
        "database": store_version(server), "chats": chats, "a visitor writes every": f"{given.every:.0f} s",
        "messages seen": len(seen.delays), "messages stored": lines, "sent and not seen": len(seen.sent),
        "doubled": seen.doubled, "refused": seen.failed, "streams opened": seen.streams,
        "seen p50": part(seen.delays, 0.5), "p95": part(seen.delays, 0.95), "max": part(seen.delays, 1),
        "stored p50": part(seen.posts, 0.5), "web CPU": f"{spent / seconds * 100:.0f} % of a core",
        "this program": f"{alone / seconds * 100:.0f} % of a core", "web memory": f"{held['memory']} MB",
        "web threads": held["threads"], "database connections": held["connections"],
        "one write to the disk": disk(folder), "load before, after": f"{load:.1f}, {os.getloadavg()[0]:.1f}",
    }  # fmt: skip


def served(number: int, folder: Path, store: faults.Store) -> subprocess.Popen:
    command = ["-m", "gunicorn", "config.asgi", "--bind", f"fd://{number}", "--worker-class", "config.worker.Worker", "--workers",
               "2", "--preload", "--graceful-timeout", "5", "--no-control-socket", "--log-level", "warning"]  # fmt: skip
    return faults.begin("web", command, folder, store.url, pass_fds=(number,))


def disk(folder: Path) -> str:
    """How long one write takes to be safe in that folder, by the half and the slow end of a hundred."""
    took = []
    with (folder / "disk").open("wb") as file:
        for _write in range(100):
            file.write(bytes(8192))
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    return f"p50 {part(took, 0.5)}, p95 {part(took, 0.95)}"


def store_version(server: str) -> str:
    return "PostgreSQL" if server.startswith("postgres") else "SQLite"


def connections(store: faults.Store) -> int | str:
    if store.is_sqlite:
        return "a file"
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    return store.ask(others)[0][0]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--chats", type=int, default=200)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--every", type=float, default=10)
    asked.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    given = asked.parse_args()
    with postgresql(durable=True) if given.database == "postgresql" else nullcontext() as server:
        with tempfile.TemporaryDirectory(prefix="putright-chat-") as folder:
            found = measure(server.url if server else "sqlite", Path(folder), given)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name, value in found.items():
        print(f"{name:24} {value}")
    return 0 if found["sent and not seen"] == 0 and found["doubled"] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
