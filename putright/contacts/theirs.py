"""What people told us, by person: how often, by which door, in which cases. Everything here is asked among open cases only,
so a wall hides the contact, and a person all of whose cases are walled is not there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet

from putright.cases.models import Case

from .models import Contact

PAGE = 50
CASES = 20


@dataclass(frozen=True)
class Page:
    """Up to fifty contacts, the newest first, and where the next fifty begin (empty at the end)."""

    contacts: list[Contact]
    after: str


@dataclass(frozen=True)
class Door:
    """How many contacts came one way, and when the last did."""

    channel: str
    number: int
    last: datetime


def files(open_cases: QuerySet[Case], people: Collection[int]) -> dict[int, set[int]]:
    """Person -> the open cases that are theirs or that they made a contact in; nobody without one. One query."""
    found: dict[int, set[int]] = {}
    if not people:
        return found
    theirs = open_cases.filter(complainant__in=people).values_list("complainant", "pk")
    told = Contact.objects.filter(person__in=people, case__in=open_cases).order_by().values_list("person", "case")
    for person, case in theirs.union(told):
        found.setdefault(person, set()).add(case)
    return found


def of_people(open_cases: QuerySet[Case], people: Collection[int], *, after: str = "") -> Page:
    """Their contacts in open cases. One query, and a second for the next sheet's place only when it was given."""
    found = Contact.objects.filter(person__in=people, case__in=open_cases).select_related("case", "by", "person")
    if place := _read(after):
        found = found.filter(Q(received_at__lt=place[0]) | Q(received_at=place[0], pk__lt=place[1]))
    rows = list(found.order_by("-received_at", "-pk")[: PAGE + 1])
    shown = rows[:PAGE]
    return Page(shown, f"{shown[-1].received_at.isoformat()}~{shown[-1].pk}" if len(rows) > PAGE else "")


def doors(open_cases: QuerySet[Case], people: Collection[int]) -> list[Door]:
    """By which way they came, the most used first. One query."""
    found = Contact.objects.filter(person__in=people, case__in=open_cases).order_by().values("channel")
    counted = found.annotate(number=Count("pk"), last=Max("received_at"))
    rows = [Door(row["channel"], row["number"], row["last"]) for row in counted]
    return sorted(rows, key=lambda door: (-door.number, door.channel))


def cases_of(open_cases: QuerySet[Case], pks: Collection[int]) -> list[Case]:
    """Their newest cases. One query."""
    found = open_cases.filter(pk__in=pks).select_related("assigned_to", "team")
    return list(found.order_by("-received_at", "-pk")[:CASES])


def _read(after: str) -> tuple[datetime, int] | None:
    """A place in a list as it came from an address; None, the beginning, for anything that is not one."""
    moment, _, pk = after.partition("~")
    try:
        when, number = datetime.fromisoformat(moment), int(pk)
    except ValueError:
        return None
    return (when, number) if when.tzinfo and 0 <= number < 2**63 and 1900 < when.year < 9000 else None
