"""Look into a file once, when it comes: what it is, what is shown of it, why somebody would be asked for another."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from . import names
from .drawing import count_pages
from .inside import archives, kinds, packages, pdfs, pictures
from .inside.counted import WRONG, Count
from .inside.finding import Bomb, Finding

HEAD = 64 * 1024
TAIL = 66_000
WORDS = re.compile(rb"<\s*(script|html|iframe|svg)[\s>]|<\?php", re.IGNORECASE)
ZIP_END = b"PK\x05\x06"
ONE_THING = {"image", "photo", "pdf", "media"}


def judge(path: Path, name: str) -> Finding:
    """The finding for a file on the disk. Nothing in it is run, unpacked or believed. Never raises for what is in it."""
    ending = names.ending(name)
    with path.open("rb") as file:
        head = file.read(HEAD)
        file.seek(max(0, path.stat().st_size - TAIL))
        tail = file.read()
    code = kinds.of(head, ending)
    try:
        found = BY_FAMILY.get(kinds.KINDS[code].family, plain)(path, code)
    except Bomb as bomb:
        found = Finding(code, refuse=bomb.code)
    if kinds.KINDS[code].family in ONE_THING and (WORDS.search(head) or WORDS.search(tail) or ZIP_END in tail):
        found = found.warned("two_things")
    return with_name(found, ending, head)


def with_name(found: Finding, ending: str, head: bytes) -> Finding:
    """Is it what its name says? Bytes nobody knows are not judged by their name."""
    endings = kinds.KINDS[found.kind].endings
    if found.kind == "other":
        guess = kinds.guessed(head)
        return found.warned("unknown") if not guess else found
    return found.warned("wrong_ending") if ending and endings and ending not in endings and found.kind != "text" else found


def plain(path: Path, code: str) -> Finding:
    return Finding(code)


def picture(path: Path, code: str) -> Finding:
    found = pictures.judged(path, code)
    return replace(found, pages=max(1, count_pages(path))) if code == "tiff" and found.shown_as else found


def pages(path: Path, code: str) -> Finding:
    return pdfs.judged(path, count_pages(path))


def package(path: Path, code: str) -> Finding:
    seen = archives.Inside()
    with path.open("rb") as file:
        try:
            archives.zipped(file, Count(path.stat().st_size), seen)
        except Bomb as bomb:
            return Finding(packages.kind(seen), refuse=bomb.code)
    return packages.judged(seen)


def squeezed(path: Path, code: str) -> Finding:
    seen = archives.Inside()
    with path.open("rb") as file:
        try:
            archives.squeezed(file, code, Count(path.stat().st_size), seen)
        except WRONG:
            seen.warns.append("damaged")
    return Finding(code, warns=tuple(dict.fromkeys(seen.warns)))


def photo(path: Path, code: str) -> Finding:
    """A picture whose coding we have no reader for: kept whole, to be opened with something that has."""
    return Finding(code, warns=("no_reader",))


def words(path: Path, code: str) -> Finding:
    return Finding(code, "text", pages=1)


def program(path: Path, code: str) -> Finding:
    return Finding(code, refuse="program")


def web_page(path: Path, code: str) -> Finding:
    """Never shown: what a browser would obey. Names that stand for ever longer names are a bomb."""
    with path.open("rb") as file:
        body = file.read(archives.KEPT)
    if sum(body.count(word) for word in archives.ENTITY) > MOST_ENTITIES:
        return Finding(code, refuse="bomb")
    return Finding(code, warns=("active",))


def old_office(path: Path, code: str) -> Finding:
    with path.open("rb") as file:
        body = file.read(pdfs.LOOKED)
    macros = b"_VBA_PROJECT" in body or "_VBA_PROJECT".encode("utf-16-le") in body
    found = Finding(code).warned("old_office")
    if rb"\objdata" in body or rb"\object" in body:
        found = found.warned("holds_others")
    return found.warned("macros") if macros else found


def closed(path: Path, code: str) -> Finding:
    """Packed in a way we have no reader for: nobody can say what is in it."""
    return Finding(code, refuse="closed")


def nothing(path: Path, code: str) -> Finding:
    return Finding(code, refuse="empty")


MOST_ENTITIES = 3
BY_FAMILY: dict[str, Callable[[Path, str], Finding]] = {
    "image": picture, "photo": photo, "pdf": pages, "archive": package, "squeezed": squeezed, "text": words,
    "page": web_page, "program": program, "old_office": old_office, "empty": nothing,
    "closed": closed,
}  # fmt: skip
