"""A letter as PDF/UA-1: tagged, with the language of each passage, in a typeface that has ŵ and ŷ.

The words go to Typst as JSON and are shown as text, so `#panic("x")` in a name is printed and not run."""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import typst
from django.conf import settings

from design.dates import day

from .blocks import Block, Passage
from .head import Cover, Head
from .typeface import characters, printable

FAMILY = "Atkinson Hyperlegible Next"
LAYOUT = Path(__file__).with_name("letter.typ")


class NoTypeface(Exception):
    """The typeface is not built. Typst would quietly use another, perhaps one without ŵ, so nothing is made."""


@cache
def typefaces(folder: str) -> typst.Fonts:
    """Only our own: never what happens to be on the machine."""
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    if FAMILY not in found.families():
        raise NoTypeface(f"The typeface {FAMILY} is not in {folder}. Run script/bootstrap.")
    return found


def make(head: Head, passages: Sequence[Passage]) -> bytes:
    """The PDF's bytes. Raises NoTypeface, or typst.TypstError for a fault of ours."""
    return _compiled([(head, passages)], title=head.title, author=head.writer, language=head.languages[0], at=head.at)


def together(cover: Cover, letters: Sequence[tuple[Head, Sequence[Passage]]], *, at: datetime) -> bytes:
    """Many letters as one document below a list of them, each from the front of a sheet, tagged and in its own languages as it
    would be alone: nothing is pasted together. Raises as `make` does."""
    return _compiled(letters, title=cover.words["title"], author="Putright", language=cover.language, at=at, cover=cover)


def _compiled(
    letters: Sequence[tuple[Head, Sequence[Passage]]], *, title: str, author: str, language: str, at: datetime,
    cover: Cover | None = None,
) -> bytes:  # fmt: skip
    folder = str(settings.FONTS)
    fonts, drawn = typefaces(folder), characters(folder)
    told = {
        "title": title, "author": author, "language": language, "font": FAMILY,
        "letters": [_letter(head, passages, drawn) for head, passages in letters],
        "pictures": {head.award.key: list(head.award.picture) for head, _passages in letters if head.award},
        "cover": _cover(cover, at, drawn) if cover else None,
    }  # fmt: skip
    return typst.compile(
        LAYOUT.read_bytes(), font_paths=fonts, sys_inputs={"papers": json.dumps(told)}, pdf_standards=["ua-1"],
        format="pdf", timestamp=int(at.timestamp()),
    )  # fmt: skip


def _letter(head: Head, passages: Sequence[Passage], drawn: frozenset[int]) -> dict[str, object]:
    parts = [{"language": p.language, "blocks": [_drawn(b, p.language, drawn) for b in p.blocks]} for p in passages]
    to = [printable(line, head.languages[0], drawn) for line in head.to if line.strip()]
    return head.as_json() | {"to": to, "passages": parts}


def _cover(cover: Cover, at: datetime, drawn: frozenset[int]) -> dict[str, object]:
    rows = [{"reference": name, "to": printable(to, cover.language, drawn)} for name, to in cover.rows]
    return {"day": day(at, cover.language), "words": dict(cover.words), "rows": rows}


def _drawn(block: Block, language: str, drawn: frozenset[int]) -> Block:
    """The block with every run of words printable."""
    if "runs" in block:
        runs = [run | {"text": printable(run["text"], language, drawn)} for run in block["runs"]]
        return block | {"runs": runs}
    if "blocks" in block:
        return block | {"blocks": [_drawn(inner, language, drawn) for inner in block["blocks"]]}
    return block | {"items": [[_drawn(inner, language, drawn) for inner in item] for item in block["items"]]}
