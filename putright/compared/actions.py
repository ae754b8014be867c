"""Keeping what another body says it has, and working it off. No case changes."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from putright.allocation.refusals import SayMore
from putright.allocation.words import BODIES
from putright.imports.sheets import table
from putright.people.gates import check
from putright.people.models import Handler

from . import comparing
from .models import Comparison, WorkedOff
from .refusals import NotABody, TooManyRows

MOST_ROWS = 20_000


@transaction.atomic
def compare(
    body: str, name: str, content: bytes, between: tuple[date, date], *, by: Handler, at: datetime
) -> Comparison:
    """Keep what another body's file says it has, to be compared with what we sent between those days, both included.

    Changes no case. Refuses by role, NotABody, TooManyRows, and what imports.sheets.table refuses."""
    check(by, "compared.reconcile")
    if body not in BODIES:
        raise NotABody
    found = table(content)
    rows = [[row.number, *(row.cells.get(heading, "") for heading in found.names)] for row in found.rows]
    if len(rows) > MOST_ROWS:
        raise TooManyRows(MOST_ROWS)
    return Comparison.objects.create(
        body=body, name=name[:200], since=between[0], until=between[1], headings=found.names, rows=rows,
        columns=comparing.guess(found.names), at=at, by=by,
    )  # fmt: skip


@transaction.atomic
def map_columns(comparison: Comparison, columns: Mapping[str, str], *, by: Handler, at: datetime) -> None:
    """Say which column of their file is which. Changes no case, only how the file is read. Refuses by role."""
    check(by, "compared.reconcile")
    kept = {ours: heading for ours, heading in columns.items() if heading in comparison.headings}
    Comparison.objects.filter(pk=comparison.pk).update(columns=kept)


@transaction.atomic
def work_off(comparison: Comparison, line: str, note: str, *, by: Handler, at: datetime) -> WorkedOff:
    """Write down how one line of a comparison was dealt with. Changes no case. Refuses by role, and SayMore for no words."""
    check(by, "compared.reconcile")
    if not note.strip():
        raise SayMore
    said = {"note": note.strip(), "at": at, "by": by}
    return WorkedOff.objects.update_or_create(comparison=comparison, line=line[:30], defaults=said)[0]
