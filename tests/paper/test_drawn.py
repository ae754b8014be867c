"""Words on paper know of no letter: a head, passages in two languages, and an award's mark, as a PDF that is tagged."""

import io
from datetime import UTC, datetime

import pytest
from PIL import Image
from pypdf import PdfReader

from offices import load as office
from putright.paper import blocks, pdf
from putright.paper.head import Head, Mark
from putright.paper.typeface import CANNOT, printable

AT = datetime(2026, 3, 6, 12, tzinfo=UTC)
BODY = f"Annwyl Marged\n\nDŵr a thŷ.{blocks.BETWEEN}Dear Marged\n\n- one\n- two"


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(made, "JPEG")
    return made.getvalue()


def drawn(mark: Mark | None = None) -> PdfReader:
    head = Head(office("hertfordshire"), ["cy", "en"], ["Marged Elis"], "PR-1", ["Llythyr", "A letter"], AT, award=mark)
    return PdfReader(io.BytesIO(pdf.make(head, blocks.passages(BODY, ["cy", "en"]))))


def test_every_word_is_drawn_and_the_paper_is_tagged():
    read = drawn()
    words = " ".join(page.extract_text() for page in read.pages)
    assert all(word in words for word in ("Dŵr", "thŷ", "Dear Marged", "two", "6 Mawrth 2026", "6 March 2026"))
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"] and not read.pages[0].images


def test_a_mark_is_a_picture_that_says_what_it_is_in_the_language_that_comes_first():
    head = Head(office("hertfordshire"), ["cy", "en"], [], "", [], AT, award=Mark(picture(), {"en": "Best", "cy": "Gorau"}))
    assert head.as_json()["award"] == {"picture": Mark(picture(), {}).key, "said": "Gorau"}
    assert drawn(Mark(picture(), {"en": "Best", "cy": "Gorau"})).pages[0].images


def test_a_body_has_a_language_for_each_passage_or_is_not_drawn():
    with pytest.raises(ValueError, match="shorter|longer"):
        blocks.passages(BODY, ["cy"])


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_no_typeface_draws_is_said_in_words(language):
    assert printable("a 漢字", language, frozenset(map(ord, "a "))) == f"a {CANNOT[language]}"


def test_nothing_anybody_wrote_becomes_html():
    assert "<script" not in blocks.html("<script>alert(1)</script>", ["en"])
