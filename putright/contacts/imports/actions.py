"""Loading a file of complaints: a transaction for each few hundred of them, so that a cut loses nothing that was counted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from django.db import IntegrityError, transaction

from putright.people.gates import check
from putright.people.models import Handler

from ..models import Contact, Import, ImportProblem
from .files import write_files
from .mapping import Complaint, Layout, Wrong, complaint
from .reading import by_complaint, rows

BATCH = 500
SHOWN = 50


@dataclass
class Count:
    """How a load, or a look before one, came out."""

    rows: int = 0
    loaded: int = 0
    already: int = 0
    not_loaded: int = 0
    listed: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    first: list[Wrong] = field(default_factory=list)  # the first few rows listed, for a look before loading

    def add(self, batch: list[Complaint], known: set[str]) -> None:
        for one in batch:
            self.rows += len(one.rows)
            if one.number in known:
                self.already += 1
                continue
            self.loaded += one.received is not None
            self.not_loaded += one.received is None
            self.listed += len(one.wrong)
            self.first += one.wrong[: SHOWN - len(self.first)]
            for wrong in one.wrong:
                self.reasons[wrong.code] = self.reasons.get(wrong.code, 0) + 1


Told = Callable[[Count], object]


def look(file: BinaryIO, layout: Layout, *, by: Handler | None, at: datetime) -> Count:
    """What loading this file would do. Changes nothing. Refuses what `load` refuses."""
    if by is not None:
        check(by, "contacts.import")
    count = Count()
    for batch in _batches(file, layout, at):
        count.add(batch, _known(layout, batch))
    return count


def load(
    file: BinaryIO, layout: Layout, name: str, *, by: Handler | None, at: datetime, told: Told | None = None
) -> Import:
    """Load every complaint of the file that is not here yet: its case, its contact, its allegations, its log, its words.

    Lists every row that could not be taken, or was taken with something left out, whole and with its reason.
    Refuses by role, and Nothing, NotText, NotUtf8 and OtherLayout before anything is written. `by` is None for a load
    from the command line. Law: what is brought in keeps its own dates; nothing in it starts a promise of ours."""
    if by is not None:
        check(by, "contacts.import")
    count, made = Count(), None
    for batch in _batches(file, layout, at):
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


def _batches(file: BinaryIO, layout: Layout, at: datetime) -> Iterator[list[Complaint]]:
    groups = by_complaint(rows(file, layout.named()), str(layout.columns["complaint"]))
    read = (complaint(group, layout, today=at.date()) for group in groups)
    while batch := list(islice(read, BATCH)):
        yield batch


def _known(layout: Layout, batch: Iterable[Complaint]) -> set[str]:
    numbers = [one.number for one in batch if one.number]
    found = Contact.objects.filter(source=layout.slug, source_id__in=numbers)
    return set(found.values_list("source_id", flat=True))


def _written(batch: list[Complaint], made: Import, layout: Layout, at: datetime) -> set[str]:
    """Write one batch; tried again once, for when somebody else was loading the same file. Says what was here already."""
    try:
        return _write(batch, made, layout, at)
    except IntegrityError:
        return _write(batch, made, layout, at)


@transaction.atomic
def _write(batch: list[Complaint], made: Import, layout: Layout, at: datetime) -> set[str]:
    known = _known(layout, batch)
    new = [one for one in batch if one.number not in known]
    ImportProblem.objects.bulk_create(
        ImportProblem(
            load=made, row_number=wrong.row.number, row=wrong.row.cells, reason=wrong.reason, loaded_anyway=wrong.loaded
        )
        for one in new
        for wrong in one.wrong
    )
    write_files([one for one in new if one.received], made, layout, at=at)
    return known
