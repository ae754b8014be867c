"""Loading a file of complaints: a transaction for each few hundred of them, so that a cut loses nothing that was counted."""

from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO

from django.db import IntegrityError, transaction

from putright.cases.log import write_first
from putright.people.gates import check
from putright.people.models import Handler

from .files import make_files
from .mapping import Complaint, Layout
from .models import Import, ImportProblem
from .queries import Count, batches, known_of

Told = Callable[[Count], object]


def load(
    file: BinaryIO, layout: Layout, name: str, *, by: Handler | None, at: datetime, told: Told | None = None
) -> Import:
    """Load every complaint of the file that is not here yet: its case, its contact, its allegations, its log, its words.

    Lists every row that could not be taken, or was taken with something left out, whole and with its reason.
    Refuses by role, and Nothing, NotText, NotUtf8 and OtherLayout before anything is written. `by` is None for a load
    from the command line. Law: what is brought in keeps its own dates; nothing in it starts a promise of ours."""
    if by is not None:
        check(by, "imports.load")
    count, made = Count(), None
    for batch in batches(file, layout, at):
        if made is None:
            made = Import.objects.create(name=name[:200], source=layout.slug, started_at=at, by=by)
        known = _written(batch, made, layout, at)
        count.add(batch, known)
        Import.objects.filter(pk=made.pk).update(rows=count.rows, loaded=count.loaded, already=count.already)
        if told:
            told(count)
    made = made or Import.objects.create(name=name[:200], source=layout.slug, started_at=at, by=by)
    Import.objects.filter(pk=made.pk).update(finished_at=at)
    made.refresh_from_db()
    return made


def _written(batch: list[Complaint], made: Import, layout: Layout, at: datetime) -> set[str]:
    """Write one batch; tried again once, for when somebody else was loading the same file. Says what was here already."""
    try:
        return _write(batch, made, layout, at)
    except IntegrityError:
        return _write(batch, made, layout, at)


@transaction.atomic
def _write(batch: list[Complaint], made: Import, layout: Layout, at: datetime) -> set[str]:
    known = known_of(layout, batch)
    new = [one for one in batch if one.number not in known]
    ImportProblem.objects.bulk_create(
        ImportProblem(
            load=made, row_number=wrong.row.number, row=wrong.row.cells, reason=wrong.reason, loaded_anyway=wrong.loaded
        )
        for one in new
        for wrong in one.wrong
    )
    write_first(make_files([one for one in new if one.received], made, layout, at=at))
    return known
