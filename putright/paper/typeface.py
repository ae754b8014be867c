"""Which characters our typefaces can draw. PDF/UA refuses a letter with one they cannot: it says so in words instead.

To print another script, put a font for it beside ours in settings.FONTS: it is used as soon as it is there."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

CANNOT = {"en": "[words we cannot print here]", "cy": "[geiriau na allwn eu hargraffu yma]"}


def printable(text: str, language: str, drawn: frozenset[int]) -> str:
    """The text with what cannot be drawn said in words: a picture by its name, another script as a whole, marks dropped."""
    pieces = []
    for is_drawn, run in _runs(text, drawn):
        pieces.append(run if is_drawn else _said(run, language))
    return "".join(pieces)


def _runs(text: str, drawn: frozenset[int]) -> Iterator[tuple[bool, str]]:
    run, now = "", True
    for sign in text:
        can = sign == "\n" or ord(sign) in drawn
        if can is not now and not (run and not now and sign == " "):  # words of another script stay one run
            if run:
                yield now, run
            run, now = "", can
        run += sign
    if run:
        yield now, run


def _said(run: str, language: str) -> str:
    kinds = {unicodedata.category(sign) for sign in run}
    if kinds <= {"Cf", "Mn", "Me", "Cn", "Co", "Cc"}:
        return ""
    if kinds & {"Lo", "Ll", "Lu", "Lt", "Lm"}:
        return CANNOT[language] + " " * run.endswith(" ")
    named = [unicodedata.name(sign, "").lower() for sign in run if unicodedata.category(sign) == "So"]
    return f"[{', '.join(filter(None, named))}]" if any(named) else CANNOT[language]


@cache
def characters(folder: str) -> frozenset[int]:
    """Every character that some font of the folder can draw."""
    files = sorted(path for end in ("*.ttf", "*.otf") for path in Path(folder).glob(end))
    return frozenset().union(*(_cmap(path.read_bytes()) for path in files)) if files else frozenset()


def _cmap(font: bytes) -> set[int]:
    """The characters of a font file's `cmap` table, in its two usual shapes (OpenType: formats 4 and 12)."""
    tables = struct.unpack(">H", font[4:6])[0]
    entries = (struct.unpack(">4sLLL", font[12 + 16 * n : 28 + 16 * n]) for n in range(tables))
    start = next(offset for tag, _sum, offset, _length in entries if tag == b"cmap")
    count = struct.unpack(">H", font[start + 2 : start + 4])[0]
    found: set[int] = set()
    for n in range(count):
        _platform, _encoding, offset = struct.unpack(">HHL", font[start + 4 + 8 * n : start + 12 + 8 * n])
        found |= _subtable(font[start + offset :])
    return found


def _subtable(table: bytes) -> set[int]:
    spans: Iterable[tuple[int, ...]]
    shape = struct.unpack(">H", table[:2])[0]
    if shape == 12:
        groups = struct.unpack(">L", table[12:16])[0]
        spans = (struct.unpack(">LLL", table[16 + 12 * n : 28 + 12 * n])[:2] for n in range(groups))
    elif shape == 4:
        segments = struct.unpack(">H", table[6:8])[0] // 2
        ends = struct.unpack(f">{segments}H", table[14 : 14 + 2 * segments])
        starts = struct.unpack(f">{segments}H", table[16 + 2 * segments : 16 + 4 * segments])
        spans = zip(starts, ends, strict=True)
    else:
        return set()
    return {code for first, last in spans for code in range(first, last + 1) if code != 0xFFFF}
