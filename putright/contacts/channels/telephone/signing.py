"""How an exchange shows that a message is its own: HMAC-SHA256 of the time it was sent, a full stop, and the body."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.conf import settings

OLD = timedelta(minutes=5)  # either way: an exchange's clock may be a little fast


def new_salt() -> str:
    return secrets.token_hex(32)


def secret_of(salt: str) -> str:
    """The secret an exchange is given. It is kept nowhere: without the installation's own key a salt is worth nothing."""
    made = hmac.new(settings.SECRET_KEY.encode(), b"putright:telephone:" + salt.encode(), hashlib.sha256)
    return f"putright_call_{made.hexdigest()}"


def signature(secret: str, sent: str, body: bytes) -> str:
    return hmac.new(secret.encode(), sent.encode() + b"." + body, hashlib.sha256).hexdigest()


def is_signed(given: str, salts: Iterable[str], sent: str, body: bytes) -> bool:
    """Whether one of the signatures given, with commas between, is made with one of these secrets."""
    marks = [mark.strip().lower().encode("ascii", "replace") for mark in given.split(",")[:4]]
    ours = [signature(secret_of(salt), sent, body).encode() for salt in salts]
    return any([hmac.compare_digest(mark, one) for mark in marks for one in ours])


def is_fresh(sent: str, at: datetime) -> bool:
    """Whether a message sent then (seconds since 1970) is neither old nor from the future."""
    if not (sent.isascii() and sent.isdigit() and len(sent) <= 11):
        return False
    return abs(at - datetime.fromtimestamp(int(sent), UTC)) <= OLD
