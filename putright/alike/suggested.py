"""Contacts of other cases that may be about the same thing: suggested on the case page, with the words that match."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from putright.cases.models import Case, ComplainedOf
from putright.contacts.models import Contact

from .rules import WITHIN, Held, Told, alike, kind_of

LOOKED_AT = 200
SHOWN = 5


@dataclass(frozen=True)
class Alike:
    """A case with a contact like one of ours: by which rules, and by which words."""

    case: Case
    contact: Contact
    held: tuple[Held, ...]

    @property
    def kind(self) -> str:
        return kind_of(self.held)


def suggested(open_cases: QuerySet[Case], case: Case, people: Collection[int], besides: Collection[int] = ()) -> list[Alike]:
    """Other open cases that may be the same matter or the same incident, the likeliest first. Three queries at most.

    `people` is everybody who is one with the complainant; `besides` are cases not to name: those linked already."""
    ours = list(Contact.objects.filter(case=case).order_by("received_at", "pk")[:LOOKED_AT])
    if not ours:
        return []
    found = _near(open_cases, ours, people).exclude(case__in=[case.pk, *besides])
    others = list(found.select_related("case__complainant").order_by("-received_at", "-pk")[:LOOKED_AT])
    if not others:
        return []
    named = _named({case.pk, *(one.case_id for one in others)})
    mine = [_told(one, people, named) for one in ours]
    best: dict[int, Alike] = {}
    for one in others:
        held = max((alike(told, _told(one, people, named)) for told in mine), key=len)
        if held and len(held) > len(best[one.case_id].held if one.case_id in best else ()):
            best[one.case_id] = Alike(one.case, one, held)
    return sorted(best.values(), key=lambda each: (-len(each.held), -each.contact.pk))[:SHOWN]


def _near(open_cases: QuerySet[Case], ours: list[Contact], people: Collection[int]) -> QuerySet[Contact]:
    """What could be like ours: from the same weeks, and by the same person, of the same day, or with the same number."""
    first, last = ours[0].received_at - WITHIN, ours[-1].received_at + WITHIN
    like = Q(person__in=people)
    if days := {one.happened_on for one in ours if one.happened_on}:
        like |= Q(happened_on__in=days)
    for reference in {one.crime_reference.strip() for one in ours if one.crime_reference.strip()}:
        like |= Q(crime_reference__iexact=reference)
    return Contact.objects.filter(like, received_at__gte=first, received_at__lte=last, case__in=open_cases)


def _named(cases: Iterable[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for pk, number, name in ComplainedOf.objects.filter(case__in=list(cases)).values_list(
        "case", "officer__collar_number", "officer__name"
    ):
        found[pk] |= {said for said in (number, name) if said}
    return found


def _told(one: Contact, people: Collection[int], named: dict[int, set[str]]) -> Told:
    person = "them" if one.person_id in people else one.person_id
    return Told(
        one.received_at, one.words, person, one.happened_on, one.place, one.about, one.crime_reference,
        frozenset(named.get(one.case_id, ())),
    )  # fmt: skip
