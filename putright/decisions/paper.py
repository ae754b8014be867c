"""A published record as PDF/UA, in one language. Made from what the public may read and from nothing else."""

import json
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import gettext as _

from design.dates import day
from putright.paper.pdf import FAMILY, typefaces
from putright.paper.typeface import characters, printable

from . import rules
from .models import Published
from .words import PARTS, TIMINGS

LAYOUT = Path(__file__).with_name("record.typ")


def parts(one: Published, language: str) -> list[tuple[str, str]]:
    """(name, words) of what is shown, in order; why it was withdrawn stands first. In the language of the page."""
    texts = one.texts[language]
    order = ("withdrawn", *rules.NEEDED[1:]) if one.withdrawn else rules.NEEDED[1:]
    return [(str(PARTS[part]), texts[part]) for part in order]


def facts(one: Published, language: str) -> list[tuple[str, str]]:
    """(name, value) of the particulars."""
    approved = ", ".join(filter(None, [one.name, one.post]))
    found = [
        (_("Decision number"), str(one.record.number)), (_("Timing"), str(TIMINGS[one.timing])),
        (_("Decided on"), day(one.decided_on, language)), (_("Approved by"), approved), (_("Signed"), one.signature),
        (_("Signed on"), day(one.approved_on, language)), (_("Published on"), day(one.at, language)),
    ]  # fmt: skip
    return [*found, (_("Why it is late"), one.late_why[language])] if one.late_why else found


def made(one: Published, language: str, office: str) -> bytes:
    """The PDF's bytes. A sign the typeface has not is said in words, as in letters."""
    drawn = characters(str(settings.FONTS))

    def written(words: str) -> str:
        return printable(words, language, drawn)

    shown = {
        "title": written(one.texts[language]["title"]), "language": language, "font": FAMILY, "office": office,
        "says": _("This decision was withdrawn.") if one.withdrawn else "",
        "facts": [(name, written(value)) for name, value in facts(one, language)],
        "parts": [(name, [written(words) for words in text.split("\n\n")]) for name, text in parts(one, language)],
    }  # fmt: skip
    return _drawn(json.dumps(shown), int(one.at.timestamp()))


@lru_cache(maxsize=64)
def _drawn(shown: str, at: int) -> bytes:
    """Kept: a page anybody may ask for must not cost a typesetting each time."""
    return typst.compile(
        LAYOUT.read_bytes(), font_paths=typefaces(str(settings.FONTS)), sys_inputs={"record": shown},
        pdf_standards=["ua-1"], format="pdf", timestamp=at,
    )  # fmt: skip
