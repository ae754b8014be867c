"""Kill the web server under other systems that resend: a force's website sends contacts, an exchange tells of calls.

    script/campaign systems_kill --seed 1 --kills 25 [--database sqlite|postgresql|both]

The frame is web_kill's: the server is killed with -9 whole, at random moments, while four senders go on. Two send
contacts to the interface, each with a key of its own; two send signed messages of whole calls to the hook. What gets no
answer is sent again, word for word. Acknowledged means: 201 or 202 for a contact, 200 for a call, read whole.

Oracle, once the server has been stopped in good order and the rounds have gone round: every acknowledged contact is
stored once, with one `received` event, an unbroken chain and one acknowledgement; every call is one call with its five
events. The wrong build of web_kill must break it when killed, and keep it when not."""

import hashlib
import hmac
import http.client
import json
import random
import sys
import time
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.databases import NoServer, postgresql

from . import faults
from .person import GaveUp
from .report import Report, databases, words
from .web_kill import CONTROL_KILLS, Run, campaign

HOOK, CONTACTS = "/hooks/telephone/", "/api/v1/contacts"
STORY = ("offered", "menu", "queued", "answered", "ended")  # a call that went well
EVENTS = len(STORY)


@dataclass
class Systems(Run):
    """Two senders of contacts and two of calls, in place of the four people."""

    begins_with = "systems_office"

    def prepared(self) -> None:
        self.secrets = json.loads(self.told)

    def live(self, number: int) -> None:
        choose, count = random.Random(self.seed * 1000 + number), 0  # noqa: S311 - keys of a test
        try:
            while not self.over.is_set():
                count += 1
                (self.send_contact if number % 2 else self.send_call)(f"zz{number}n{count}zz", choose)
                time.sleep(0.05)
        except GaveUp:
            return
        except Exception as trouble:
            self.troubles.append(f"{trouble!r}")
            raise

    def send_contact(self, name: str, choose: random.Random) -> None:
        body = json.dumps({"words": name}).encode()
        headers = {"Authorization": f"Bearer {self.secrets['token']}", "Content-Type": "application/json"}
        headers["Idempotency-Key"] = str(UUID(int=choose.getrandbits(128), version=4))
        self.acknowledged("contact", name, self.sent(CONTACTS, body, lambda: headers, {201, 202}))

    def send_call(self, name: str, choose: random.Random) -> None:
        began = datetime.now(UTC)
        body = json.dumps([
            {"call": name, "event": what, "at": (began + timedelta(seconds=second)).isoformat()}
            for second, what in enumerate(STORY)
        ]).encode()  # fmt: skip

        def signed() -> dict[str, str]:
            seconds = str(int(time.time()))
            mark = hmac.new(self.secrets["exchange"].encode(), seconds.encode() + b"." + body, hashlib.sha256).hexdigest()
            return {"Putright-Exchange": "force-101", "Putright-Time": seconds, "Putright-Signature": mark,
                    "Content-Type": "application/json"}  # fmt: skip

        self.acknowledged("call", name, self.sent(HOOK, body, signed, {200}))

    def sent(self, path: str, body: bytes, headers, right: set[int]) -> int:
        """Send until there is an answer; how often it had to be sent again. A refusal is a fault of this campaign."""
        again = 0
        while not self.over.is_set():
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=faults.PATIENCE)
            try:
                connection.request("POST", path, body, headers())
                answer = connection.getresponse()
                content = answer.read()
                if answer.status in right:
                    return again
                if answer.status < 500:
                    raise AssertionError(f"{path} was answered {answer.status}: {content[:300]!r}")
            except (OSError, http.client.HTTPException):
                pass
            finally:
                connection.close()
            again += 1
            time.sleep(0.05)
        raise GaveUp

    def acknowledged(self, what: str, name: str, again: int) -> None:
        with self.lock:
            self.ledger.write({"what": what, "words": name})
            self.acks += 1
            self.resent += again

    def judge(self) -> dict[str, int]:
        return judge(self)


def judge(run: Run) -> dict[str, int]:
    """Raises Lost with what is wrong; else the counts. Nothing may be running any more."""
    acked = run.ledger.read()
    for _round in range(2):  # what was taken in the slow lane becomes a contact, and then is answered
        found = json.loads(faults.run(run.store.url, "-m", "tests.campaigns.answered"))
    if found["broken"]:
        raise faults.Lost(f"the chains of {len(found['broken'])} cases do not hold: {found['broken'][:3]}")
    stored = run.store.ask("SELECT t.words, c.id FROM contacts_contact t JOIN cases_case c ON c.id = t.case_id")
    there = Counter(name for name, _ in stored)
    if wrong := [a["words"] for a in acked if a["what"] == "contact" and there[a["words"]] != 1]:
        raise faults.Lost(f"{len(wrong)} acknowledged contacts are not stored once: {wrong[:3]}")
    if twice := [name for name, times in there.items() if times > 1]:
        raise faults.Lost(f"{len(twice)} contacts are stored more than once: {twice[:3]}")
    for table, what in (("cases_event WHERE verb = 'received'", "`received` event"),
                        ("letters_letter WHERE kind = 'acknowledgement'", "acknowledgement")):  # fmt: skip
        times = Counter(pk for (pk,) in run.store.ask(f"SELECT case_id FROM {table}"))  # noqa: S608 - the two above
        if wrong := [name for name, pk in stored if times[pk] != 1]:
            raise faults.Lost(f"{len(wrong)} of {len(stored)} cases have no {what}, or two: {wrong[:3]}")
    calls = Counter(key for (key,) in run.store.ask(
        "SELECT c.key FROM telephone_call c JOIN telephone_callevent e ON e.call_id = c.id"))  # fmt: skip
    if wrong := [a["words"] for a in acked if a["what"] == "call" and calls[a["words"]] != EVENTS]:
        raise faults.Lost(f"{len(wrong)} acknowledged calls have not their {EVENTS} events: {wrong[:3]}")
    kinds = Counter(a["what"] for a in acked)
    return {"contacts": kinds["contact"], "calls": kinds["call"], "stored": len(stored), "resent": run.resent}


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--kills", type=int, default=25)
    given = asked.parse_args()
    arms = (("ours", given.kills), ("event_later", min(given.kills, CONTROL_KILLS)), ("event_later", 0))
    good = True
    for which in databases(given.database):
        command = f"script/campaign systems_kill --seed {given.seed} --kills {given.kills} --database {which}"
        settings = {"senders": "two of contacts, two of calls", "durable": "fsync on"}
        report = Report(f"systems_kill_{which}", command, given.seed, settings, given.trial)
        try:
            with postgresql(durable=True) if which == "postgresql" else nullcontext() as server:
                for result in campaign(server.url if server else "sqlite", arms, seed=given.seed, kind=Systems):
                    report.add(result)
        except NoServer as reason:
            report.add({"database": which, "outcome": f"NOT VERIFIED: {reason}", "as_expected": False})
        report.save()
        good = good and report.kept
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
