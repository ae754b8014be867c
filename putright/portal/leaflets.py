"""Leaflets as PDF/UA, from the words of the pages, in ordinary and in large print."""

import json
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings

from putright.paper.blocks import Passage
from putright.paper.pdf import FAMILY, typefaces

LAYOUT = Path(__file__).with_name("leaflet.typ")
NAMES = ("expect", "expected", "charter", "rights", "victims")
SIZES = {"": 12, "-large": 18}  # points; large print begins at 16 and is best at 18
STILL = 1_767_225_600  # the same words give the same bytes, whenever they are asked for


@lru_cache(maxsize=64)
def made(title: str, markdown: str, language: str, size: int, foot: tuple[str, ...]) -> bytes:
    """The PDF of those words. Kept: a page anybody may ask for must not cost a typesetting each time."""
    shown = {
        "title": title, "language": language, "size": size, "font": FAMILY, "foot": list(foot),
        "blocks": Passage(language, markdown).blocks,
    }  # fmt: skip
    return typst.compile(
        LAYOUT.read_bytes(), font_paths=typefaces(str(settings.FONTS)), sys_inputs={"leaflet": json.dumps(shown)},
        pdf_standards=["ua-1"], format="pdf", timestamp=STILL,
    )  # fmt: skip


def read(slug: str) -> tuple[str, int] | None:
    """The words and the size of print that an address asks for; None where there is no such leaflet."""
    name = slug.removesuffix("-large")
    return (name, SIZES["-large" if slug.endswith("-large") else ""]) if name in NAMES else None


