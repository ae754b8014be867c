"""Questions about contacts and the people who made them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpRequest

from putright.cases import stages
from putright.cases.models import Case
from putright.people.alike import Known as Likened
from putright.people.alike import compare
from putright.people.models import Person, Plan
from putright.people.plans import plans_of
from putright.people.protect import Protection
from putright.people.queries import known
from putright.people.rules import fold, phone_key, postcode_key
from putright.people.same import candidates, protections

from .entry.rules import figures, read_who
from .models import Contact

SHOWN = 6
NAMED = 7  # points of people.alike from which a name typed may be somebody's: both parts, each in some form
SHORTEST = 3  # letters typed before we look: fewer would list half the county


@dataclass(frozen=True)
class Known:
    """Somebody who was in touch before: how often, and the cases of theirs that are still going on."""

    person: Person
    contacts: int
    going: list[Case]
    kept: Protection = Protection()
    plan: Plan | None = None
    last_case: int | None = None  # the newest they were in touch about, going on or not


def for_case(case: Case) -> QuerySet[Contact]:
    """The contacts of a case, the first one first."""
    found = Contact.objects.filter(case=case).select_related("person", "by", "told_by", "came_of__by")
    return found.order_by("received_at", "pk")


def told_once(request: HttpRequest, case: Case) -> list[Contact]:
    """The same, asked for once in a request however many panels read them."""
    kept: dict[int, list[Contact]] = request.__dict__.setdefault("case_contacts", {})
    if case.pk not in kept:
        kept[case.pk] = list(for_case(case))
    return kept[case.pk]


def by_key(key: UUID, open_cases: QuerySet[Case]) -> Contact | None:
    """The contact a form with that key has made, if it is open to whoever asks."""
    return Contact.objects.select_related("case").filter(key=key, case__in=open_cases).first()


def to_look_over(open_cases: QuerySet[Case]) -> list[Contact]:
    """What others settled there and then and nobody of the team has looked over, oldest first: one query, fifty rows."""
    waiting = Contact.objects.filter(to_look_over=True, case__in=open_cases)
    waiting = waiting.select_related("case", "person", "by__team", "told_by__team")
    return list(waiting.order_by("received_at", "pk")[:50])


def look_up(open_cases: QuerySet[Case], text: str, *, chosen: int | None = None) -> list[Known]:
    """People who may be the one typed: by name in any order, telephone number or postcode, accents and spaces aside; then by
    another form or spelling of the name.
    The one already chosen stays at the top, whatever is typed after.

    Only people with a case that is open to whoever asks, so a wall hides the person too. Eight queries at most."""
    like = _like(text) if len(fold(text)) >= SHORTEST else Q(pk=None)
    open_to = Person.objects.filter(pk__in=open_cases.values("complainant"))
    found = open_to.filter(like | Q(pk=chosen)).order_by("name_key", "pk")[: SHOWN + 1]
    people = sorted(found, key=lambda person: person.pk != chosen)
    if len(people) < SHOWN and len(fold(text)) >= SHORTEST:
        people += _spelt_otherwise(open_to, text, besides={person.pk for person in people})
    return _known(open_cases, people[:SHOWN])


def _spelt_otherwise(open_to: QuerySet[Person], text: str, besides: set[int]) -> list[Person]:
    """Those whose name is another form or spelling of what was typed, or whose number or postcode is: the likeliest first."""
    typed = read_who(text)
    asked = Likened(typed.name, phone_key(typed.phone), postcode=postcode_key(typed.postcode))
    found = open_to.filter(pk__in=set(candidates(asked)) - besides)
    points = {person: compare(asked, known(person)).points for person in found}
    return sorted((person for person in points if points[person] >= NAMED), key=lambda person: (-points[person], person.pk))


def _known(open_cases: QuerySet[Case], people: Sequence[Person]) -> list[Known]:
    if not people:
        return []
    going: dict[int | None, list[Case]] = {}
    for case in (
        open_cases.filter(complainant__in=people).exclude(stage__in=stages.FINISHED).order_by("-received_at")[:50]
    ):
        going.setdefault(case.complainant_id, []).append(case)
    before = Contact.objects.filter(person__in=people, case__in=open_cases).order_by().values("person")
    told = before.annotate(number=Count("pk"), last=Max("case")).values_list("person", "number", "last")
    counts = {person: (number, last) for person, number, last in told}
    kept, plans = protections(people), {plan.person_id: plan for plan in reversed(plans_of([one.pk for one in people]))}
    return [
        Known(one, number, going.get(one.pk, [])[:3], kept[one.pk], plans.get(one.pk), last)
        for one in people
        for number, last in [counts.get(one.pk, (0, None))]
    ]


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
