"""What a file would do, what was loaded, and what was listed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import BinaryIO
from uuid import UUID

from django.db.models import QuerySet

from putright.cases.models import Case
from putright.codes.queries import code_list
from putright.contacts.kinds.queries import KINDS
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.people.models import Handler

from .columns import Plan
from .mapped import Lists, entries
from .mapping import Complaint, Layout, Wrong, complaint
from .models import Given, Import, ImportProblem, Twin
from .reading import by_complaint, rows
from .sheets import table

BATCH = 500  # complaints in one transaction
PAGE = SHOWN = 50
KEPT = timedelta(days=1)


class NoSuchLoad(Exception):
    """There was no load of that number."""


@dataclass(frozen=True)
class Listed:
    """Some of the rows listed, in the order they were read, and where the next ones begin (0 at the end)."""

    rows: list[ImportProblem]
    after: int
    cases: list[Case]


def latest(limit: int = 20) -> list[Import]:
    return list(Import.objects.select_related("by").order_by("-pk")[:limit])


def one(number: int) -> Import:
    found = Import.objects.select_related("by").filter(pk=number).first()
    if found is None:
        raise NoSuchLoad(number)
    return found


def listed(load: Import, after: int, open_cases: QuerySet[Case]) -> Listed:
    """The next entries after that one. A row wrong in two ways is two entries.

    A row that was loaded all the same is part of a case, and shown to nobody for whom that case does not exist."""
    found = list(ImportProblem.objects.filter(load=load, pk__gt=after).order_by("pk")[: PAGE + 1])
    numbers = {row.pk: row.source_id for row in found[:PAGE] if row.loaded_anyway}
    theirs = Contact.objects.filter(source=load.source, source_id__in=numbers.values(), case__in=open_cases)
    cases = {contact.source_id: contact.case for contact in theirs.select_related("case")}
    shown = [row for row in found[:PAGE] if row.pk not in numbers or numbers[row.pk] in cases]
    return Listed(shown, found[PAGE - 1].pk if len(found) > PAGE else 0, list(cases.values()))


def how_many_listed(load: Import) -> int:
    return ImportProblem.objects.filter(load=load).count()


@dataclass
class Count:
    """How a load, or a look before one, came out."""

    rows: int = 0
    loaded: int = 0
    already: int = 0
    not_loaded: int = 0
    listed: int = 0
    rows_loaded: int = 0  # these three are all the rows there were: nothing is lost
    rows_already: int = 0
    rows_not_loaded: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    first: list[Wrong] = field(default_factory=list)  # the first few rows listed, for a look before loading

    def add(self, batch: list[Complaint], known: set[str]) -> None:
        for one in batch:
            self.rows += len(one.rows)
            if one.number in known:
                self.already += 1
                self.rows_already += len(one.rows)
                continue
            good = one.received is not None
            self.loaded += good
            self.not_loaded += not good
            self.rows_loaded += len(one.rows) * good
            self.rows_not_loaded += len(one.rows) * (not good)
            self.listed += len(one.wrong)
            self.first += one.wrong[: SHOWN - len(self.first)]
            for wrong in one.wrong:
                self.reasons[wrong.code] = self.reasons.get(wrong.code, 0) + 1


def look(file: BinaryIO, layout: Layout, *, at: datetime) -> Count:
    """What loading this file would do. Refuses what `load` refuses of the file."""
    count = Count()
    for batch in batches(file, layout, at):
        count.add(batch, known_of(layout.slug, batch))
    return count


def batches(file: BinaryIO, layout: Layout, at: datetime) -> Iterator[list[Complaint]]:
    groups = by_complaint(rows(file, layout.named()), str(layout.columns["complaint"]))
    listed = code_list("categories")
    read = (complaint(group, layout, today=at.date(), categories=listed) for group in groups)
    while batch := list(islice(read, BATCH)):
        yield batch


def look_mapped(given: Given, *, at: datetime) -> Count:
    """What loading a mapped file would do. Changes nothing."""
    count, plan = Count(), plan_of(given)
    for batch in mapped(given, at):
        count.add(batch, known_of(plan.source, batch))
    return count


def wrongs(given: Given, *, at: datetime) -> Iterator[Wrong]:
    """Everything wrong with a mapped file, all of it, for those that are not here yet."""
    plan = plan_of(given)
    for batch in mapped(given, at):
        known = known_of(plan.source, batch)
        yield from (wrong for one in batch if one.number not in known for wrong in one.wrong)


def mapped(given: Given, at: datetime) -> Iterator[list[Complaint]]:
    rows_of = table(bytes(given.content)).rows
    read = entries(rows_of, plan_of(given), Lists(code_list("categories"), code_list(KINDS)), today=day_of(at))
    while batch := list(islice(read, BATCH)):
        yield batch


def plan_of(given: Given) -> Plan:
    return Plan(**given.plan)


def given_to(by: Handler, key: UUID, *, at: datetime) -> Given:
    """The file that person gave. Refuses NoSuchLoad for another's, one forgotten, and one there never was."""
    found = Given.objects.filter(key=key, by=by, at__gte=at - KEPT).first()
    if found is None:
        raise NoSuchLoad(key)
    return found


def twins(load: Import, open_cases: QuerySet[Case]) -> list[Twin]:
    """Suggestions of a load, as far as both cases are open to whoever asks: one query, fifty of them."""
    found = Twin.objects.filter(load=load, brought__case__in=open_cases, other__case__in=open_cases)
    return list(found.select_related("brought__case", "other__case").order_by("pk")[:PAGE])


def known_of(source: str, batch: Iterable[Complaint]) -> set[str]:
    numbers = [one.number for one in batch if one.number]
    found = Contact.objects.filter(source=source, source_id__in=numbers)
    return set(found.values_list("source_id", flat=True))
