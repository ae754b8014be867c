"""Any table is read as it was meant: letters, separators, headings, formulas, days, and what was not read is named."""

from datetime import date

import pytest

from putright.imports import refusals
from putright.imports.columns import guesses, value_guess
from putright.imports.days import DAY_FIRST, MONTH_FIRST, SURE, read
from putright.imports.sheets import Table, named, safe, table

from . import books

TODAY = date(2026, 11, 22)
HEAD = ["Ref", "Dyddiad derbyn", "Manylion"]
ROWS = [["1", "27/03/2014", "Ŵyl y dre – “dim ateb”"], ["2", "28/03/2014", "Côr"]]


def lines(found: Table) -> list[list[str]]:
    return [list(row.cells.values()) for row in found.rows]


def written(rows: list[list[str]], between: str = ",") -> str:
    return "\r\n".join(between.join(row) for row in rows) + "\r\n"


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_csv_is_read_in_whatever_letters_and_with_whatever_between(encoding, said, between):
    found = table(written([HEAD, *ROWS], between).encode(encoding))
    assert (found.names, found.letters, lines(found)) == (HEAD, said, ROWS)


def test_a_file_two_programs_wrote_into_is_read_letter_by_letter():
    content = "Ref,Note\r\n1,Ŵyl\r\n".encode() + "2,Côr – “da”\r\n".encode("cp1252") + b"3,\x81\x90\r\n"
    found = table(content)
    assert found.letters == "Windows-1252"
    assert lines(found)[:2] == [["1", "Ŵyl"], ["2", "Côr – “da”"]]


def test_a_workbook_is_read_with_its_values_and_its_days_and_what_is_hidden_is_named():
    rows = [HEAD, [7, date(2014, 3, 27), books.Formula(('CONCAT("a","b")', "ab"))], [8.5, 41725, "x"]]
    found = table(books.xlsx(("Log", rows), ("Lists", [["a"]]), ("Secret", [["b"]]), hidden=["Secret"]))
    assert (found.sheet, found.hidden, found.others, found.names) == ("Log", ("Secret",), ("Lists",), HEAD)
    assert lines(found) == [["7", "2014-03-27", "ab"], ["8.5", "41725", "x"]]


def test_an_open_document_is_read_too():
    found = table(books.ods("Log", [HEAD, ["1", date(2014, 3, 27), "Côr"]]))
    assert lines(found) == [["1", "2014-03-27", "Côr"]]


@pytest.mark.parametrize("first", [1, 4])
def test_the_heading_is_found_below_titles_and_rows_keep_the_numbers_of_the_spreadsheet(first):
    rows = [
        ["Dissatisfaction log 2013"],
        [],
        ["Ref", "", "Details", "Details"],
        ["1", "x", "a", "b"],
        [],
        ["2", "", "c", ""],
    ]
    found = table(books.xlsx(("Log", rows), first=first))
    assert found.names == ["Ref", "(B)", "Details", "Details (2)"]
    assert [row.number for row in found.rows] == [first + 3, first + 5]


def test_a_row_with_more_cells_than_headings_is_listed_whole_and_a_short_one_is_filled_up():
    found = list(table(b"a,b\n1\n1,2,3\n1,2,\n").rows)
    assert [row.cells for row in found] == [{"a": "1", "b": ""}, {"": "1 | 2 | 3"}, {"a": "1", "b": "2"}]
    assert [bool(row.wrong) for row in found] == [False, True, False]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", refusals.Nothing), (b"\xef\xbb\xbf \n", refusals.Nothing), (b"%PDF-1.7", refusals.NotATable),
        (b"PK\x03\x04 torn", refusals.NotATable), (b"\xd0\xcf\x11\xe0 torn", refusals.NotATable),
        (b"1,2,3\n4,5,6\n", refusals.NoHeading), (",".join(f"c{n}" for n in range(300)).encode(), refusals.TooWide),
        (books.xlsx(("Empty", [])), refusals.Nothing),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_sentence(content, refusal):
    with pytest.raises(refusal) as refused:
        table(content)
    assert str(refused.value).endswith(".")


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr("putright.imports.sheets.UNPACKED", 1000)
    with pytest.raises(refusals.Unpacks):
        table(books.xlsx(("Log", [HEAD, *ROWS])))


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("2014-03-27", SURE, (2014, 3, 27)), ("2014-03-27 10:15", SURE, (2014, 3, 27)),
        ("2014-03-27T10:15:00Z", SURE, (2014, 3, 27)),
        ("27/03/2014", SURE, (2014, 3, 27)), ("27.3.14", DAY_FIRST, (2014, 3, 27)), ("27/03/14 09:00", SURE, (2014, 3, 27)),
        ("03/27/2014", SURE, (2014, 3, 27)), ("03/04/2014", DAY_FIRST, (2014, 4, 3)), ("03/04/2014", MONTH_FIRST, (2014, 3, 4)),
        ("03/04/2014", SURE, "either"), ("04/04/2014", SURE, (2014, 4, 4)), ("03/27/2014", DAY_FIRST, "wrong"),
        ("27 March 2014", SURE, (2014, 3, 27)), ("27th of March 2014", SURE, (2014, 3, 27)),
        ("Thu 27-Mar-14", SURE, (2014, 3, 27)),
        ("27 Mawrth 2014", SURE, (2014, 3, 27)), ("1af Mai 2014", SURE, (2014, 5, 1)), ("3 Gorff 2014", SURE, (2014, 7, 3)),
        ("5 Rhag. 2013", SURE, (2013, 12, 5)), ("5 Me 2013", SURE, "wrong"), ("30 Feb 2014", SURE, "wrong"),
        ("41725", SURE, (2014, 3, 27)), ("41725.5", SURE, (2014, 3, 27)), ("99999", SURE, "wrong"),
        ("31/02/2014", DAY_FIRST, "wrong"),
        ("27/03/99", DAY_FIRST, (1999, 3, 27)), ("", SURE, "wrong"), ("soon", SURE, "wrong"), ("٢٧/٠٣/٢٠١٤", SURE, "wrong"),
    ],
)  # fmt: skip
def test_days_are_read_as_written_and_never_guessed(cell, order, day):
    found = read(cell, order, TODAY)
    assert (found.day or found.problem) == (date(*day) if isinstance(day, tuple) else day)


def test_headings_are_guessed_in_both_languages_and_each_field_once():
    assert guesses(["DISS-SAT Ref", "Date Received", "Date Closed", "Tel. No", "Summary of complaint", "Shoe size"]) == {
        "DISS-SAT Ref": "id", "Date Received": "received", "Date Closed": "closed", "Tel. No": "phone",
        "Summary of complaint": "words", "Shoe size": "keep",
    }  # fmt: skip
    assert guesses(["Cyfeirnod", "Dyddiad derbyn", "Rhif ffôn", "Enw", "Canlyniad"]) == {
        "Cyfeirnod": "id", "Dyddiad derbyn": "received", "Rhif ffôn": "phone", "Enw": "name", "Canlyniad": "answer",
    }  # fmt: skip
    assert list(guesses(["Date", "Date received"]).values()) == ["received", "keep"]


def test_their_words_are_guessed_and_what_is_not_known_is_asked():
    assert [value_guess("channel", word) for word in ("By Phone", "E-mail", "Ffôn", "Pigeon")] == [
        "phone",
        "email",
        "phone",
        "",
    ]
    assert [value_guess("status", word) for word in ("CLOSED", "Ar gau", "hmm")] == ["closed", "closed", ""]


def test_columns_without_a_name_get_their_letter_and_a_formula_is_made_harmless():
    assert named(["", "A", "a", "", ""]) == ["(A)", "A", "a (2)"]
    assert [safe(cell) for cell in ("=1+1", " @x", "plain", "-3")] == ["'=1+1", "' @x", "plain", "'-3"]
