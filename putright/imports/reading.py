"""A file's rows, put together by complaint, in memory that does not grow with the file.

The rows of one complaint may lie anywhere in a file. They are sorted in a temporary database on the disk, which is gone
when it is closed. A file that cannot be read as a whole is refused before anything is written anywhere."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby, islice
from typing import BinaryIO, NamedTuple

from .refusals import Nothing, NotText, NotUtf8, OtherLayout

NOT_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff")  # spreadsheets, PDF, UTF-16
AT_A_TIME = 1000
UNREADABLE = "unreadable"


class Row(NamedTuple):
    """One row: its line in the file as a spreadsheet numbers it, its cells by column, and what is wrong with its form."""

    number: int
    cells: dict[str, str]
    wrong: str = ""


class Lines:
    """The file's lines, remembering those of the row in hand: a row that cannot be parsed is kept as it was written."""

    def __init__(self, text: Iterable[str]) -> None:
        self.text = iter(text)
        self.in_hand: list[str] = []

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = next(self.text)
        self.in_hand.append(line)
        return line.replace("\x00", "\N{REPLACEMENT CHARACTER}")  # PostgreSQL cannot keep a NUL

    def taken(self) -> str:
        raw, self.in_hand = "".join(self.in_hand), []
        return raw.replace("\x00", "\N{REPLACEMENT CHARACTER}")


def rows(file: BinaryIO, columns: Iterable[str]) -> Iterator[Row]:
    """Every row but empty ones, in the file's order. Refuses Nothing, NotText, NotUtf8 and OtherLayout."""
    start = file.read(8192)
    file.seek(0)
    if not start.strip():
        raise Nothing
    if start.startswith(NOT_TEXT):
        raise NotText
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        yield from _parsed(Lines(text), columns)
    except UnicodeDecodeError as problem:
        raise NotUtf8 from problem
    finally:
        text.detach()  # leave the file open: it is the caller's


def _parsed(lines: Lines, columns: Iterable[str]) -> Iterator[Row]:
    reader = csv.reader(lines, strict=True)
    names = [name.strip() for name in _next(reader) or []]
    if missing := [column for column in columns if column not in names]:
        raise OtherLayout(missing)
    number = 1
    while True:
        lines.taken()
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(number, {"": lines.taken()}, UNREADABLE)
            continue
        if len(cells) == len(names):
            yield Row(number, dict(zip(names, cells, strict=True)))
        elif cells:
            yield Row(number, {"": lines.taken()}, UNREADABLE)


def _next(reader: Iterator[list[str]]) -> list[str] | None:
    try:
        return next(reader, None)
    except csv.Error:
        return None


def by_complaint(found: Iterable[Row], column: str) -> Iterator[list[Row]]:
    """The rows in groups of one complaint, by the number in that column."""
    for _number, rows_of_one in grouped((" ".join(row.cells.get(column, "").split()), row) for row in found):
        yield rows_of_one


def grouped(found: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, list[Row]]]:
    """Numbered rows in groups of one number, each group in the file's order; rows without one each by themselves."""
    with closing(sqlite3.connect("")) as sorter:  # no name: a temporary file of SQLite's own
        sorter.execute(
            "CREATE TABLE held (complaint TEXT, number INTEGER, row TEXT, PRIMARY KEY (complaint, number)) WITHOUT ROWID"
        )
        found = iter(found)
        while some := list(islice(found, AT_A_TIME)):
            sorter.executemany(
                "INSERT INTO held VALUES (?, ?, ?)", [(number, row.number, json.dumps(row)) for number, row in some]
            )
        in_order = sorter.execute("SELECT complaint, row FROM held ORDER BY complaint, number")
        for complaint, group in groupby(in_order, key=lambda held: held[0]):
            read = (Row(*json.loads(row)) for _complaint, row in group)
            if complaint:
                yield complaint, list(read)
            else:
                yield from (("", [row]) for row in read)
