"""How long a counter stays open, how long a page of it stays, and the mark of one visit. No Django here."""

import hashlib
import secrets
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is misread: typed once, from one screen to another
LETTERS = 10  # 49 bits, for twelve hours
OPEN_FOR = timedelta(hours=12)
PAGE_STAYS = timedelta(minutes=10)  # then it clears itself; "more time" starts it again
DONE_STAYS = timedelta(seconds=60)  # the reference, before the screen is the next person's


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))


def new_visit() -> str:
    return secrets.token_hex(8)


def read_code(typed: str) -> str:
    letters = "".join(c for c in typed[:60].upper() if c.isalnum())
    return letters if len(letters) == LETTERS and set(letters) <= set(ALPHABET) else ""


def dressed(code: str) -> str:
    return f"{code[:5]}-{code[5:]}"


def digest(code: str) -> str:
    return hashlib.sha256(f"counter:{code}".encode()).hexdigest()


def key_of(code: str, visit: str) -> UUID:
    """One visit is one contact, however often its button is pressed."""
    return uuid5(NAMESPACE_URL, f"putright:counter:{code}:{visit}")
