"""A code somebody keeps and we do not: made, read back as a person types it, and the only thing kept of it. No Django."""

import hashlib
import hmac
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O or U: misread, or worse, when read out
LETTERS, GROUP = 24, 4  # 24 letters of 5 bits: 120 bits, more than anybody can guess
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})


def make() -> str:
    """A new code in six groups of four, such as 7K3M-Q2X9-…"""
    return _dressed("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)))


def derived(secret_key: str, *told: str) -> str:
    """The code that only this server can make again from what it was told: for words that are made before they are sent."""
    mac = hmac.new(secret_key.encode(), "\n".join(("putright:code", *told)).encode(), hashlib.sha256).digest()
    return _dressed("".join(ALPHABET[byte % len(ALPHABET)] for byte in mac[:LETTERS]))


def figures(secret_key: str, *told: str) -> str:
    """Six figures that only this server can make again: for somebody to type back from a text, an email or a letter."""
    mac = hmac.new(secret_key.encode(), ":".join(("putright:new-details", *told)).encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(mac[:8]) % 1_000_000:06}"


def read(text: str) -> str:
    """The code in what a person typed, or empty when it cannot be one."""
    letters = "".join(c for c in text[:200].upper() if c.isalnum()).translate(MISREAD)
    return _dressed(letters) if len(letters) == LETTERS and set(letters) <= set(ALPHABET) else ""


SHORT = 12  # letters of a code somebody may type from paper: 60 bits, and it opens one survey once


def short(secret_key: str, *told: str) -> str:
    """The first half of a derived code, such as 7K3M-Q2X9-R4TV, for what is less than a page of one's own."""
    return _dressed(derived(secret_key, *told).replace("-", "")[:SHORT])


def read_short(text: str) -> str:
    """The short code in what a person typed, or empty when it cannot be one."""
    letters = "".join(c for c in text[:100].upper() if c.isalnum()).translate(MISREAD)
    return _dressed(letters) if len(letters) == SHORT and set(letters) <= set(ALPHABET) else ""


def digest(*told: str) -> str:
    """What we keep. The code has more chance in it than any guesser has time, so one plain hash is enough."""
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _dressed(letters: str) -> str:
    return "-".join(letters[i : i + GROUP] for i in range(0, len(letters), GROUP))
