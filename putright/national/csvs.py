"""The return as CSV in the published vocabulary, and reading a table of figures that was published back."""

import csv
import io
from collections.abc import Iterable, Mapping

from putright.codes.csvs import safe

from .figures import MEASURES
from .models import Return

LONGEST = 40  # characters of a figure


def written(rows: Iterable[Mapping[str, str]]) -> str:
    """A byte order mark first, so that spreadsheets read Welsh letters right. Safe to open in one."""
    listed = list(rows)
    paper = io.StringIO()
    writer = csv.writer(paper)
    if listed:
        writer.writerow(listed[0])
        writer.writerows([safe(value) for value in row.values()] for row in listed)
    return f"\ufeff{paper.getvalue()}"


def notes(of: Return) -> str:
    """What goes with the rows: from when they are, their fingerprint, who signed, and what is known from memory only."""
    lines = [
        ("quarter", f"{of.year}/{of.quarter}"), ("prepared", of.at.isoformat()), ("prepared by", of.by.name),
        ("signed", of.signature.at.isoformat()), ("signed by", of.signature.by.name),
        ("missing fields", str(of.missing)), ("why signed all the same", of.signature.missing_why),
        ("fingerprint of all rows (SHA-256)", of.fingerprint),
        *(("recalled, check before relying on it", one) for one in of.rows["recalled"]),
    ]  # fmt: skip
    return written({"note": name, "value": value} for name, value in lines)


def read(content: bytes, measure: str, value: str) -> tuple[dict[str, str], list[str]]:
    """Our measure -> their figure, from the two columns named; and the rows that name no measure of ours, or say no figure.
    Nothing at all of what is no such file."""
    text = content.decode("utf-8-sig", errors="replace").replace("\0", "")
    found: dict[str, str] = {}
    unread: list[str] = []
    try:
        for row in csv.DictReader(io.StringIO(text)):
            name, figure = (row.get(measure) or "").strip(), (row.get(value) or "").strip()
            if name in MEASURES and figure and len(figure) <= LONGEST:
                found[name] = figure
            elif name:
                unread.append(name[:100])
    except csv.Error:  # a cell longer than any figure or name: a quote that nobody closed, or no table
        return {}, []
    return found, unread
