"""Both kinds of workbook, read back by somebody else's reader, with everything in sight."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from putright.paper import workbook

ROWS = [("Figure", "Number"), ("Cysylltiadau â ŵ a ŷ", "8,552"), ("=1+1", "46.0%"), ('<b> & "x"', "07700900123")]


def written(kind: str, sheets) -> bytes:
    return b"".join(workbook.WRITERS[kind](sheets, numbers=True))


@pytest.mark.parametrize("kind", workbook.WRITERS)
def test_what_was_written_is_read_back(kind):
    read = CalamineWorkbook.from_filelike(io.BytesIO(written(kind, [("Un", ROWS), ("Dau", [("x",)])])))
    assert read.sheet_names == ["Un", "Dau"]
    found = read.get_sheet_by_name("Un").to_python()
    assert found == [[*ROWS[0]], [ROWS[1][0], 8552], [*ROWS[2]], [*ROWS[3]]]


@pytest.mark.parametrize("kind", workbook.WRITERS)
def test_nothing_is_hidden_and_nothing_is_worked_out(kind):
    with zipfile.ZipFile(io.BytesIO(written(kind, [("One", ROWS)]))) as book:
        whole = b"".join(book.read(name) for name in book.namelist())
    for word in (b"hidden", b"visibility", b"<f>", b"formula", b"collapse"):
        assert word not in whole


@pytest.mark.parametrize("kind", workbook.WRITERS)
def test_the_same_tables_make_the_same_bytes(kind):
    assert written(kind, [("One", ROWS)]) == written(kind, [("One", ROWS)])


def test_names_of_sheets_are_short_different_and_allowed():
    found = workbook.sheet_names(["What changed, and when did it change?", "a/b", "A:B", "", "x" * 40, "x" * 50])
    assert len({one.casefold() for one in found}) == 6
    assert all(0 < len(one) <= 31 and not set(one) & set("[]:*?/\\") for one in found)


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_file_or_becomes_a_formula(text):
    for kind in workbook.WRITERS:
        sheet = CalamineWorkbook.from_filelike(
            io.BytesIO(written(kind, [("One", [("a", text, "z")])]))
        ).get_sheet_by_index(0)
        row = sheet.to_python(skip_empty_area=False)[0]
        assert (row[0], row[-1]) == ("a", "z")
