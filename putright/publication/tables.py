"""The table of a quarter, from the rows of its return. No database."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from putright.codes.csvs import safe
from putright.hiding import crossed, rules

LETTERS = "ABCDEFGHJKL"
SMALLEST, WIDTH = rules.SMALLEST, rules.SMALLEST - 1  # a hidden number could be any of more than so many
COLUMNS = ("under_schedule_3", "outside_schedule_3", "all")
HEADS = ("category_code", "category", "handling", "allegations", "hidden")


def made(
    cases: Sequence[Mapping[str, str]], allegations: Sequence[Mapping[str, str]], names: Mapping[str, str]
) -> list[list[Any]]:
    """A row for each category and one of totals; None where the number is hidden."""
    under = {row["reference"]: row["under_schedule_3"] == "yes" for row in cases}
    counted = Counter((row["category"], under[row["reference"]]) for row in allegations)
    cells = crossed.with_totals([[counted[letter, True], counted[letter, False]] for letter in LETTERS])
    away = crossed.hidden(cells, SMALLEST, WIDTH)
    labels = [*((letter, names.get(letter, letter)) for letter in LETTERS), ("", "All categories")]
    shown = [[None if (i, j) in away else cells[i, j] for j in range(3)] for i in range(len(labels))]
    return [[*label, *row] for label, row in zip(labels, shown, strict=True)]


def as_csv(rows: Sequence[Sequence[Any]]) -> str:
    """One number a line, English, as the description says. Safe to open in a spreadsheet: an office may rename a category."""
    paper = io.StringIO()
    writer = csv.writer(paper)
    writer.writerow(HEADS)
    for code, name, *numbers in rows:
        for column, number in zip(COLUMNS, numbers, strict=True):
            writer.writerow([code, safe(name), column, "" if number is None else number, "yes" if number is None else "no"])
    return paper.getvalue()


def described(address: str, title: str, smallest: int, width: int) -> dict[str, Any]:
    """CSV on the Web: what the file is and what each column means."""
    types = dict.fromkeys(HEADS, "string") | {"allegations": "nonNegativeInteger"}
    notes = {
        "category_code": "Letter of the IOPC category; recalled: key on the name until it is checked. Empty for all together.",
        "category": "Name of the IOPC category.",
        "handling": "Whether the complaint was recorded under Schedule 3 to the Police Reform Act 2002.",
        "allegations": f"Number of allegations. Empty where hidden: from 1 to {smallest - 1}, or hidden so that no other number "
        f"can be worked out. Each hidden number could be any of more than {width}.",
        "hidden": "yes where the number is not published.",
    }  # fmt: skip
    columns = [{"name": head, "titles": head, "datatype": types[head], "dc:description": notes[head]} for head in HEADS]
    return {
        "@context": "http://www.w3.org/ns/csvw", "url": address, "dc:title": title,
        "tableSchema": {"columns": columns, "primaryKey": ["category_code", "handling"]},
    }  # fmt: skip
