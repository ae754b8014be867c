"""Loading a file of complaints: a transaction for each few hundred of them, so that a cut loses nothing that was counted."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import BinaryIO

from django.db import IntegrityError, transaction

from putright.cases.log import write_first
from putright.people.gates import check
from putright.people.models import Handler

from .files import make_files
from .giving import remember
from .mapping import Complaint, Layout
from .models import Given, Import, ImportProblem
from .queries import Count, batches, known_of, mapped, plan_of
from .twins import suggest_twins

COUNTED = ("rows", "loaded", "already", "not_loaded", "rows_loaded", "rows_already", "rows_not_loaded")
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
    return _loaded(batches(file, layout, at), Import(name=name[:200], source=layout.slug, started_at=at, by=by), told)


def load_mapped(given: Given, *, by: Handler, at: datetime, told: Told | None = None) -> Import:
    """Load a file that was mapped: as `load`, with the same lists. The mapping is remembered for files with its headings.

    Refuses by role. Nothing of it that looks like a contact from elsewhere is merged: it is suggested (Twin)."""
    check(by, "imports.load")
    remember(given, by=by, at=at)
    made = Import(name=given.name, source=plan_of(given).source, started_at=at, by=by)
    return _loaded(mapped(given, at), made, told)


def _loaded(found: Iterable[list[Complaint]], made: Import, told: Told | None) -> Import:
    """Batch by batch, each kept before the next is read."""
    count, at = Count(), made.started_at
    for batch in found:
        if made.pk is None:
            made.save()
        known = _written(batch, made, at)
        count.add(batch, known)
        Import.objects.filter(pk=made.pk).update(**{name: getattr(count, name) for name in COUNTED})
        if told:
            told(count)
    if made.pk is None:
        made.save()
    Import.objects.filter(pk=made.pk).update(finished_at=at)
    made.refresh_from_db()
    return made


def _written(batch: list[Complaint], made: Import, at: datetime) -> set[str]:
    """Write one batch; tried again once, for when somebody else was loading the same file. Says what was here already."""
    try:
        return _write(batch, made, at)
    except IntegrityError:
        return _write(batch, made, at)


@transaction.atomic
def _write(batch: list[Complaint], made: Import, at: datetime) -> set[str]:
    known = known_of(made.source, batch)
    new = [one for one in batch if one.number not in known]
    ImportProblem.objects.bulk_create(
        ImportProblem(
            load=made,
            row_number=wrong.row.number,
            row=wrong.row.cells,
            reason=wrong.reason,
            loaded_anyway=wrong.loaded,
            column=wrong.column[:100],
            source_id=one.number,
        )
        for one in new
        for wrong in one.wrong
    )
    files = make_files([one for one in new if one.received], made, made.source, at=at)
    write_first(files)
    suggest_twins([case for case, _lines in files], made)
    return known
