"""Secrets and digests made with our own key: nothing that could be guessed from what is kept."""

import base64
from hashlib import sha256
from hmac import new
from uuid import UUID

from django.conf import settings


def secret_of(receipt: UUID) -> str:
    """Worked out afresh whenever it is asked for, so that the same answer can be given again and no secret is kept."""
    made = new(settings.SECRET_KEY.encode(), b"sent by a system " + receipt.bytes, sha256).digest()[:15]
    letters = base64.b32encode(made).decode()
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def keyed(text: str) -> str:
    """A digest nobody without our key can guess words by."""
    return new(settings.SECRET_KEY.encode(), text.encode(errors="replace"), sha256).hexdigest()
