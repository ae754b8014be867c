"""A name made safe to show, to put in a header and to save under. The name as it came is kept beside it."""

import re
import unicodedata

from .limits import LONGEST_KEPT, LONGEST_NAME

PARTS = re.compile(r"[/\\]")
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*%;', "_"))
UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}  # controls, direction marks, what no letter is
LONGEST_ENDING = 10


def as_it_came(name: str) -> str:
    """The name as given, but for what no database can hold."""
    return name.encode("utf-8", "replace").decode().replace("\0", "\ufffd")[:LONGEST_KEPT]


def ending(name: str) -> str:
    """The ending in small letters, without its dot; empty when there is none."""
    _stem, dot, last = PARTS.split(name)[-1].rpartition(".")
    last = "".join(c for c in last if unicodedata.category(c) not in UNSEEN).strip().lower()
    return last if dot and last.isascii() and last.isalnum() and len(last) <= LONGEST_ENDING else ""


def safe(name: str) -> str:
    """One line, no path, no mark that turns the reading direction round, at most 255 bytes with its ending kept."""
    plain = unicodedata.normalize("NFC", PARTS.split(as_it_came(name).rstrip("/\\"))[-1])
    plain = "".join(c for c in plain if unicodedata.category(c) not in UNSEEN).translate(FORBIDDEN)
    plain = " ".join(plain.split()).strip(". ") or "file"
    if RESERVED.match(plain):
        plain = f"_{plain}"
    return shortened(plain)


def shortened(name: str) -> str:
    if len(name.encode()) <= LONGEST_NAME:
        return name
    last = ending(name)
    tail = f"….{last}" if last else "…"
    return name.encode()[: LONGEST_NAME - len(tail.encode())].decode(errors="ignore").rstrip(". ") + tail
