"""What a person can do to a list. Each is one transaction, holds the list, and writes the list's history."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Max

from putright.people.gates import check
from putright.people.models import Handler
from putright.people.queries import NoOffice, office

from . import queries, rules
from .history import write
from .models import Code, CodeList, Draft
from .queries import How, Plan
from .refusals import ChangedMeanwhile
from .rules import Row, Step
from .seeds import column, ensure

KEPT = timedelta(days=1)  # how long a file waits for the second press


@dataclass(frozen=True)
class Asked:
    """Which list is to change, why, the version that was looked at (None: whatever it is now), and the file it comes from."""

    which: str
    why: str = ""
    version: int | None = None
    draft: Draft | None = None


@transaction.atomic
def add(asked: Asked, new: Row, *, by: Handler, at: datetime) -> None:
    """Begin a code, or a further row of one that has ended. Refuses by role, and NotChanged (rules.problems)."""
    check(by, "codes.change")
    _write(asked, partial(rules.add, new=new), by=by, at=at)


@transaction.atomic
def end(asked: Asked, code: str, until: date, *, by: Handler, at: datetime) -> None:
    """End a code with that day. Old cases keep it, and can still be read.

    Refuses by role; a code not in force that day; a day before one on which it was used; one that others belong to."""
    check(by, "codes.change")
    _write(asked, partial(rules.end, code=code, until=until), by=by, at=at)


@transaction.atomic
def rename(asked: Asked, code: str, names: tuple[str, str], since: date, *, by: Handler, at: datetime) -> None:
    """Give a code other names (English, Welsh) from a day on. What was chosen before keeps the names it had.

    Refuses by role; a code not in force that day; a day on or before one on which it was used; names it has already."""
    check(by, "codes.change")
    _write(asked, partial(rules.rename, code=code, new=names, since=since), by=by, at=at)


@transaction.atomic
def load(asked: Asked, rows: list[Row], *, by: Handler, at: datetime) -> Plan:
    """Take a whole file, or none of it. A row that is not in the file stays as it is.

    Refuses by role, and NotChanged with every problem: a row rewritten or opened again, and all that `add` and `end` refuse."""
    check(by, "codes.change")
    made = _write(asked, queries.merging(asked.which, rows), by=by, at=at)
    if asked.draft:
        asked.draft.delete()
    return made


@transaction.atomic
def keep(which: str, name: str, content: bytes, *, by: Handler, at: datetime) -> Draft:
    """Keep a file somebody gave, so that it is given once: shown first, loaded with the second press. Changes no list.

    Files older than a day are forgotten. Refuses by role."""
    check(by, "codes.change")
    Draft.objects.filter(at__lt=at - KEPT).delete()
    return Draft.objects.create(key=secrets.token_urlsafe(32), which=which, name=name[:200], content=content, by=by, at=at)


def _write(asked: Asked, how: How, *, by: Handler, at: datetime) -> Plan:
    """Make the change that was asked for, with the list held, and write its history."""
    listed = _held(asked.which, at)
    if asked.version is not None and listed.version != asked.version:
        raise ChangedMeanwhile
    made = queries.plan(asked.which, how)
    for step in made.steps:
        _make(asked.which, step, by, at)
    CodeList.objects.filter(pk=listed.pk).update(version=listed.version + 1)
    done = [(step.verb, row) for step in made.steps if (row := step.new or step.old)]
    write(asked.which, done, asked.why, by=by, at=at)
    return made


def _held(which: str, at: datetime) -> CodeList:
    """The list's own row, held to the end of the transaction; its first rows are put in if it has none."""
    listed, _new = CodeList.objects.get_or_create(slug=which)
    listed = CodeList.objects.select_for_update().get(pk=listed.pk)
    if not Code.objects.filter(which=which).exists():
        try:
            ensure(office(), at, only=(which,))
        except NoOffice:
            ensure(None, at, only=(which,))
    return listed


def _make(which: str, step: Step, by: Handler, at: datetime) -> None:
    """End the old row, begin the new one. A row that follows another stands in its place; any other comes last."""
    rows = Code.objects.filter(which=which)
    if step.old:
        ending = rows.filter(code=step.old.code, since=step.old.since)
        ending.update(until=step.old.until, changed_by=by, changed_at=at)
    if step.new:
        before = rows.filter(code=step.new.code).values_list("place", flat=True).first()
        place = (rows.aggregate(last=Max("place"))["last"] or 0) + 1 if before is None else before
        column(which, step.new, place, by, at).save()
