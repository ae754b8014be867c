"""A letter as PDF/UA-1: tagged, with the language of each passage, in a typeface that has ŵ and ŷ.

The words go to Typst as JSON and are shown as text, so `#panic("x")` in a name is printed and not run."""

import json
from functools import cache
from pathlib import Path

import typst
from django.conf import settings

from .blocks import Passage
from .head import Head

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


def make(head: Head, passages: list[Passage], *, form: str = "pdf") -> bytes | list[bytes]:
    """The PDF's bytes; with form "png", the page or pages as pictures. Raises NoTypeface, or TypstError for a fault of ours."""
    data = head.as_json() | {
        "font": FAMILY,
        "passages": [{"language": passage.language, "blocks": passage.blocks} for passage in passages],
    }
    return typst.compile(
        LAYOUT.read_bytes(),
        font_paths=typefaces(str(settings.FONTS)),
        sys_inputs={"letter": json.dumps(data)},
        pdf_standards=["ua-1"] if form == "pdf" else [],
        format=form,
        timestamp=int(head.at.timestamp()),
    )
