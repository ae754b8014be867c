"""Kill the web server, and the worker with it, at random moments in mid-chat: what either side was told was sent is in the
transcript, once and in its order.

    script/campaign chat_kill --seed 1 --kills 100 [--database sqlite|postgresql|both]

Two visitors and the handler who has taken their chats each send message after message; what gets no answer is sent again
under its key, as the page's script does. The web server (gunicorn with the workers of script/server) and the worker are in
sessions of their own and killed with -9 whole; the harness holds the listening socket.

Acknowledged means: the number of its line was read. Oracle, once everything has been stopped in good order: each acknowledged
message is one line with that number; no message is two lines; each chat's lines are numbered without a gap; and when the
visitors have been gone for ten minutes the worker files each chat once, with every acknowledged message in the contact's words
and an unbroken chain. The wrong build (wrong_chat.py) says a message is sent before it is stored, and must be caught when
killed."""

import http.client
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.databases import NoServer, postgresql

from . import faults
from .person import GaveUp, Person
from .report import Report, databases, words
from .web_kill import CONTROL_KILLS, Arm, door

BETWEEN = 20
BUILDS = {"ours": "config.asgi:application", "stored_later": "tests.campaigns.wrong_chat:application"}
OFFICE = ("-m", "tests.campaigns.chat_office")


class Chatter(Person):
    """A person whose messages are answered as the page's script is: with a number, or not at all."""

    def once(self, method: str, path: str, body: str) -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=faults.PATIENCE)
        try:
            sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            sent |= {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
            connection.request(method, path, body.encode(), sent)
            answer = connection.getresponse()
            return answer.status, "", answer.read().decode()
        finally:
            connection.close()

    def say(self, path: str, said: str, key: str) -> int:
        """The number of its line; the same message again until there is one."""
        fields = {"do": "say", "key": key, "words": said, "csrfmiddlewaretoken": self.cookies["csrftoken"]}
        while True:
            page = self.ask("POST", path, urlencode(fields))
            if page.status == 200:
                return int(json.loads(page.content)["seq"])
            if page.status != 429:  # a flood is slowed: wait, as a page would
                raise AssertionError(f"{path}: {page.status} {page.content[:300]}")
            time.sleep(0.2)


@dataclass
class Run:
    """One office at a time, one database, two chats, one ledger."""

    store: faults.Store
    build: str
    folder: Path
    seed: int
    ledger: faults.Ledger
    door: object = field(default_factory=door)
    children: dict[str, subprocess.Popen] = field(default_factory=dict)
    over: threading.Event = field(default_factory=threading.Event)
    acks: int = 0
    resent: int = 0
    chats: list[dict[str, str]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def port(self) -> int:
        return self.door.getsockname()[1]

    def start(self) -> None:
        number = self.door.fileno()
        web = [
            "-m", "gunicorn", BUILDS[self.build], "--bind", f"fd://{number}", "--worker-class", "config.worker.Worker",
            "--workers", "2", "--preload", "--timeout", "300", "--graceful-timeout", "60", "--no-control-socket",
            "--log-level", "warning",
        ]  # fmt: skip
        started = {"start_new_session": True}
        rounds = ["-m", "django", "rounds", "--pause", "0.2"]
        self.children = {
            "web": faults.begin("web", web, self.folder, self.store.url, pass_fds=(number,), **started),
            "worker": faults.begin("worker", rounds, self.folder, self.store.url, **started),
        }

    def wait_for(self, more: int) -> None:
        enough = self.acks + more

        def there() -> bool:
            faults.well(self.children, self.folder)
            if self.troubles:
                raise AssertionError(self.troubles[0])
            return self.acks >= enough

        faults.until(there, f"{more} acknowledgements")

    def kill(self) -> None:
        for child in self.children.values():
            faults.kill_group(child)

    def stop(self) -> None:
        for child in self.children.values():
            faults.end(child, faults.PATIENCE)

    def live(self, side: str, chat: dict[str, str]) -> None:
        """One side of one chat, writing until the run is over."""
        person = Chatter(self.port, self.over.is_set, cookies=dict(chat[side]))
        path = "/en/chat/talk/" if side == "visitor" else f"/en/staff/chats/{chat['key']}/"
        try:
            for count in range(10**6):
                said = f"zz{chat['key'][:8]}{side}{count}zz"
                seq = person.say(path, said, str(uuid.uuid5(uuid.NAMESPACE_URL, said)))
                with self.lock:
                    self.ledger.write({"chat": chat["key"], "words": said, "seq": seq, "resent": person.resent})
                    self.acks += 1
                self.resent = max(self.resent, person.resent)
                time.sleep(0.6)  # no faster than the room lets a person write
        except GaveUp:
            return
        except Exception as trouble:
            self.troubles.append(f"{trouble!r}")
            raise


@contextmanager
def people(run: Run) -> Iterator[None]:
    """Both sides of both chats, for as long as the block lasts; then each finishes what is in hand, or gives it up."""
    run.chats = json.loads(faults.run(run.store.url, *OFFICE, "chats", "2", "2"))
    run.start()
    sides = [(side, chat) for chat in run.chats for side in ("visitor", "handler")]
    all_of_them = [threading.Thread(target=run.live, args=pair, daemon=True) for pair in sides]
    for person in all_of_them:
        person.start()
    try:
        yield
    finally:
        run.over.set()
        for person in all_of_them:
            person.join(faults.PATIENCE)
    if any(person.is_alive() for person in all_of_them):
        raise AssertionError("somebody still waits for an answer")


def judge(run: Run) -> dict[str, int]:
    """Raises Lost with what is wrong; else the counts. Nothing may be running any more."""
    acked = run.ledger.read()
    rows = run.store.ask(
        "SELECT c.key, l.seq, l.words FROM chat_line l JOIN chat_chat c ON c.id = l.chat_id ORDER BY c.id, l.seq"
    )
    found = [(str(uuid.UUID(str(key))), seq, said) for key, seq, said in rows]
    numbered = {(key, said): seq for key, seq, said in found}
    if gone := [a for a in acked if (a["chat"], a["words"]) not in numbered]:
        raise faults.Lost(f"{len(gone)} of {len(acked)} acknowledged messages are not stored: {gone[:3]}")
    if run.build == "ours" and (moved := [a for a in acked if numbered[a["chat"], a["words"]] != a["seq"]]):
        raise faults.Lost(f"{len(moved)} acknowledged messages have another number than was told: {moved[:3]}")
    if twice := [said for said, times in Counter(said for _, _, said in found if said.startswith("zz")).items() if times > 1]:
        raise faults.Lost(f"{len(twice)} messages are stored more than once: {twice[:3]}")
    for chat in run.chats:
        numbers = [seq for key, seq, _ in found if key == chat["key"]]
        if numbers != list(range(1, len(numbers) + 1)):
            raise faults.Lost(f"the lines of {chat['key']} are not numbered without a gap: {numbers}")
    return {"acknowledged": len(acked), "stored": len(found), "resent": run.resent, **filed(run, acked)}


def filed(run: Run, acked: list[dict]) -> dict[str, int]:
    """Ten minutes on, the worker has filed each chat once, whole."""
    told = json.loads(faults.run(run.store.url, *OFFICE, "file"))
    if told["broken"] or Counter(told["keys"]) != Counter(chat["key"] for chat in run.chats):
        raise faults.Lost(f"the chats were not filed once each with whole chains: {told['keys']}, {told['broken']}")
    if absent := [a["words"] for a in acked if told["words"][a["chat"]].count(a["words"]) != 1]:
        raise faults.Lost(f"{len(absent)} acknowledged messages are not in the contact once: {absent[:3]}")
    return {"filed": len(told["keys"])}


def attempt(run: Run, kills: int, between: int) -> dict[str, object]:
    """One run in a fresh database with a fresh ledger. `kills` 0: the same people, and nobody is killed."""
    choose, began, done = random.Random(run.seed), time.monotonic(), 0
    counts: dict[str, int] = {}
    outcome = "kept"
    try:
        with people(run):
            while done < kills:
                run.wait_for(between)
                time.sleep(choose.uniform(0, 0.3))
                run.kill()
                done += 1
                run.start()
            run.wait_for(between)  # the last server answers too
        run.stop()
        if done >= CONTROL_KILLS and not run.resent:
            raise faults.Vacuous(f"{done} kills, and nobody was waiting for an answer at any of them")
        counts = judge(run)
    except faults.Lost as loss:
        outcome = str(loss)
    finally:
        for child in run.children.values():
            if child.poll() is None:
                faults.kill_group(child)
        run.door.close()
    return {
        "database": run.store.version(), "arm": run.build, "kills": done, "acknowledged": run.acks, **counts,
        "outcome": outcome, "seconds": round(time.monotonic() - began, 1),
        "as_expected": (outcome == "kept") == (run.build == "ours" or kills == 0),
    }  # fmt: skip


def campaign(server: str, arms: tuple[Arm, ...], *, seed: int, between: int = BETWEEN) -> Iterator[dict[str, object]]:
    with tempfile.TemporaryDirectory(prefix="putright-chat-kill-") as name:
        folder = Path(name)
        with faults.store(server, folder, "chat") as template:
            faults.run(template.url, *OFFICE)
            for build, kills in arms:
                label = f"chat_{build}_{kills}"
                with faults.store(server, folder, label, like=template) as store:
                    ledger = faults.Ledger(folder / f"{label}.ledger")
                    yield attempt(Run(store, build, folder, seed, ledger), kills, between)


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--kills", type=int, default=100)
    given = asked.parse_args()
    arms = (("ours", given.kills), ("stored_later", min(given.kills, CONTROL_KILLS)), ("stored_later", 0))
    good = True
    for which in databases(given.database):
        command = f"script/campaign chat_kill --seed {given.seed} --kills {given.kills} --database {which}"
        between = f"at least {BETWEEN}"
        settings = {"chats": 2, "sides writing": 4, "acknowledgements between faults": between, "durable": "fsync on"}
        report = Report(f"chat_kill_{which}", command, given.seed, settings, given.trial)
        try:
            with postgresql(durable=True) if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", arms, seed=given.seed):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
        report.save()
        good = good and report.kept
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
