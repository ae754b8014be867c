"""From the bytes of a message to what it says. Never raises and never takes long: what cannot be read is flagged, and
what could be read is given. No Django.

Flags: `cut` (longer than we read), `bomb` (built to break readers), `broken` (the parts could not be told apart),
`encrypted`, `calendar`, `winmail`."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from . import headers, layout
from .headers import BROKEN, Head

MOST_BOUNDARIES = 100
MOST_MESSAGES = 20  # one inside the other
MOST_PARTS = 200
MOST_LINES_OF_DASHES = 2_000
DEEPEST = 20
LONGEST_WORDS = 50_000  # letters
SHOWN_OF_BROKEN = 20_000
DASHES = re.compile(rb"^--\S", re.M)
CODED = re.compile(rb"(?:[A-Za-z0-9+/]{4,}={0,2}[ \t]*(?:\r?\n|\Z))+")
TEXT = ("text/plain", "text/html")


@dataclass(frozen=True)
class Part:
    """One file that came with a message."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Returned:
    """What a mail server says became of a letter."""

    recipient: str = ""
    action: str = ""
    code: str = ""
    words: str = ""


@dataclass
class Body:
    """What is inside, found while walking through the parts."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    returned: list[Returned] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    seen: int = 0


@dataclass(frozen=True)
class Parsed:
    """A message as far as it could be read."""

    head: Head
    words: str
    html: str
    parts: tuple[Part, ...] = ()
    returned: tuple[Returned, ...] = ()
    flags: frozenset[str] = frozenset()


def parse(raw: bytes) -> Parsed:
    """Read a message. The same bytes always give the same."""
    top, rest = headers.split(raw)
    head = headers.read(top)
    flags = {"cut"} if head.cut else set()
    if is_bomb(raw):
        return _unread(head, rest, flags | {"bomb"})
    try:
        body = Body(flags=flags)
        _walk(_message(top, rest), body, 0)
    except (*BROKEN, MemoryError):
        return _unread(head, rest, flags | {"broken"})
    return _read(head, body)


def is_bomb(raw: bytes) -> bool:
    """Many parts, or many layers: reading them takes longer with each, and no person writes so."""
    low = raw.lower()
    if low.count(b"boundary") > MOST_BOUNDARIES or low.count(b"message/") > MOST_MESSAGES:
        return True
    return sum(1 for _ in zip(DASHES.finditer(raw), range(MOST_LINES_OF_DASHES + 1), strict=False)) > MOST_LINES_OF_DASHES


def _message(top: bytes, rest: bytes) -> Message:
    return BytesParser(policy=compat32).parsebytes(top[: headers.LONGEST_HEAD] + b"\n\n" + rest)


def _read(head: Head, body: Body) -> Parsed:
    html = "\n".join(body.html)
    if len(html) > layout.LONGEST:
        body.flags.add("cut")
    safe = layout.safe(html) if html.strip() else ""
    words = _tidy("\n\n".join(body.plain)) or _tidy(layout.as_text(safe))
    if len(words) > LONGEST_WORDS:
        body.flags.add("cut")
    return Parsed(head, words[:LONGEST_WORDS], safe, tuple(body.parts), tuple(body.returned), frozenset(body.flags))


def _unread(head: Head, rest: bytes, flags: set[str]) -> Parsed:
    """What there is to see of a message whose parts cannot be told apart: its head, and the beginning as it stands."""
    return Parsed(head, _tidy(headers.decoded(rest[:SHOWN_OF_BROKEN], "")), "", flags=frozenset(flags))


def _walk(part: Message, body: Body, depth: int) -> None:
    body.seen += 1
    if body.seen > MOST_PARTS or depth > DEEPEST:
        body.flags.add("cut")
        return
    kind = _or(lambda: part.get_content_type(), "text/plain")
    if kind.startswith("multipart/") and not part.is_multipart():
        kind = "text/plain"  # it says that it has parts, and has none: words, then
    _note_flags(kind, part, body)
    if kind == "message/delivery-status":
        body.returned += list(_returned(part))
    elif kind == "message/rfc822" or not part.is_multipart():
        _keep(kind, part, body)
    elif kind == "multipart/alternative":
        _alternative(part, body, depth)
    else:
        for inside in _inside(part):
            _walk(inside, body, depth + 1)


def _inside(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _alternative(part: Message, body: Body, depth: int) -> None:
    """The same said twice: the plain words are read, and the laid-out ones kept to look at."""
    own = Body(flags=body.flags, seen=body.seen)
    for inside in _inside(part):
        _walk(inside, own, depth + 1)
    body.plain += own.plain
    body.html += own.html
    body.parts += own.parts
    body.returned += own.returned
    body.seen = own.seen


def _note_flags(kind: str, part: Message, body: Body) -> None:
    what = str(part.get("content-type", ""))[:500].lower()
    if kind in ("multipart/encrypted", "application/pgp-encrypted") or "enveloped-data" in what:
        body.flags.add("encrypted")
    if kind == "text/calendar":
        body.flags.add("calendar")
    if kind in ("application/ms-tnef", "application/vnd.ms-tnef"):
        body.flags.add("winmail")


def _keep(kind: str, part: Message, body: Body) -> None:
    """Words, or a file."""
    name = headers.readable(_or(lambda: str(part.get_filename() or ""), ""))[:255]
    is_file = str(part.get("content-disposition", ""))[:60].strip().lower().startswith("attachment") or bool(name)
    content = _bytes_of(part)
    if kind not in TEXT or is_file:
        if content or name:
            body.parts.append(Part(name, headers.readable(kind)[:100], content))
        return
    text = headers.decoded(content[: 6 * LONGEST_WORDS], _or(lambda: str(part.get_content_charset() or ""), ""))
    if kind == "text/html":
        body.html.append(headers.printable(text))
    else:
        body.plain.append(_unfolded(text, str(part.get("content-type", ""))[:500].lower()))


def _bytes_of(part: Message) -> bytes:
    if part.is_multipart():  # a message inside this one, whole
        return _or(lambda: b"\n".join(one.as_bytes() for one in _inside(part)), b"")
    found = _or(lambda: part.get_payload(decode=True), None)
    if not isinstance(found, bytes):
        found = str(part.get_payload() or "").encode("utf-8", "replace")
    if part.defects and "base64" in str(part.get("content-transfer-encoding", ""))[:100].lower():
        return _base64_and_rest(str(part.get_payload() or "").encode("ascii", "surrogateescape"), found)
    return found


def _base64_and_rest(body: bytes, found: bytes) -> bytes:
    """Mailing lists put a footer in plain letters under base64: the library then decodes nothing. We take what decodes."""
    coded = CODED.match(body)
    if coded is None:
        return found
    letters = b"".join(coded[0].split()).rstrip(b"=")
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return _or(lambda: base64.b64decode(letters + b"=" * (-len(letters) % 4)), found) + b"\n" + body[coded.end() :]


def _unfolded(text: str, about: str) -> str:
    """format=flowed: a line that ends in a space goes on in the next (RFC 3676)."""
    if "flowed" not in about:
        return text
    glue = "" if re.search(r"delsp\s*=\s*\"?yes", about) else " "
    lines = [""]
    for line in text.splitlines():
        line = line.removeprefix(" ")
        joins = lines[-1].endswith(" ") and lines[-1] != "-- "
        if joins:
            lines[-1] = lines[-1][:-1] + glue + line
        else:
            lines.append(line)
    return "\n".join(lines[1:])


def _returned(part: Message) -> Iterator[Returned]:
    """Each recipient a delivery report speaks of (RFC 3464)."""
    for block in _inside(part)[:50]:
        told = Returned(
            recipient=_field(block, "final-recipient").rpartition(";")[2].strip()[:320],
            action=_field(block, "action").lower()[:20], code=_field(block, "status")[:20],
            words=_field(block, "diagnostic-code")[:1_000],
        )  # fmt: skip
        if told != Returned():
            yield told


def _field(block: Message, name: str) -> str:
    return headers.readable(_or(lambda: str(block.get(name, "")), ""))


def _tidy(text: str) -> str:
    """As a database can keep it: one kind of new line, nothing that cannot be printed, no page of empty lines."""
    text = re.sub(r"\r\n?|\x0b|\x0c|\x85|\u2028|\u2029", "\n", text)
    text = headers.UNPRINTABLE.sub("", text)
    return re.sub(r"\n\s*\n\s*\n+", "\n\n", text).strip()


def _or(ask, otherwise):
    """What the library says, or something else where it breaks over what is there."""
    try:
        return ask()
    except (*BROKEN, MemoryError):
        return otherwise


def without_quote(parsed: Parsed) -> tuple[str, str]:
    """(what is new, what is quoted from an earlier message). Answers written between quoted lines are left together."""
    words = parsed.words
    found = [match.start() for mark in layout.QUOTES for match in [mark.search(words)] if match]
    at = min([*found, layout.quoted_from(words)])
    new = words[:at].strip()
    return (new, words[at:].strip()) if new else (words, "")
