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


def told(open_cases: QuerySet[Case], log: Iterable[Event]) -> list[Event]:
    """A log without its lines about cases that are closed to whoever asks: that there is one, and why it was linked, is no
    more theirs than the case. One query, and none where nothing was linked."""
    log = list(log)
    others = {event.seq: int(event.facts["other"]) for event in log if event.verb in ("linked", "unlinked")}
    theirs = set(open_cases.filter(pk__in=others.values()).values_list("pk", flat=True)) if others else set()
    return [event for event in log if event.seq not in others or others[event.seq] in theirs]


def shown(open_cases: QuerySet[Case], found: dict[int, str]) -> list[Linked]:
    """Of those, the ones open to whoever asks. A walled one is not there, and not counted. One query, or none."""
    if not found:
        return []
    cases = open_cases.filter(pk__in=found).select_related("complainant").order_by("received_at", "pk")
    return [Linked(case, found[case.pk]) for case in cases]
