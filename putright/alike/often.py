"""Frequent callers of a month: whoever was in touch at least so many times, counted as one person where somebody said so."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, QuerySet

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.same import all_together


@dataclass(frozen=True)
class Caller:
    """One person, under every number they are written down by, and what they did in the month."""

    people: frozenset[int]
    contacts: int
    last_at: datetime
    last_case: int


def callers(start: datetime, end: datetime, fewest: int, open_cases: QuerySet[Case] | None = None) -> list[Caller]:
    """Who had at least `fewest` contacts received from `start` until before `end`, the most first. Two queries.

    With `open_cases` only contacts in those cases count, so that nobody learns of a contact they may not see by a number that
    is one too high. Without, all count: for a figure, never for a list of names."""
    told = Contact.objects.filter(received_at__gte=start, received_at__lt=end).exclude(person=None)
    if open_cases is not None:
        told = told.filter(case__in=open_cases)
    counted = told.order_by().values("person").annotate(number=Count("pk"), last=Max("received_at"), file=Max("case"))
    whole = all_together()
    joined: dict[frozenset[int], list[Mapping[str, Any]]] = defaultdict(list)
    for row in counted:
        joined[whole.get(row["person"], frozenset({row["person"]}))].append(row)
    found = [_caller(people, rows) for people, rows in joined.items()]
    return sorted((one for one in found if one.contacts >= fewest), key=lambda one: (-one.contacts, min(one.people)))


def _caller(people: frozenset[int], rows: list[Mapping[str, Any]]) -> Caller:
    newest = max(rows, key=lambda row: (row["last"], row["person"]))
    return Caller(people, sum(row["number"] for row in rows), newest["last"], newest["file"])
