"""The paper of a letter drawn again for another address; the cover and the one file of a batch."""

import io
import json
import threading
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import pypdfium2
import typst
from django.conf import settings

from design.dates import day
from putright.letters import drawn
from putright.letters.models import Letter
from putright.letters.rules import POST, Reach
from putright.paper import pdf
from putright.paper.typeface import characters, printable

TURN = threading.Lock()  # the library that puts PDFs together is not made for two at once
COVER = Path(__file__).with_name("cover.typ")


def again(letter: Letter, reach: Reach) -> bytes:
    """The PDF of a letter whose words are another's: only its head is new."""
    return drawn.again(letter, letter.address.split("\n") if letter.medium == POST else [reach.name])


def cover(letters: Sequence[Letter], number: int, words: dict[str, str], *, at: datetime, language: str) -> bytes:
    """The list that lies on top of a batch, tagged like every paper of ours: what is in it, and for which window."""
    folder = str(settings.FONTS)
    drawn = characters(folder)
    rows = [
        {"reference": one.case.reference, "to": printable(one.address.replace("\n", ", "), language, drawn)}
        for one in letters
    ]
    told = {
        "rows": rows,
        "number": number,
        "day": day(at, language),
        "font": pdf.FAMILY,
        "language": language,
        "words": words,
    }
    return typst.compile(
        COVER.read_bytes(), font_paths=pdf.typefaces(folder), sys_inputs={"batch": json.dumps(told)},
        pdf_standards=["ua-1"], format="pdf", timestamp=int(at.timestamp()),
    )  # fmt: skip


def together(papers: Iterable[bytes]) -> bytes:
    """One file of many, each beginning on the front of a sheet. Only for printing: the tags are in each letter's own PDF."""
    with TURN, pypdfium2.PdfDocument.new() as whole:
        for paper in papers:
            with pypdfium2.PdfDocument(paper) as one:
                whole.import_pages(one)
            if len(whole) % 2:
                whole.new_page(595, 842)  # the back of the last sheet stays empty
        made = io.BytesIO()
        whole.save(made)
        return made.getvalue()
