"""GOV.UK Notify: text messages and printed letters, over its documented API, version 2.

Nothing is sent unless the office has a key. Every message carries our own reference, so that one whose answer never came
is looked for by it before it is offered again. Errors come back as in post.py: Later, Refused."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from django.conf import settings

from .post import Later, Refused

PATIENCE = 15  # seconds; two requests stay well inside a worker's lease of 60
UUID = 36
LARGEST_LETTER = 2 * 1024 * 1024  # bytes of a PDF that the service takes [recalled]


@dataclass(frozen=True)
class Taken:
    """What the service knows of a message: its own number for it, and how far it came, in the service's word."""

    number: str
    status: str


def token(key: str, *, at: datetime) -> str:
    """The signed token of one request. A key is its name, the service's number and the secret, joined by hyphens."""
    issuer, secret = key[-2 * UUID - 1 : -UUID - 1], key[-UUID:]
    parts = [_packed({"typ": "JWT", "alg": "HS256"}), _packed({"iss": issuer, "iat": int(at.timestamp())})]
    signed = hmac.new(secret.encode(), ".".join(parts).encode(), hashlib.sha256).digest()
    return ".".join([*parts, _base64(signed)])


def _packed(part: Mapping[str, object]) -> str:
    return _base64(json.dumps(part, separators=(",", ":")).encode())


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass(frozen=True)
class Notify:
    """The service at an address, with the office's key."""

    url: str
    key: str

    def text(self, number: str, words: str, reference: str, template: str, *, at: datetime) -> Taken:
        """Offer a text message. The template of the office holds one place, ((message))."""
        told = {
            "phone_number": number, "template_id": template, "personalisation": {"message": words}, "reference": reference,
        }  # fmt: skip
        return _taken(self._ask("POST", "/v2/notifications/sms", at, told), "created")

    def paper(self, pdf: bytes, reference: str, *, at: datetime) -> Taken:
        """Offer a letter as a finished PDF, to be printed and posted. Raises Refused where it is too large."""
        if len(pdf) > LARGEST_LETTER:
            raise Refused(f"the letter is larger than {LARGEST_LETTER} bytes")
        told = {"reference": reference, "content": base64.b64encode(pdf).decode(), "postage": "second"}
        return _taken(self._ask("POST", "/v2/notifications/letter", at, told), "pending-virus-check")

    def find(self, reference: str, *, at: datetime) -> Taken | None:
        """The message of that reference, or None when the service never had it. It forgets after seven days."""
        answer = self._ask("GET", f"/v2/notifications?reference={quote(reference, safe='')}", at)
        found = answer.get("notifications") or []
        return _taken(found[0]) if found else None

    def look(self, number: str, *, at: datetime) -> Taken:
        return _taken(self._ask("GET", f"/v2/notifications/{quote(number, safe='')}", at))

    def _ask(self, method: str, path: str, at: datetime, told: Mapping[str, object] | None = None) -> dict[str, Any]:
        """Raises Refused where this message is wrong (400), Later for everything the office or time can mend."""
        if urlsplit(self.url).scheme not in {"https", "http"}:
            raise Later("the address of GOV.UK Notify is not a web address")
        headers = {"Authorization": f"Bearer {token(self.key, at=at)}", "Content-Type": "application/json"}
        body = None if told is None else json.dumps(told).encode()
        request = Request(self.url.rstrip("/") + path, body, headers, method=method)  # noqa: S310  the scheme is checked
        try:
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310  the same
                return dict(json.load(answer))
        except HTTPError as trouble:
            said = f"GOV.UK Notify answered {trouble.code}: {_errors(trouble)}"
            raise (Refused if trouble.code == 400 and method == "POST" else Later)(said) from trouble
        except (OSError, HTTPException, ValueError) as trouble:
            raise Later(f"GOV.UK Notify did not answer: {trouble}") from trouble


def _taken(answer: Mapping[str, Any], status: str = "") -> Taken:
    try:
        return Taken(str(answer["id"]), str(answer.get("status") or status))
    except KeyError as trouble:
        raise Later("GOV.UK Notify answered something we cannot read") from trouble


def _errors(trouble: HTTPError) -> str:
    try:
        errors = json.loads(trouble.read())["errors"]
        return "; ".join(f"{one['error']}: {one['message']}" for one in errors)[:500]
    except (OSError, ValueError, KeyError, TypeError):
        return trouble.reason if isinstance(trouble.reason, str) else ""


_standing_in: list[Notify] = []


def notify() -> Notify | None:
    """The service, or None where the office has no key: then texts and printed letters stay here."""
    if _standing_in:
        return _standing_in[-1]
    return Notify(settings.NOTIFY_URL, settings.NOTIFY_KEY) if settings.NOTIFY_KEY else None


@contextmanager
def standing_in(fake: Notify) -> Iterator[Notify]:
    """Within the block this is the service."""
    _standing_in.append(fake)
    try:
        yield fake
    finally:
        _standing_in.pop()
