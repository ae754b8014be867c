"""A list as a file: the same in every form, nothing hidden in it, no formula, and little of it in memory at once."""

import csv
import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from putright.extracts import files
from putright.paper import workbook

HEADS = ["Case", "Who"]
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


def content(form, lines, heads=None):
    return b"".join(files.FORMS[form](heads or HEADS, iter(lines)))


def read(form, lines):
    made = content(form, lines)
    if form == "csv":
        return list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    return [[str(cell) for cell in row] for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]


@pytest.mark.parametrize("form", files.FORMS)
def test_what_went_in_comes_out(form):
    lines = [["PR-1", "Ŵyn & Siân <ŷ>"], ["PR-2", 'a "quote", a comma'], ["PR-3", "  two  spaces "]]
    assert read(form, lines) == [HEADS, *lines]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT).map(list), max_size=5))
def test_any_words_survive_in_xlsx(lines):
    marked = [[f"a{one}", f"b{other}z"] for one, other in lines]
    assert read("xlsx", marked) == [HEADS, *marked]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-cmd", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_a_csv_holds_no_formula(text):
    assert read("csv", [["PR-1", text]])[1][1].startswith("'")


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_book_holds_text_only_and_no_formula_property_or_hidden_thing(form):
    book = zipfile.ZipFile(io.BytesIO(content(form, [["=1+1", '=HYPERLINK("http://x.example")']])))
    assert book.testzip() is None
    inside = b"".join(book.read(name) for name in book.namelist())
    assert not {"docProps/core.xml", "docProps/app.xml", "meta.xml"} & set(book.namelist())
    for word in (b"<f>", b"formula", b"hidden", b"creator", b"visible", b"comment", b"annotation"):
        assert word not in inside
    assert {one.date_time[0] for one in book.infolist()} == {1980}


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_what_xml_cannot_say_is_left_out_and_a_cell_too_long_says_where_it_was_cut(form):
    rows = read(form, [["a\x00b\x0bc\ufffe", "x" * 40_000]])
    assert rows[1][0] == "abc"
    assert len(rows[1][1]) == workbook.CELL and rows[1][1].endswith("x" + workbook.CUT)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize(("number", "sheets"), [(0, 1), (5, 1), (6, 2), (10, 2), (11, 3)])
def test_what_has_no_room_goes_on_the_next_sheet_with_its_headings(monkeypatch, form, number, sheets):
    monkeypatch.setattr(files, "SHEET", 5)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content(form, ([f"PR-{one}", "x"] for one in range(number)))))
    found = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    assert len(found) == sheets
    assert all(sheet[0] == HEADS for sheet in found)
    assert [row[0] for sheet in found for row in sheet[1:]] == [f"PR-{one}" for one in range(number)]


@pytest.mark.parametrize("form", files.FORMS)
def test_four_times_as_many_rows_take_no_more_memory(form):
    def peak(number):
        tracemalloc.start()
        for _piece in files.FORMS[form](HEADS, ([f"PR-{one}", "words " * 8] for one in range(number))):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(24_000) < 1.5 * peak(6_000)
