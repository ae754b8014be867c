"""The fake beside notify.py: the service on this machine, over real HTTP, with its documented answers and errors.

It checks the signed token, keeps what it took, and gives the statuses it is told to."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from .notify import UUID

KEY = "made_up-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222"
ERRORS = {
    400: ("BadRequestError", "phone_number Not enough digits"),
    403: ("AuthError", "Invalid token: API key not found"),
    404: ("NoResultFound", "No result found"),
    429: ("RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
    500: ("Exception", "Internal server error"),
}


class FakeNotify:
    """`trouble`: the error code that every new message gets. `silent`: it takes a message and then drops the line."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.trouble, self.silent = 0, False

    def said(self, reference: str, status: str) -> None:
        """From now on the messages of that reference have that status."""
        for one in self.taken:
            if one["reference"] == reference:
                one["status"] = status

    def of(self, reference: str) -> list[dict[str, Any]]:
        return [one for one in self.taken if one["reference"] == reference]


def _unpacked(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def is_signed(authorization: str) -> bool:
    """Whether a request was signed with KEY, as the service checks it."""
    try:
        head, body, signed = authorization.removeprefix("Bearer ").split(".")
        wanted = hmac.new(KEY[-UUID:].encode(), f"{head}.{body}".encode(), hashlib.sha256).digest()
        told = json.loads(_unpacked(body))
        right = json.loads(_unpacked(head)) == {"typ": "JWT", "alg": "HS256"} and told["iss"] == KEY[-2 * UUID - 1 : -UUID - 1]
        return right and isinstance(told["iat"], int) and hmac.compare_digest(wanted, _unpacked(signed))
    except (ValueError, KeyError):
        return False


class Answers(BaseHTTPRequestHandler):
    """One request; `fake` is what it answers for."""

    fake: FakeNotify

    def log_message(self, *words: object) -> None:
        pass

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not is_signed(self.headers["Authorization"]):
            self.wrong(403)
        elif self.fake.trouble:
            self.wrong(self.fake.trouble)
        else:
            self.take(told, urlsplit(self.path).path.rpartition("/")[2])

    def take(self, told: dict[str, Any], kind: str) -> None:
        made = {"id": str(uuid4()), "reference": told.get("reference"), "type": kind, "told": told}
        self.fake.taken.append(made | {"status": "created" if kind == "sms" else "pending-virus-check"})
        if self.fake.silent:
            self.close_connection = True
            self.connection.close()
            return
        self.say(201, self.first_answer(made, told, kind))

    def first_answer(self, made: dict[str, Any], told: dict[str, Any], kind: str) -> dict[str, Any]:
        if kind == "letter":
            return {"id": made["id"], "reference": made["reference"], "postage": told["postage"]}
        content = {"body": told["personalisation"]["message"], "from_number": "GOVUK"}
        template = {"id": told["template_id"], "version": 1, "uri": f"/v2/template/{told['template_id']}"}
        uri = f"/v2/notifications/{made['id']}"
        return {"id": made["id"], "reference": made["reference"], "content": content, "uri": uri, "template": template}

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if not is_signed(self.headers["Authorization"]):
            self.wrong(403)
        elif asked.path == "/v2/notifications":
            found = self.fake.of(parse_qs(asked.query).get("reference", [""])[0])
            self.say(200, {"notifications": [self.shown(one) for one in found], "links": {"current": self.path}})
        else:
            one = next((one for one in self.fake.taken if asked.path.endswith(one["id"])), None)
            self.say(200, self.shown(one)) if one else self.wrong(404)

    def shown(self, one: dict[str, Any]) -> dict[str, Any]:
        return {name: one[name] for name in ("id", "reference", "type", "status")}

    def wrong(self, code: int) -> None:
        error, message = ERRORS[code]
        self.say(code, {"status_code": code, "errors": [{"error": error, "message": message}]})

    def say(self, code: int, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def listening(fake: FakeNotify) -> Iterator[str]:
    """The fake on a port of this machine. Gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Answering", (Answers,), {"fake": fake}))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
