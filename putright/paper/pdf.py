"""A letter as PDF/UA-1: tagged, with the language of each passage, in a typeface that has ŵ and ŷ.

The words go to Typst as JSON and are shown as text, so `#panic("x")` in a name is printed and not run."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import typst
from django.conf import settings

from .blocks import Block, Passage
from .head import Head
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
    folder = str(settings.FONTS)
    fonts, drawn = typefaces(folder), characters(folder)
    top = head.as_json()
    top["to"] = [printable(line, head.languages[0], drawn) for line in head.to if line.strip()]
    parts = [{"language": p.language, "blocks": [_drawn(b, p.language, drawn) for b in p.blocks]} for p in passages]
    return typst.compile(
        LAYOUT.read_bytes(),
        font_paths=fonts,
        sys_inputs={"letter": json.dumps(top | {"font": FAMILY, "passages": parts})},
        pdf_standards=["ua-1"],
        format="pdf",
        timestamp=int(head.at.timestamp()),
    )


def _drawn(block: Block, language: str, drawn: frozenset[int]) -> Block:
    """The block with every run of words printable."""
    if "runs" in block:
        runs = [run | {"text": printable(run["text"], language, drawn)} for run in block["runs"]]
        return block | {"runs": runs}
    if "blocks" in block:
        return block | {"blocks": [_drawn(inner, language, drawn) for inner in block["blocks"]]}
    return block | {"items": [[_drawn(inner, language, drawn) for inner in item] for item in block["items"]]}
