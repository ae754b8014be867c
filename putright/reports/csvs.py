"""The month's figures as CSV: one line a figure, in the reader's language, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from .cells import Line
from .sheet import Sheet, answers, measured

PLAIN_NUMBER = re.compile(r"-?£?[\d,]+(\.\d+)?%?")
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet would take it for a formula. Plain numbers stay as they are."""
    if PLAIN_NUMBER.fullmatch(text) or not text.lstrip(" ").startswith(BEGINS_A_FORMULA):
        return text
    return f"'{text}"


def as_csv(sheet: Sheet) -> str:
    """A byte order mark first, so that spreadsheets read the Welsh letters right."""
    paper = io.StringIO()
    writer = csv.writer(paper)
    writer.writerow([_("Table"), _("Code"), _("Figure"), _("What is counted"), _("Value")])
    writer.writerows([safe(cell) for cell in row] for row in rows(sheet))
    return f"\ufeff{paper.getvalue()}"


def rows(sheet: Sheet) -> Iterable[tuple[str, str, str, str, str]]:
    for title, lines in ((_("The month"), (*sheet.headline, *measured(sheet))), (_("Cost and worth"), sheet.worth)):
        yield from ((title, line.key, line.name, "", line.cells[0].text) for line in lines)
    for table in (*sheet.tables, *answers(sheet)):
        for line in table.lines:
            yield from ((table.title, code(line), line.name, *pair) for pair in values(table.heads, line))


def code(line: Line) -> str:
    return f"{line.key}/{line.part}" if line.part else line.key


def values(heads: tuple[str, ...], line: Line) -> Iterable[tuple[str, str]]:
    return ((head, cell.text) for head, cell in zip(heads, line.cells, strict=True) if cell.text)
