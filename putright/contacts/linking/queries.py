"""Which cases a case is linked to, read from its log."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from putright.cases.models import Case, Event

KINDS = ("incident", "matter")  # words.LINKS says them


@dataclass(frozen=True)
class Linked:
    """A case linked to ours, and as what."""

    case: Case
    kind: str


def links(log: Iterable[Event]) -> dict[int, str]:
    """Case -> as what it is linked, for those that still are. The log is in order."""
    found: dict[int, str] = {}
    for event in log:
        if event.verb == "linked":
            found[int(event.facts["other"])] = str(event.facts["kind"])
        elif event.verb == "unlinked":
            found.pop(int(event.facts["other"]), None)
    return found


def of_case(case: Case) -> dict[int, str]:
    """The same, asking for those events only. One query."""
    return links(Event.objects.filter(case=case, verb__in=("linked", "unlinked")).order_by("seq"))


def shown(open_cases: QuerySet[Case], found: dict[int, str]) -> list[Linked]:
    """Of those, the ones open to whoever asks. A walled one is not there, and not counted. One query, or none."""
    if not found:
        return []
    cases = open_cases.filter(pk__in=found).select_related("complainant").order_by("received_at", "pk")
    return [Linked(case, found[case.pk]) for case in cases]
