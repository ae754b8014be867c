"""A list as CSV and back. What is written out and read in again is the same list, and no cell is a formula."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from .refusals import Unreadable
from .rules import Row, Rows

HEADS = ("code", "parent", "name_en", "name_cy", "since", "until", "edition", "source", "recalled", "mapped_to")
FIELDS = ("code", "parent", "en", "cy", "since", "until", "edition", "source", "recalled", "mapped_to")
GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
MOST = 5_000
LARGEST = 1024 * 1024


@dataclass(frozen=True)
class Wrong:
    """A line that could not be read, by its number in the file."""

    line: int
    words: str


def safe(text: str) -> str:
    """An apostrophe before what a spreadsheet would take for a formula; and before an apostrophe, so that `plain` is exact."""
    return f"'{text}" if text.startswith(GUARDED) or text.lstrip(" ").startswith(GUARDED[:4]) else text


def plain(text: str) -> str:
    return text[1:] if text.startswith("'") else text


def written(rows: Rows) -> str:
    """Every row, closed ones too. A byte order mark first, so that spreadsheets read ŵ and ŷ right."""
    paper = io.StringIO()
    writer = csv.writer(paper)
    writer.writerow(HEADS)
    writer.writerows([safe(_cell(getattr(row, field))) for field in FIELDS] for row in rows.rows)
    return f"\ufeff{paper.getvalue()}"


def _cell(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def read(content: bytes) -> tuple[list[Row], list[Wrong]]:
    """The rows of a file, and the lines that are none. Refuses Unreadable a file that is no such list."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Unreadable(_("Some letters in the file cannot be read. Open it in your spreadsheet, and save it as “CSV UTF-8”.")
                         ) from problem  # fmt: skip
    try:
        lines = list(csv.reader(io.StringIO(text.replace("\x00", "\N{REPLACEMENT CHARACTER}"), newline=""), strict=True))
    except csv.Error as problem:
        raise Unreadable(_("That is not a CSV file. Open it in your spreadsheet, and save it as “CSV UTF-8”.")) from problem
    heads = [head.strip() for head in lines[0]] if lines else []
    if missing := [head for head in HEADS[:5] if head not in heads]:
        raise Unreadable(_("The first line of the file must name its columns. Missing: %(columns)s.")
                         % {"columns": ", ".join(missing)})  # fmt: skip
    if len(lines) > MOST:
        raise Unreadable(_("The file has more than %(most)s lines. No list is that long.") % {"most": f"{MOST:,}"})
    return _rows(heads, lines[1:])


def _rows(heads: list[str], lines: Iterable[list[str]]) -> tuple[list[Row], list[Wrong]]:
    rows, wrong = [], []
    for number, cells in enumerate(lines, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            rows.append(_row(dict(zip(heads, (plain(cell).strip() for cell in cells), strict=True))))
        except ValueError:
            wrong.append(Wrong(number, _("Line %(line)s cannot be read. Write dates as 2026-03-27, and as many cells as there are"
                                         " columns.") % {"line": number}))  # fmt: skip
    return rows, wrong


def _row(cells: dict[str, str]) -> Row:
    given = {field: cells.get(head, "") for head, field in zip(HEADS, FIELDS, strict=True)}
    since, until = given.pop("since"), given.pop("until")
    return Row(**given, since=date.fromisoformat(since), until=date.fromisoformat(until) if until else None)
