"""User names, and who may agree to what. No Django."""

from collections.abc import Collection
from unicodedata import combining, normalize


def user_name(name: str, taken: Collection[str]) -> str:
    """“Siân Gruffydd-Jones” is sian.gruffyddjones; with a figure after it when somebody has that already."""
    plain = "".join(c for c in normalize("NFKD", name).casefold() if not combining(c))
    words = ["".join(c for c in word if c.isascii() and c.isalnum()) for word in plain.split()]
    known = [word for word in words if word]
    base = (f"{known[0]}.{known[-1]}" if len(known) > 1 else "".join(known) or "handler")[:140]
    number = 2
    made = base
    while made in taken:
        made, number = f"{base}{number}", number + 1
    return made


def secure(password: str) -> bool:
    """Long, and not one thing over and over. Length is what counts (NCSC: three random words)."""
    return len(password) >= 15 and len(set(password)) >= 6
