"""A pack as PDF/UA-1: tagged, in the reader's language, with every page numbered. The words go to Typst as data."""

import json
from datetime import datetime
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from putright.paper.pdf import FAMILY, typefaces
from putright.paper.typeface import characters, printable

from .rules import Pack
from .shown import sections
from .words import BODIES

LAYOUT = Path(__file__).with_name("pack.typ")


def pdf(made: Pack, language: str) -> bytes:
    """The PDF's bytes: everything that is in the pack. Raises paper.pdf.NoTypeface, or typst.TypstError for a fault of ours."""
    with override(language):
        told = _told(made, language)
    return set_out(told, language, datetime.fromisoformat(made["made_at"]))


def set_out(told: Pack, language: str, at: datetime) -> bytes:
    """`told`: title, office, footer, what, said, notes and sections of rows, in words. Raises as `pdf` does."""
    folder = str(settings.FONTS)
    fonts, drawn = typefaces(folder), characters(folder)

    def can(words: str) -> str:
        return printable(words, language, drawn)

    sections = [
        {"title": one["title"], "rows": [[can(what), can(said)] for what, said in one["rows"]]} for one in told["sections"]
    ]
    told = {**told, "sections": sections, "notes": [can(one) for one in told["notes"]], "font": FAMILY, "language": language}
    return typst.compile(
        LAYOUT.read_bytes(), font_paths=fonts, sys_inputs={"pack": json.dumps(told)}, pdf_standards=["ua-1"], format="pdf",
        timestamp=int(at.timestamp()),
    )  # fmt: skip


def _told(made: Pack, language: str) -> Pack:
    notes = [_("Keep this safe. It has personal information about people.")]
    if made["incomplete"]:
        notes.append(_("Something was not known when this was sent. It follows."))
    title = _("Pack for: %(body)s") % {"body": BODIES[made["for"]]}
    return {
        "title": f"{title} – {made['reference']}", "office": made["from"]["name"].get(language, ""),
        "footer": f"{made['reference']} · {made['id']}", "what": _("What"), "said": _("What is known"), "notes": notes,
        "sections": [{"title": title, "rows": rows} for title, rows in sections(made, language)],
    }  # fmt: skip
