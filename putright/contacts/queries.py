"""Questions about contacts and the people who made them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from putright.cases import stages
from putright.cases.models import Case
from putright.people.models import Person
from putright.people.rules import fold, phone_key, postcode_key

from .entry.rules import figures, read_who
from .models import Contact

SHOWN = 6
SHORTEST = 3  # letters typed before we look: fewer would list half the county


@dataclass(frozen=True)
class Known:
    """Somebody who was in touch before: how often, and the cases of theirs that are still going on."""

    person: Person
    contacts: int
    going: list[Case]


def for_case(case: Case) -> QuerySet[Contact]:
    """The contacts of a case, the first one first."""
    found = Contact.objects.filter(case=case).select_related("person", "by", "told_by", "came_of__by")
    return found.order_by("received_at", "pk")


def to_look_over(open_cases: QuerySet[Case]) -> list[Contact]:
    """What others settled there and then and nobody of the team has looked over, oldest first: one query, fifty rows."""
    waiting = Contact.objects.filter(to_look_over=True, case__in=open_cases)
    waiting = waiting.select_related("case", "person", "by__team", "told_by__team")
    return list(waiting.order_by("received_at", "pk")[:50])


def look_up(open_cases: QuerySet[Case], text: str, *, chosen: int | None = None) -> list[Known]:
    """People who may be the one typed: by name in any order, telephone number or postcode, accents and spaces aside.
    The one already chosen stays at the top, whatever is typed after.

    Only people with a case that is open to whoever asks, so a wall hides the person too. Three queries."""
    like = _like(text) if len(fold(text)) >= SHORTEST else Q(pk=None)
    theirs = Person.objects.filter(like | Q(pk=chosen), pk__in=open_cases.values("complainant"))
    people = sorted(theirs.order_by("name_key", "pk")[: SHOWN + 1], key=lambda person: person.pk != chosen)
    return _known(open_cases, people[:SHOWN])


def _known(open_cases: QuerySet[Case], people: Sequence[Person]) -> list[Known]:
    if not people:
        return []
    going: dict[int | None, list[Case]] = {}
    for case in (
        open_cases.filter(complainant__in=people).exclude(stage__in=stages.FINISHED).order_by("-received_at")[:50]
    ):
        going.setdefault(case.complainant_id, []).append(case)
    before = Contact.objects.filter(person__in=people, case__in=open_cases).order_by().values("person")
    counts = dict(before.annotate(number=Count("pk")).values_list("person", "number"))
    return [Known(person, counts.get(person.pk, 0), going.get(person.pk, [])[:3]) for person in people]


def _like(text: str) -> Q:
    """A whole number or postcode, part of a number, or every word of the name."""
    typed = read_who(text)
    matches = Q(pk=None)
    if number := phone_key(typed.phone):
        matches |= Q(phone_key=number)
    if typed.postcode:
        matches |= Q(postcode_key=postcode_key(typed.postcode))
    words = fold(typed.name).split()
    part = figures(typed.name)
    if len(part) > SHORTEST and all(word.isdecimal() for word in words):
        return matches | Q(phone_key__contains=part)
    name = Q()
    for word in words:
        name &= Q(name_key__contains=word)
    return matches | name if words else matches
