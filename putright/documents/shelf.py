"""Where the bytes lie: files named by their SHA-256, written and flushed to the disk before any row speaks of them.

Bytes without a row are leftovers: of somebody who gave up, or of a crash between the file and its row. `sweep` takes
them away after a day. A row without its bytes cannot come about by a crash, since the row is written last."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Protocol

from django.conf import settings

from . import limits

PIECE = 256 * limits.KIB
LEFT_FOR = timedelta(days=1)
NAME = 64  # letters of a SHA-256


class Read(Protocol):
    """Anything that gives bytes piece by piece."""

    def read(self, most: int = ..., /) -> bytes: ...


class TooMuch(Exception):
    """More bytes than one file may have."""


@dataclass(frozen=True)
class Loose:
    """Bytes on the disk that nobody has kept yet: `settle` puts them in their place, `drop` throws them away."""

    path: Path
    sha256: str
    size: int

    def settle(self) -> None:
        """Put the bytes in their place, for good before this returns. Replacing the same bytes changes nothing."""
        home = place(self.sha256)
        made = not home.parent.exists()
        home.parent.mkdir(parents=True, exist_ok=True)
        os.replace(self.path, home)
        flush(home.parent)
        if made:
            flush(home.parent.parent)

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)


def folder(name: str) -> Path:
    return Path(settings.DOCUMENTS) / name


def place(sha256: str) -> Path:
    return folder("kept") / sha256[:2] / sha256


def flush(directory: Path) -> None:
    """A name in a folder is lost in a power cut until the folder itself is flushed."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def pieces(content: bytes | IO[bytes] | Read) -> Iterator[bytes]:
    if isinstance(content, bytes | bytearray | memoryview):
        yield bytes(content)
        return
    while piece := content.read(PIECE):
        yield piece


def take(content: bytes | IO[bytes] | Read) -> Loose:
    """Write bytes down and flush them, counting and hashing on the way. Raises TooMuch; nothing is left then."""
    folder("loose").mkdir(parents=True, exist_ok=True)
    path, digest, size = folder("loose") / secrets.token_hex(16), hashlib.sha256(), 0
    try:
        with path.open("xb") as file:
            for piece in pieces(content):
                size += len(piece)
                if size > limits.MOST_BYTES:
                    raise TooMuch
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Loose(path, digest.hexdigest(), size)


def find(sha256: str) -> Path | None:
    """Where those bytes are now, if they are here. The sweep may be holding them for a moment."""
    return next((path for path in (place(sha256), folder("swept") / sha256) if path.exists()), None)


def whole(sha256: str) -> bool:
    """Are the bytes here, and still the same? Reads all of them."""
    path = find(sha256)
    if path is None:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def leftovers(at: datetime) -> list[Path]:
    """Files nobody has touched for a day: beginnings that were given up, and everything in its place. Not yet judged."""
    found = [p for p in folder("loose").glob("*") if old(p, at)]
    return found + [p for p in folder("kept").glob("??/*") if old(p, at)] + list(folder("swept").glob("*"))


def old(path: Path, at: datetime) -> bool:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < (at - LEFT_FOR).timestamp()
    return False


def sweep(path: Path, wanted: Callable[[str], bool], *, at: datetime) -> bool:
    """Throw one leftover away, unless its bytes are wanted. It is set aside before it is judged: the same bytes put
    back by somebody meanwhile are newer, and are put back. True when it is gone."""
    if path.parent == folder("loose"):
        path.unlink(missing_ok=True)
        return True
    aside = folder("swept") / path.name
    aside.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        if path != aside:
            os.replace(path, aside)
        if wanted(path.name) or not old(aside, at):
            if place(path.name).exists():
                aside.unlink()
            else:
                place(path.name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(aside, place(path.name))
            return False
        aside.unlink()
        return True
    return False
