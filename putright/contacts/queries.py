"""Questions about contacts and the people who made them."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from putright.cases import stages
from putright.cases.models import Case
from putright.people.models import Person
from putright.people.rules import fold, phone_key, postcode_key

from .models import Contact

SHOWN = 6
SHORTEST = 3  # letters typed before we look: fewer would list half the county


@dataclass(frozen=True)
class Known:
    """Somebody who was in touch before, and the cases of theirs that are still going on."""

    person: Person
    contacts: int
    going: list[Case]


def for_case(case: Case) -> QuerySet[Contact]:
    """The contacts of a case, the first one first."""
    return Contact.objects.filter(case=case).select_related("person", "by").order_by("received_at", "pk")


def look_up(open_cases: QuerySet[Case], text: str) -> list[Known]:
    """People who may be the one typed: by name in any order, telephone number or postcode, accents and spaces aside.

    Only people with a case that is open to whoever asks, so a wall hides the person too. Two queries."""
    if len(fold(text)) < SHORTEST:
        return []
    people = Person.objects.filter(_like(text), pk__in=open_cases.values("complainant")).order_by("name_key", "pk")[
        :SHOWN
    ]
    found = list(people)
    theirs = open_cases.filter(complainant__in=found).order_by("-received_at")[:200]
    cases: dict[int, list[Case]] = {}
    for case in theirs:
        cases.setdefault(case.complainant_id, []).append(case)
    return [_known(person, cases.get(person.pk, [])) for person in found]


def _known(person: Person, cases: list[Case]) -> Known:
    return Known(person, len(cases), [case for case in cases if case.stage not in stages.FINISHED][:3])


def _like(text: str) -> Q:
    matches = Q(pk=None)
    if number := phone_key(text):
        matches |= Q(phone_key=number)
    if any(letter.isdigit() for letter in text):
        matches |= Q(postcode_key=postcode_key(text))
    name = Q()
    for word in fold(text).split():
        name &= Q(name_key__contains=word)
    return matches | name
