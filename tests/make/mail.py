"""E-mail that arrives."""

from datetime import datetime

from putright.contacts.channels.email.actions import Came, keep, place
from putright.contacts.channels.email.models import Reading

from .people import AT


def arrives(raw: bytes, *, at: datetime = AT, sender: str | None = None, recipients: tuple[str, ...] = ()) -> Reading:
    """It came by our own mail server and was read at once."""
    kept = keep(Came(raw, "smtp", at, sender=sender, recipients=recipients), at=at)
    kept.refresh_from_db()
    return place(kept, at=at)
