"""Another system, as the tests play it."""

import json
from datetime import date
from typing import Any
from uuid import uuid4

from putright.contacts.channels.systems import tokens
from putright.contacts.channels.systems.rules import SCOPES

UNTIL = date(2026, 12, 31)
SAID = {"words": "Nobody has told me what happened about my burglary."}


def give(cast: Any, *scopes: str) -> str:
    return tokens.give("Website of the force", scopes or SCOPES, UNTIL, by=cast.toni, at=cast.at)


def bearer(secret: str, **more: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}", **more}


def post(client: Any, secret: str, told: object = None, *, key: str = "", **headers: str) -> Any:
    """Send a contact; `told` may be anything, bytes are sent as they are."""
    body = told if isinstance(told, bytes | str) else json.dumps(SAID if told is None else told)
    kind = headers.pop("content_type", "application/json")
    headers = bearer(secret, **{"Idempotency-Key": key or str(uuid4())}, **headers)
    return client.post("/api/v1/contacts", body, content_type=kind, headers=headers)
