"""A pack as a CSV in Centurion's words (imports.vocabulary). No Django."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from putright.imports.sheets import safe
from putright.imports.vocabulary import Column, columns
from putright.law.calendar import day_of

ONE_OF_MANY = " | "
Pack = dict[str, Any]


def as_csv(made: Pack) -> str:
    """One row for each allegation, and one where there is none yet. Nothing in it is run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.heading for column in columns()])
    for row in rows(made):
        writer.writerow([safe(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def rows(made: Pack) -> Iterator[list[str]]:
    decisions = made["decisions"]
    for allegation in made["allegations"] or [{}]:
        officers = [_named(made["officers"][place - 1]) for place in allegation.get("officers", ())]
        values = {**made, "decision": decisions[-1] if decisions else {},
                  "allegation": {**allegation, "officers": officers}}  # fmt: skip
        yield [_cell(column, _at(values, column.path)) for column in columns()]


def _at(value: Any, path: str) -> Any:
    """What lies at `contacts.0.place`; nothing where there is none."""
    for step in path.split(".") if path else ("",):
        if isinstance(value, list):
            value = value[int(step)] if int(step) < len(value) else None
        elif isinstance(value, dict):
            value = value.get(step)
    return value


def _cell(column: Column, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ONE_OF_MANY.join(_word(one) for one in value)
    if column.path.endswith("_at"):
        return day_of(datetime.fromisoformat(value)).isoformat()
    if isinstance(value, bool):
        value = str(value).lower()
    return column.codes.get(str(value), str(value))


def _word(one: Any) -> str:
    return str(one["words"].get("en") or one["code"]) if isinstance(one, dict) else str(one)


def _named(officer: Pack) -> str:
    known = [officer["rank"], officer["name"], officer["collar_number"]]
    return " ".join(filter(None, known)) or ("The force" if officer["organisational"] else "Not identified")
