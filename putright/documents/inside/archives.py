"""Inside a zip (and so inside Word, Excel and OpenDocument) and inside squeezed files, without unpacking to a disk."""

import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from ..limits import MIB, MOST_DEEP, MOST_INSIDE, MOST_LISTED
from . import counted, kinds
from .finding import Bomb

END, END64 = b"PK\x05\x06", b"PK\x06\x06"
LONGEST_TAIL = 66_000  # the end record, with the longest comment
LOCAL = 30  # bytes of a member's own header before its name
KEPT = MIB  # of each member that is looked into
METHODS = {0: "", 8: "deflate"}
OPENED = {"zip": "zip", "gzip": "gzip", "bzip2": "bzip2", "xz": "xz"}
ENTITY = tuple("<!ENTITY".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
PROGRAMS = frozenset("exe scr com pif bat cmd js jse vbs vbe wsf hta lnk msi jar ps1 dll".split())


@dataclass
class Inside:
    """What was seen inside, at every depth."""

    names: list[str] = field(default_factory=list)
    warns: list[str] = field(default_factory=list)
    parts: dict[str, bytes] = field(default_factory=dict)  # the beginnings of small parts that say what a package is
    entities: bool = False


def zipped(file: IO[bytes], count: counted.Count, seen: Inside, depth: int = 1) -> None:
    """Go through one zip. Raises Bomb; what is broken in it is noted as damaged."""
    check_listing(file)
    try:
        members = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError, EOFError):
        seen.warns.append("damaged")
        return
    check_members(members, seen)
    for member in members:
        if not member.is_dir():
            look(member_bytes(file, member, count, seen), member.filename, count, seen, depth)


def check_listing(file: IO[bytes]) -> None:
    """The list of contents is read whole by whoever opens it, so its size is ours to limit first."""
    size = file.seek(0, 2)
    file.seek(max(0, size - LONGEST_TAIL))
    tail = file.read()
    at = tail.rfind(END)
    if at >= 0 and int.from_bytes(tail[at + 12 : at + 16], "little") not in range(MOST_LISTED):
        at64 = tail.rfind(END64)
        if at64 < 0 or int.from_bytes(tail[at64 + 40 : at64 + 48], "little") > MOST_LISTED:
            raise Bomb("many")


def check_members(members: list[zipfile.ZipInfo], seen: Inside) -> None:
    seen.names += [member.filename[:300] for member in members]
    if len(seen.names) > MOST_INSIDE:
        raise Bomb("many")
    if any(member.flag_bits & 1 for member in members):
        seen.warns.append("locked")
    ends = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < ends:  # two members made of the same bytes: a way to swell without nesting
            raise Bomb("bomb")
        ends = member.header_offset + LOCAL + member.compress_size


def member_bytes(file: IO[bytes], member: zipfile.ZipInfo, count: counted.Count, seen: Inside) -> Iterator[bytes]:
    """What really comes out of a member, whatever size its header says."""
    file.seek(member.header_offset)
    head = file.read(LOCAL)
    if head[:4] != b"PK\x03\x04" or member.flag_bits & 1 or member.compress_type not in METHODS:
        seen.warns.append("locked" if member.flag_bits & 1 else "not_looked_in")
        return
    at = member.header_offset + LOCAL + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    file.seek(at)
    if how := METHODS[member.compress_type]:
        yield from counted.stream(file, how, count, length=member.compress_size)
        return
    left = member.compress_size
    while left and (data := file.read(min(counted.STEP, left))):
        left -= len(data)
        count.add(len(data))
        file_at = file.tell()
        yield data
        file.seek(file_at)


def squeezed(file: IO[bytes], how: str, count: counted.Count, seen: Inside, depth: int = 1) -> None:
    """Go through one gzip, bzip2 or xz file."""
    file.seek(0)
    look(counted.stream(file, how, count), "", count, seen, depth)


def look(data: Iterator[bytes], name: str, count: counted.Count, seen: Inside, depth: int) -> None:
    """Go through what comes out of one member; a file that again holds others is opened in its turn."""
    head, spool = bytearray(), None
    with tempfile.SpooledTemporaryFile(max_size=2 * MIB) as kept:
        try:
            for piece in data:
                head += piece[: max(0, KEPT - len(head))]
                spool = kinds.by_start(bytes(head[: 64 * 1024])) if spool is None else spool
                if spool in OPENED:
                    kept.write(piece)
        except counted.WRONG:
            seen.warns.append("damaged")
        note(bytes(head), name, seen)
        if spool in OPENED and depth >= MOST_DEEP:
            raise Bomb("deep")
        if spool == "zip":
            zipped(kept, count, seen, depth + 1)
        elif spool in OPENED:
            squeezed(kept, OPENED[spool], count, seen, depth + 1)


def note(head: bytes, name: str, seen: Inside) -> None:
    ending = name.lower().rpartition(".")[2]
    if kinds.by_start(head[: 64 * 1024]) == "program" or ending in PROGRAMS:
        seen.warns.append("program_inside")
    if any(word in head for word in ENTITY):
        seen.entities = True
    if name.endswith((".rels", "[Content_Types].xml", "mimetype")) or (name.endswith(".xml") and len(seen.parts) < 40):
        seen.parts[name] = head[: 64 * 1024]
