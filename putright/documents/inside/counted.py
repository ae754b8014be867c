"""Decompression with a counter: bytes are counted as they come out and thrown away; no header is believed."""

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any

from ..limits import FREE_OPENED, KIB, MOST_DENSE, MOST_OPENED
from .finding import Bomb

STEP = 64 * KIB
XZ_MEMORY = 64 * 1024 * KIB


class Count:
    """What has come out so far of one file, with everything inside it. Raises Bomb when it is too much or too dense."""

    def __init__(self, size: int) -> None:
        self.size, self.out = size, 0

    def add(self, number: int) -> None:
        self.out += number
        if self.out > MOST_OPENED or (self.out > FREE_OPENED and self.out > MOST_DENSE * self.size):
            raise Bomb("bomb")


def raw_deflate() -> Any:
    return zlib.decompressobj(-15)


MAKERS: dict[str, Callable[[], Any]] = {
    "gzip": lambda: zlib.decompressobj(31),
    "zlib": zlib.decompressobj,
    "deflate": raw_deflate,
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(memlimit=XZ_MEMORY),
}
WRONG = (zlib.error, OSError, EOFError, lzma.LZMAError, ValueError)


def stream(file: IO[bytes], how: str, count: Count, *, length: int | None = None) -> Iterator[bytes]:
    """What comes out of `length` compressed bytes of a file, at most 64 KiB at a time, several streams in a row too.

    Broken data ends it; `count` stops it with Bomb. zlib keeps what it has not read, the others keep it inside."""
    opener, left = MAKERS[how](), length
    while data := file.read(STEP if left is None else min(STEP, left)):
        left = None if left is None else left - len(data)
        while data:
            yield from drained(opener, data, count)
            data = opener.unused_data if opener.eof else b""
            if opener.eof:
                if how == "deflate":
                    return
                opener = MAKERS[how]()
                data = data.lstrip(b"\0")


def drained(opener: Any, data: bytes, count: Count) -> Iterator[bytes]:
    """All that one piece of compressed data gives."""
    is_zlib = hasattr(opener, "unconsumed_tail")
    while not opener.eof:
        out = opener.decompress(data, STEP)
        count.add(len(out))
        if out:
            yield out
        data = opener.unconsumed_tail if is_zlib else b""
        if not out and (not data or not is_zlib) and (is_zlib or opener.needs_input):
            return
        if is_zlib and not data and len(out) < STEP:
            return
