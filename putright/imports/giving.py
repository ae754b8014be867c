"""A file given once: looked through, kept while it is mapped and checked, forgotten in a day; and mappings remembered."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from putright.codes.queries import code_list
from putright.contacts.kinds.queries import KINDS
from putright.people.gates import check
from putright.people.models import Handler

from .columns import VALUES, Plan, folded, guesses, value_guess
from .days import DAY_FIRST, MONTH_FIRST, SURE, leaning
from .mapped import topics
from .models import Given, Remembered
from .queries import KEPT, plan_of
from .reading import Row
from .sheets import Table, table

SAMPLES, DISTINCT = 3, 60
CODED = (*VALUES, "allegation")


@transaction.atomic
def keep(name: str, content: bytes, *, by: Handler, at: datetime) -> Given:
    """Look a file through once and keep it, with what is in its columns and how it was, or probably is, mapped.

    Older ones are forgotten. Refuses by role, and what sheets.table refuses."""
    check(by, "imports.load")
    read = table(content)
    found = looked_through(read)
    Given.objects.filter(at__lt=at - KEPT).delete()
    before = Remembered.objects.filter(headings=headings(read.names)).first()
    plan = before.plan if before else first_plan(name, found)
    return Given.objects.create(key=uuid4(), name=name[:200], content=content, found=found, plan=plan, by=by, at=at)


def looked_through(read: Table) -> dict[str, Any]:
    """Once through the rows: how many, and of each column some examples, its few words if they are few, and how days lean."""
    samples: dict[str, list[str]] = {name: [] for name in read.names}
    words: dict[str, dict[str, str]] = {name: {} for name in read.names}
    leans: dict[str, set[str]] = {name: set() for name in read.names}
    rows = 0
    for row in read.rows:
        rows += 1
        _note(row, samples, words, leans)
    few = {name: sorted(found.values()) for name, found in words.items() if 0 < len(found) <= DISTINCT}
    return {
        "names": read.names, "rows": rows, "samples": samples, "words": few,
        "sheet": read.sheet, "letters": read.letters,
        "hidden": list(read.hidden), "others": list(read.others),
        "leans": {name: sorted(one - {""}) for name, one in leans.items()},
    }  # fmt: skip


def _note(
    row: Row, samples: dict[str, list[str]], words: dict[str, dict[str, str]], leans: dict[str, set[str]]
) -> None:
    for name, cell in row.cells.items():
        if not cell or name not in words:
            continue
        if len(samples[name]) < SAMPLES and cell[:60] not in samples[name]:
            samples[name].append(cell[:60])
        if len(words[name]) <= DISTINCT:
            words[name].setdefault(folded(cell)[:100], cell[:100])
        if len(cell) < 30:
            leans[name].add(leaning(cell))


def first_plan(name: str, found: Mapping[str, Any]) -> dict[str, object]:
    """What the headings and the cells suggest, for a person to change."""
    columns = guesses(found["names"])
    days = [column for column, meant in columns.items() if meant in ("received", "closed")]
    order = SURE if any(MONTH_FIRST in found["leans"][column] for column in days) else DAY_FIRST
    values = values_of(columns, found)
    return {"source": source_of(name), "columns": columns, "values": values, "order": order, "kind": "dissatisfaction"}


def values_of(columns: Mapping[str, str], found: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Their words and the code each probably is, for the columns whose words must become codes."""
    meant = {wanted: name for name, wanted in columns.items() if wanted in CODED}
    called = kinds_called() if "kind" in meant else {}
    return {
        wanted: {
            folded(word): value_guess(wanted, word) or (called.get(folded(word), "") if wanted == "kind" else "")
            for word in found["words"].get(name, [])
        }
        for wanted, name in meant.items()
    }


def kinds_called() -> dict[str, str]:
    """What the office's kinds are called, in both languages, folded, to their codes. One query."""
    listed = code_list(KINDS)
    may = topics(listed)
    return {folded(name): row.code for row in listed.rows if row.code in may for name in (row.en, row.cy)}


def source_of(name: str) -> str:
    """The name a log goes by here, from the name of its file: the same log again must have the same."""
    stem = name.rpartition(".")[0] or name
    return f"log-{'-'.join(word for word in folded(stem).split() if not word.isdigit())[:36] or 'old'}"


@transaction.atomic
def map_columns(given: Given, plan: Plan, *, by: Handler, at: datetime) -> None:
    """Keep what a person said of the columns; words that had a code keep it. Refuses by role."""
    check(by, "imports.load")
    before = plan_of(given).values
    values = values_of(dict(plan.columns), given.found)
    kept = {wanted: {**found, **{word: code for word, code in before.get(wanted, {}).items() if word in found and code}}
            for wanted, found in values.items()}  # fmt: skip
    given.plan = {**vars(plan), "values": kept}
    given.save(update_fields=["plan"])


@transaction.atomic
def map_values(given: Given, values: dict[str, dict[str, str]], *, by: Handler, at: datetime) -> None:
    """Keep what a person said their words mean. Refuses by role."""
    check(by, "imports.load")
    given.plan = {**given.plan, "values": values}
    given.save(update_fields=["plan"])


def remember(given: Given, *, by: Handler, at: datetime) -> None:
    """The mapping of this file is where the next one with the same headings begins."""
    said = {"plan": given.plan, "by": by, "at": at}
    Remembered.objects.update_or_create(headings=headings(given.found["names"]), defaults=said)


def headings(names: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(folded(name) for name in names).encode()).hexdigest()
