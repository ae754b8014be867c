"""The page, the PDF and the workbooks of a report: the same figures in each, and tags in the PDF."""

import io

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from putright.months import drawing, sheets
from putright.months.told import told

from .made import received, signed

pytestmark = pytest.mark.django_db


def tags(reader: PdfReader) -> list[str]:
    found, todo = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        node = todo.pop(0).get_object()
        if not hasattr(node, "get"):
            continue
        found += [str(node["/S"])] if "/S" in node else []
        children = node.get("/K", [])
        children = children.get_object() if hasattr(children, "get_object") else children
        todo += [one for one in (children if isinstance(children, list) else [children]) if hasattr(one, "get_object")]
    return found


@pytest.mark.parametrize(("language", "month"), [("en", "February 2026"), ("cy", "Chwefror 2026")])
def test_the_pdf_is_tagged_in_its_language_and_says_what_the_report_says(cast, language, month):
    received(cast, 14, settle=6)
    row = signed(cast)
    reader = PdfReader(io.BytesIO(drawing.pdf(row, language)))
    root, found = reader.trailer["/Root"], tags(reader)
    assert root["/MarkInfo"]["/Marked"] and str(root["/Lang"]).lower().startswith(language)
    assert {"/Table", "/TH", "/TD", "/H1", "/H2", "/P"} <= set(found)
    words = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert month in words and "42.9%" in words and row.fingerprint in words.replace(" ", "")
    assert ("A quiet month." if language == "en" else "Mis tawel.") in words
    assert drawing.pdf(row, language) == drawing.pdf(row, language)


@pytest.mark.parametrize("kind", sheets.KINDS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_workbook_holds_every_figure_of_the_page_and_no_hidden_one(cast, kind, language):
    received(cast, 14, settle=2)
    row = signed(cast)
    content, _said = sheets.as_workbook(row, kind, language)
    read = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = [
        str(cell) for name in read.sheet_names for line in read.get_sheet_by_name(name).to_python() for cell in line
    ]
    one = told(row, language)
    for part in one.parts:
        for grid in part.grids:
            for line in grid.rows:
                assert line[0] in cells
    assert "14.0" in cells and "2.0" not in cells and ("hidden" if language == "en" else "wedi’i guddio") in cells


def test_what_somebody_wrote_is_shown_and_never_run(cast):
    from putright.months import actions

    from .made import AFTER, drawn_up

    row = drawn_up(cast)
    words = '#panic("x") =1+1 <b>\n\nLlŷr â ŵ'
    actions.write(row, "why", words, words, by=cast.robin, at=AFTER)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(drawing.pdf(row, "cy"))).pages)
    assert '#panic("x") =1+1 <b>' in text and "Llŷr â ŵ" in text
