"""Contact plans, and from how many contacts somebody counts as a frequent caller."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from .models import Often, Plan

# Ours until the office says otherwise. Essex published how many frequent callers there were a month, 30 to 40 and later 5,
# and never from how many contacts somebody was one: [recalled], to be checked.
RECALLED = 4


@dataclass(frozen=True)
class Definition:
    """`line` is who set it and when; None while it is still our own."""

    contacts: int
    line: Often | None = None


def standing() -> QuerySet[Plan]:
    """The plans in force: the newest line of each person, unless it says that the plan has ended."""
    newer = Plan.objects.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))
    return Plan.objects.filter(~Exists(newer), ended=False).select_related("person", "handler", "by")


def plans_of(people: Collection[int]) -> list[Plan]:
    """The plans in force of these people, the newest first: one query."""
    return list(standing().filter(person__in=people).order_by("-pk")) if people else []


def history(people: Collection[int]) -> list[Plan]:
    """Every line of these people's plans, the newest first: one query."""
    return list(Plan.objects.filter(person__in=people).select_related("handler", "by").order_by("-pk"))


def to_review(on: date) -> QuerySet[Plan]:
    """Plans whose review is due by that day, the longest overdue first."""
    return standing().filter(review_on__lte=on).order_by("review_on", "pk")


def often(on: date) -> Definition:
    """The definition in force on a day: the newest of those that had begun by then. One query."""
    line = Often.objects.filter(since__lte=on).select_related("by").order_by("-since", "-pk").first()
    return Definition(line.contacts, line) if line else Definition(RECALLED)


def often_lines() -> list[Often]:
    return list(Often.objects.select_related("by").order_by("-pk"))
