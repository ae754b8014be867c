"""Messages nobody made by hand: those of the corpus, spoilt by luck. The same seed always gives the same ones."""

import random
from collections.abc import Callable, Iterator

from . import HAZARDS

LARGEST = 60_000  # bytes: of larger ones a run would be mostly waiting
SMALL = [hazard.raw for hazard in HAZARDS if len(hazard.raw) < LARGEST]
PIECES = [
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b"--",
    b"--b\r\n",
    b"=?utf-8?q?",
    b"?=",
    b"<",
    b">",
    b"@",
    b":",
    b"; boundary=",
    b'"',
    b"\xff\xfe",
    b"Content-Type: multipart/mixed; boundary=b\r\n",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"From: x@y.example\r\n",
    b"Auto-Submitted: auto-replied\r\n",
    b"Return-Path: <>\r\n",
    b"charset=utf-16",
    b"\xc5",
    b"PR-00000-00000",
    b"format=flowed",
    b"filename*=utf-8''%ff",
    b"<script>",
    b"</div>",
    b"&#x",
    b"\xed\xa0\x80",
    b" " * 300,
    b"On x wrote:\n",
    b">\n",
]
Change = Callable[[random.Random, bytes], bytes]


def _flip(luck: random.Random, raw: bytes) -> bytes:
    made = bytearray(raw)
    for _ in range(luck.randint(1, 8)):
        if made:
            made[luck.randrange(len(made))] = luck.randrange(256)
    return bytes(made)


def _cut(luck: random.Random, raw: bytes) -> bytes:
    return raw[: luck.randint(0, len(raw))]


def _without(luck: random.Random, raw: bytes) -> bytes:
    start, end = sorted(luck.randint(0, len(raw)) for _ in range(2))
    return raw[:start] + raw[end:]


def _again(luck: random.Random, raw: bytes) -> bytes:
    start, end = sorted(luck.randint(0, len(raw)) for _ in range(2))
    return raw[:end] + raw[start:end] * luck.randint(1, 5) + raw[end:]


def _piece(luck: random.Random, raw: bytes) -> bytes:
    for _ in range(luck.randint(1, 6)):
        at = luck.randint(0, len(raw))
        raw = raw[:at] + luck.choice(PIECES) + raw[at:]
    return raw


def _joined(luck: random.Random, raw: bytes) -> bytes:
    other = luck.choice(SMALL)
    return raw[: luck.randint(0, len(raw))] + other[luck.randint(0, len(other)) :]


def _lines_mixed(luck: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\r\n")[:500]
    first, second = luck.randrange(len(lines)), luck.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\r\n".join(lines)


CHANGES: tuple[Change, ...] = (_flip, _cut, _without, _again, _piece, _joined, _lines_mixed)


def spoilt(seed: int, count: int) -> Iterator[bytes]:
    """Each has a sender of its own where it still has one, so that they are not all taken for one flood."""
    luck = random.Random(seed)
    for number in range(count):
        raw = luck.choice(SMALL).replace(b"ffion@complainant.example", b"p%d@a.example" % number)
        for _ in range(luck.randint(1, 3)):
            raw = luck.choice(CHANGES)(luck, raw)[: LARGEST * 2]
        yield raw
