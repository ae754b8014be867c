"""The layouts of a day, and what figures are set beside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from offices import Text, in_force
from offices.layouts import Layout
from offices.sources import SOURCES
from putright.people.queries import office

from . import rules
from .models import Beside, Draft, Version


class NoSuchLayout(LookupError):
    """No report is laid out so."""


def of(row: Draft | Version) -> Layout:
    return Layout(row.slug, Text(row.en, row.cy), rules.parts_of(row.parts), "office")


def layouts(on: date) -> tuple[Layout, ...]:
    """Those in force on that day, as the pack has them or as the office changed them. One query."""
    found = {one.slug: one for one in in_force(office().layouts, on)}
    for row in Version.objects.filter(since__lte=on).order_by("since", "pk"):
        found[row.slug] = of(row)
    return tuple(found.values())


def the(slug: str, on: date) -> Layout:
    """Raises NoSuchLayout."""
    found = next((one for one in layouts(on) if one.slug == slug), None)
    if found is None:
        raise NoSuchLayout(slug)
    return found


def draft(slug: str) -> Draft | None:
    return Draft.objects.select_related("by").filter(slug=slug).first()


def drafts() -> list[Draft]:
    return list(Draft.objects.select_related("by").order_by("slug"))


def versions(slug: str) -> list[Version]:
    """Every version of a layout, the newest first."""
    return list(Version.objects.filter(slug=slug).select_related("by").order_by("-since", "-pk"))


def being_changed(slug: str, on: date) -> Layout:
    """The draft, or what is in force where nobody changes it. Raises NoSuchLayout."""
    row = draft(slug)
    return of(row) if row else the(slug, on)


@dataclass(frozen=True)
class Set:
    """Something to set a figure beside. `row` is nothing for what the office's pack brings."""

    measure: str
    whose: str
    value: Decimal
    words: Text
    source: str
    since: date | None
    row: Beside | None = None


def beside(on: date, measures: Iterable[str] | None = None) -> list[Set]:
    """What holds on that day; of the pack first. One query."""
    wanted = None if measures is None else set(measures)
    found = [
        Set(one.measure, one.whose, one.value, one.words, one.cite or SOURCES[one.source], one.since)
        for one in in_force(office().targets, on)
    ]
    rows = Beside.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on).select_related("by").order_by("pk")
    found += [Set(one.measure, one.whose, one.value, Text(one.en, one.cy), one.source, one.since, one) for one in rows]
    return [one for one in found if wanted is None or one.measure in wanted]


def row_beside(pk: int) -> Beside | None:
    return Beside.objects.filter(pk=pk, until=None).first() if pk < 2**63 else None
