"""The head of a message, read as far as it can be. Nothing here raises, whatever the bytes. No Django.

Our own reader, because the library's own fails on some heads and takes minutes over others."""

import re
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header

LONGEST_HEAD = 256 * 1024  # bytes
LONGEST_VALUE = 20_000  # of one header as it stands
LONGEST_CODED = 4_000  # of one header with coded words: the library's pattern is slow on long ones
MOST = 1_000
END = re.compile(rb"\r?\n\r?\n|\r\r")
LINE = re.compile(rb"\r\n|\n|\r")
CHARSETS = re.compile(r"(utf|us-ascii|ascii|iso|latin|windows|cp|koi8|gb|hz|big5|euc|shift|sjis|mac|tis|viscii)[-_a-z0-9]*", re.I)
# What turns the reading direction, joins or hides letters: in a name or a subject only tricks use them.
TURNING = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
ADDRESS = re.compile(r"<\s*([^<>\s]{1,318}@[^<>\s@]{1,255})\s*>|([^\s<>,;:\"()\[\]\\]{1,64}@[^\s<>,;:\"()\[\]\\@]{1,255})")
MARKED = re.compile(r"<\s*([^<>\s]+@[^<>\s]+)\s*>")
BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, HeaderParseError, RecursionError)


@dataclass(frozen=True)
class Head:
    """Headers in their order, names in small letters. `cut`: there was more than we read."""

    lines: tuple[tuple[str, str], ...] = ()
    cut: bool = False
    by_name: dict[str, list[str]] = field(default_factory=dict)

    def all(self, name: str) -> list[str]:
        return self.by_name.get(name, [])

    def one(self, name: str) -> str:
        """The first of that name; empty when there is none. A second From or Subject is a trick: it is not looked at."""
        return next(iter(self.all(name)), "")

    def words(self, name: str) -> str:
        """As a person reads it."""
        return readable(self.one(name))


def split(raw: bytes) -> tuple[bytes, bytes]:
    """Head and body. A message without an empty line is all head."""
    end = END.search(raw, 0, len(raw))
    return (raw, b"") if end is None else (raw[: end.start()], raw[end.end() :])


def read(head: bytes) -> Head:
    cut = len(head) > LONGEST_HEAD
    lines: list[tuple[str, str]] = []
    for line in LINE.split(head[:LONGEST_HEAD]):
        text = decoded(line, "")
        if line[:1] in (b" ", b"\t") and lines:
            name, value = lines[-1]
            lines[-1] = (name, f"{value} {text.strip()}") if len(value) < LONGEST_VALUE else lines[-1]
            continue
        name, colon, value = text.partition(":")
        if colon and name and " " not in name.strip():
            if len(lines) == MOST:
                cut = True
                break
            lines.append((name.strip().lower(), value.strip()[:LONGEST_VALUE]))
    by_name: dict[str, list[str]] = {}
    for name, value in lines:
        by_name.setdefault(name, []).append(value)
    return Head(tuple(lines), cut, by_name)


def decoded(content: bytes, charset: str) -> str:
    """Bytes as text: by the charset they claim if it is a text's, else UTF-8, else what most mail programs meant."""
    for name in (charset if CHARSETS.fullmatch(charset) else "", "utf-8"):
        try:
            if name:
                return content.decode(name)
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def readable(value: str) -> str:
    """Coded words decoded, on one line, with nothing in it that turns the reading direction or cannot be printed."""
    text = value
    try:
        if "=?" in text:
            parts = decode_header(text[:LONGEST_CODED])
            text = "".join(part if isinstance(part, str) else decoded(part, charset or "") for part, charset in parts)
    except BROKEN:
        pass  # as it stands, then
    return " ".join(UNPRINTABLE.sub(" ", TURNING.sub("", text)).split())


def printable(text: str) -> str:
    """As a database can keep it."""
    return UNPRINTABLE.sub("", text)


def mailbox_of(value: str) -> tuple[str, str]:
    """(name, address) of a From header; an address we cannot be sure of is empty. Never more than a hint: anybody can
    write any From. What stands in angle brackets is the address; two of them are a trick, and neither is. It is looked for
    before coded words are decoded: what is coded is a name, even when it looks like an address."""
    marked = MARKED.findall(value)
    found = marked or [one or other for one, other in ADDRESS.findall(value)]
    name = readable(MARKED.sub(" ", value)).strip(" \"',<>") if marked else ""
    sure = printable(found[0]) if len(set(found)) == 1 else ""
    return " ".join(name.replace('"', " ").split())[:200], sure


def addresses(values: list[str], most: int = 20_000) -> list[str]:
    """Every address in some To, Cc or Delivered-To headers, each once."""
    found = [one or other for value in values for one, other in ADDRESS.findall(value)]
    return list(dict.fromkeys(map(printable, found)))[:most]
