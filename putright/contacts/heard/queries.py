"""Counting how people came. Of contacts in open cases only: a page elsewhere, or a number one higher, may tell of a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet

from putright.cases.models import Case
from putright.codes.queries import code_list
from putright.codes.rules import Row

from ..models import Contact

MOST = 20  # pages elsewhere that are listed


@dataclass(frozen=True)
class Way:
    """One leaflet, card or link: how many people named it, and how many came by its short link."""

    row: Row
    said: int
    followed: int


def ways(open_cases: QuerySet[Case], on: date, since: datetime) -> list[Way]:
    """Every way in force that day, or used since then, in the list's order. Three queries."""
    listed = code_list("heard")
    said, followed = _counted(open_cases, "heard_from", since), _counted(open_cases, "came_by", since)
    codes = dict.fromkeys(row.code for row in listed.rows)
    rows = [row for code in codes if (row := listed.readable(code, on))]
    now = {row.code for row in listed.in_force(on)}
    return [
        Way(row, said.get(row.code, 0), followed.get(row.code, 0))
        for row in rows if row.code in now or row.code in said or row.code in followed
    ]  # fmt: skip


def pages(open_cases: QuerySet[Case], since: datetime) -> list[tuple[str, int]]:
    """The pages elsewhere that led people here, most first: one query."""
    return sorted(_counted(open_cases, "came_from", since).items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]


def _counted(open_cases: QuerySet[Case], field: str, since: datetime) -> Mapping[str, int]:
    found = Contact.objects.filter(received_at__gte=since, case__in=open_cases).exclude(**{field: ""})
    return dict(found.order_by().values_list(field).annotate(number=Count("pk")))
