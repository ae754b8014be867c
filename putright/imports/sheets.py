"""Any table as rows of words: CSV in whatever letters it was saved, XLSX, XLS, XLSB or ODS. No database.

A spreadsheet's formulas are read as their values. Which row is the heading is found out; blank and repeated headings get
names of their own. Sheets that are hidden, or simply not read, are named and never passed over in silence."""

import codecs
import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, islice

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from .reading import UNREADABLE, Row
from .refusals import Locked, NoHeading, NotATable, Nothing, TooWide, Unpacks

SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
NEVER = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
UNPACKED = 400_000_000  # bytes a packed spreadsheet may become: a sheet of 100,000 rows is a tenth of it
HEADING_WITHIN, WIDEST = 20, 200
BLANKS = "\u00a0\u200b\ufeff"  # spaces that do not look like letters and are not


@dataclass(frozen=True)
class Table:
    """A file read: its headings, its rows in order, and what was not read. `rows` can be gone through once."""

    names: list[str]
    rows: Iterator[Row]
    sheet: str = ""
    hidden: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    letters: str = ""  # how its letters are written, for a CSV file


def table(content: bytes) -> Table:
    """Refuses Nothing, NotATable, Locked, Unpacks, NoHeading and TooWide."""
    if not content.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise Nothing
    if content.startswith(NEVER):
        raise NotATable
    return _book(content) if content.startswith(SPREADSHEETS) else _csv(content)


def _book(content: bytes) -> Table:
    if content.startswith(b"PK"):
        _weigh(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        told = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        seen = [one.name for one in told if one.visible == SheetVisibleEnum.Visible]
        name, sheet = next(((name, one) for name in seen if (one := book.get_sheet_by_name(name)).height), (None, None))
        if sheet is None or name is None:
            raise Nothing
        before = sheet.start[0] if sheet.start else 0
        cells = ([said(cell) for cell in row] for row in sheet.iter_rows())
    except CalamineError as problem:
        raise (Locked if "password" in str(problem).casefold() else NotATable) from problem
    hidden = tuple(one.name for one in told if one.visible != SheetVisibleEnum.Visible)
    lines = _from(cells, sheet.total_height, before)
    return _headed(lines, sheet=name, hidden=hidden, others=tuple(one for one in seen if one != name))


def _from(cells: Iterator[list[str]], height: int, before: int) -> Iterator[tuple[int, list[str]]]:
    """Rows numbered as the spreadsheet numbers them, whether or not the empty ones at the top are given."""
    rows = list(islice(cells, before + 1)) if before else []
    given = before and len(rows) > before and not any(cell for row in rows[:before] for cell in row)
    return enumerate(chain(rows, cells), start=1 if given or not before else before + 1)


def _weigh(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > UNPACKED:
                raise Unpacks
    except zipfile.BadZipFile as problem:
        raise NotATable from problem


def said(cell: object) -> str:
    """A cell in words: a whole number without its .0, a day as 2026-03-27."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return _tidy(str(cell))


def _tidy(text: str) -> str:
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}").strip().strip(BLANKS).strip()


def _each_on_its_own(problem: UnicodeError) -> tuple[str, int]:
    """A file two programs wrote into: what is not UTF-8 is read as Windows letters, byte by byte."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return problem.object[problem.start : problem.end].decode("cp1252", errors="replace"), problem.end


codecs.register_error("windows letters", _each_on_its_own)


def _letters(content: bytes) -> tuple[str, str]:
    """(encoding, name of it)."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", "UTF-16"
    start = content[:4000]
    if start.count(0) > len(start) // 4:
        return ("utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"), "UTF-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8-sig", "Windows-1252"
    return "utf-8-sig", "UTF-8"


def _csv(content: bytes) -> Table:
    encoding, letters = _letters(content)
    errors = "replace" if encoding.startswith("utf-16") else "windows letters"
    text = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, errors=errors, newline="")
    start = text.read(4000)
    text.seek(0)
    reader = csv.reader((line.replace("\x00", "\N{REPLACEMENT CHARACTER}") for line in text), delimiter=_between(start))
    return _headed(_parsed(reader), letters=letters)


def _parsed(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    while True:
        number += 1
        try:
            yield number, [_tidy(cell) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error:  # a cell longer than any of ours
            yield number, []


def _between(start: str) -> str:
    """What stands between the cells: of the first lines, the mark there is most of."""
    lines = [line for line in start.splitlines()[:HEADING_WITHIN] if line.strip()]
    return max(",;\t|", key=lambda mark: (min((line.count(mark) for line in lines[:3]), default=0), start.count(mark)))


def _headed(lines: Iterator[tuple[int, list[str]]], **more: object) -> Table:
    """Find the heading among the first rows: the first that is about as wide as the widest and holds no numbers."""
    first = [(number, cells) for number, cells in islice(lines, HEADING_WITHIN)]
    widest = max((_filled(cells) for _number, cells in first), default=0)
    at = next(
        (
            place
            for place, (_number, cells) in enumerate(first)
            if _filled(cells) >= max(1, 0.6 * widest) and _is_words(cells)
        ),
        None,
    )
    if at is None:
        raise NoHeading
    names = named(first[at][1])
    if len(names) > WIDEST:
        raise TooWide(WIDEST)
    rows = _rows(chain(first[at + 1 :], lines), names)
    return Table(names, rows, **more)  # type: ignore[arg-type]


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell) for cell in cells)


def _is_words(cells: Sequence[str]) -> bool:
    return not any(cell and not any(letter.isalpha() for letter in cell) for cell in cells)


def named(cells: Sequence[str]) -> list[str]:
    """One name a column: a blank one by its letter, the second of two alike with a number."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    names, seen = [], Counter[str]()
    for place, cell in enumerate(cells):
        name = " ".join(cell.split())[:100] or f"({letter(place)})"
        seen[name.casefold()] += 1
        names.append(f"{name} ({seen[name.casefold()]})" if seen[name.casefold()] > 1 else name)
    return names


def letter(place: int) -> str:
    """A column's letter as a spreadsheet has it: 0 is A, 26 is AA."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text


def _rows(lines: Iterable[tuple[int, list[str]]], names: list[str]) -> Iterator[Row]:
    """Short rows are filled up, as spreadsheets leave the end off; a row with more cells than headings is listed whole."""
    width = len(names)
    for number, cells in lines:
        if any(cells[width:]):
            yield Row(number, {"": " | ".join(cells)}, UNREADABLE)
        elif any(cells):
            yield Row(number, dict(zip(names, [*cells, *[""] * (width - len(cells))], strict=False)))


def safe(cell: str) -> str:
    """For a CSV of ours: an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) else cell
