"""What is brought in may be here already, by another door: suggested, and never merged by itself."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import QuerySet

from putright.cases.models import Case
from putright.contacts.models import Contact

from .models import Import, Twin

NEAR = timedelta(days=14)
ENOUGH = 3  # suggestions for one entry; more would say nothing


def suggest_twins(cases: list[Case], made: Import) -> None:
    """Write down contacts from elsewhere with the same crime number, or of somebody of the same name who has the same
    number or postcode and was in touch within two weeks. At most three queries, however many cases."""
    brought = list(Contact.objects.filter(case__in=cases).select_related("person"))
    found = [*_same_number(brought, made), *_same_person(brought, made)]
    pairs: dict[tuple[int, int], Twin] = {}
    for one in found:
        pairs.setdefault((one.brought_id, one.other_id), one)
    Twin.objects.bulk_create(pairs.values())


def _others(made: Import) -> QuerySet[Contact]:
    return Contact.objects.exclude(source=made.source)


def _same_number(brought: list[Contact], made: Import) -> list[Twin]:
    told = {one.crime_reference.strip().casefold(): one for one in brought if len(one.crime_reference.strip()) > 4}
    if not told:
        return []
    written = {one.crime_reference for one in told.values()}
    others = _others(made).filter(crime_reference__in=written)[:500]
    return [
        Twin(load=made, brought=told[one.crime_reference.strip().casefold()], other=one, because="number")
        for one in others
    ]


def _same_person(brought: list[Contact], made: Import) -> list[Twin]:
    named = [
        one
        for one in brought
        if one.person and one.person.name_key and (one.person.phone_key or one.person.postcode_key)
    ]
    if not named:
        return []
    days = [one.received_at for one in named]
    others = _others(made).filter(
        person__name_key__in={one.person.name_key for one in named}, received_at__range=(min(days) - NEAR, max(days) + NEAR)
    ).select_related("person")  # fmt: skip
    by_name: dict[str, list[Contact]] = defaultdict(list)
    for one in others[:2000]:
        by_name[one.person.name_key].append(one)
    return [
        Twin(load=made, brought=one, other=other, because="person")
        for one in named
        for other in [other for other in by_name[one.person.name_key] if _is_near(one, other)][:ENOUGH]
    ]


def _is_near(one: Contact, other: Contact) -> bool:
    first, second = one.person, other.person
    same = {(first.phone_key, 1), (first.postcode_key, 2)} & {(second.phone_key, 1), (second.postcode_key, 2)}
    return bool({key for key, _kind in same if key}) and abs(one.received_at - other.received_at) <= NEAR
