"""A list as a file, a piece at a time: whatever its length, little of it is ever in memory.

Every cell is text. A spreadsheet would take some text in a CSV for a formula, so that gets an apostrophe; in XLSX and ODS
the cell itself says that it is text (`paper.workbook` writes both)."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import batched, chain

from putright.paper import workbook
from putright.reports.csvs import safe

Lines = Iterable[list[str]]
SHEET = 1_048_575  # rows a spreadsheet has room for below its headings: what is more goes on the next sheet
RISKY = frozenset("=+-@\t\r\n \0")
TYPES = {"csv": "text/csv; charset=utf-8", **workbook.TYPES}


def as_csv(heads: list[str], lines: Lines) -> Iterator[bytes]:
    """A byte order mark first, so that spreadsheets read the Welsh letters right."""
    yield b"\xef\xbb\xbf"
    for piece in batched(chain([heads], lines), workbook.PIECE):
        paper = io.StringIO()
        csv.writer(paper).writerows([safe(cell) if cell[:1] in RISKY else cell for cell in line] for line in piece)
        yield paper.getvalue().encode("utf-8", "replace")


class Sheets:
    """The lines a sheet at a time, each sheet under the headings; always one. Each must be used up before the next."""

    def __init__(self, heads: list[str], lines: Lines) -> None:
        self.heads, self.rest = heads, iter(lines)
        self.upcoming = next(self.rest, None)

    def __iter__(self) -> Iterator[tuple[str, Iterator[list[str]]]]:
        number = 1
        yield str(number), self.rows()
        while self.upcoming is not None:
            number += 1
            yield str(number), self.rows()

    def rows(self) -> Iterator[list[str]]:
        yield self.heads
        for _place in range(SHEET):
            if self.upcoming is None:
                return
            line, self.upcoming = self.upcoming, next(self.rest, None)
            yield line


def as_xlsx(heads: list[str], lines: Lines) -> Iterator[bytes]:
    return workbook.xlsx(Sheets(heads, lines))


def as_ods(heads: list[str], lines: Lines) -> Iterator[bytes]:
    return workbook.ods(Sheets(heads, lines))


FORMS: dict[str, Callable[[list[str], Lines], Iterator[bytes]]] = {"csv": as_csv, "xlsx": as_xlsx, "ods": as_ods}
