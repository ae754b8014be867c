"""Inside a PDF without obeying it: what is active, what is locked, and streams that swell."""

import re
import zlib
from pathlib import Path

from ..limits import MIB, MOST_PAGES
from .finding import Finding

ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|OpenAction|AA|RichMedia|XFA|SubmitForm|ImportData|GoToR)\b")
HOLDS = re.compile(rb"/(EmbeddedFiles?|Filespec)\b")
LOCKED = re.compile(rb"/Encrypt\b")
STREAM = re.compile(rb"stream\r?\n")
TWICE = re.compile(rb"/Filter\s*\[\s*/(?:Fl|FlateDecode)\s*/(?:Fl|FlateDecode)\b")
LOOKED = 32 * MIB  # bytes of it that are looked through for words
STEP = 64 * 1024
MOST_STREAM = 128 * MIB  # one stream, squeezed once: more than a page of colour at 600 dots an inch
MOST_STREAMS = 512 * MIB
READ_STREAMS = 4_000
NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")


def judged(path: Path, pages: int) -> Finding:
    """`pages` is what the page counter found: 0 when it could not open it."""
    found = Finding("pdf", "pdf" if pages > 0 else "", pages=max(pages, 0))
    with path.open("rb") as file:
        body = file.read(LOOKED)
    if pages > MOST_PAGES:
        return found.refused("pages")
    if swells(body):
        return found.refused("bomb")
    named = NAME_CODE.sub(lambda code: bytes([int(code[1], 16)]), body)  # /J#61vaScript is /JavaScript
    for code, pattern in (("active", ACTIVE), ("holds_others", HOLDS), ("locked", LOCKED)):
        if pattern.search(named):
            found = found.warned(code)
    if not pages:
        found = found.warned("locked" if "locked" in found.warns else "damaged")
    return found if body.startswith(b"%PDF-") else found.warned("two_things")


def swells(body: bytes) -> bool:
    together = 0
    for number, start in enumerate(STREAM.finditer(body)):
        if number > READ_STREAMS:
            return False
        twice = bool(TWICE.search(body, max(0, start.start() - 400), start.start()))
        size = opened(memoryview(body)[start.end() :], twice=twice)
        together += size
        if size > MOST_STREAM or together > MOST_STREAMS:
            return True
    return False


def opened(data: memoryview, *, twice: bool) -> int:
    """How much comes out of one stream, counted to just above what is too much."""
    outer, inner, out, at = zlib.decompressobj(), zlib.decompressobj() if twice else None, 0, 0
    rest: bytes | memoryview = data[:STEP]
    try:
        while len(rest) and not outer.eof and out <= MOST_STREAM:
            piece = outer.decompress(rest, STEP)
            rest = outer.unconsumed_tail
            if not len(rest):
                at += STEP
                rest = data[at : at + STEP]
            out += len(piece) if inner is None else inner_size(inner, piece)
    except zlib.error:
        return out
    return out


def inner_size(inner: "zlib._Decompress", piece: bytes) -> int:
    out = 0
    while piece and not inner.eof and out <= MOST_STREAM:
        out += len(inner.decompress(piece, STEP))
        piece = inner.unconsumed_tail
    return out
