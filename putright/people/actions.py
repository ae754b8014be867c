"""Writing down who somebody is, who is the same person, and what was agreed with them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of

from . import households, plans, same
from .alike import compare
from .gates import check
from .keys import keys
from .models import Handler, Household, Officer, Often, Person, Plan, Representation, Sameness, SearchKey
from .queries import known
from .refusals import AlreadyOne, NoAddress, NoPlan, NotOne, ReviewPassed, SayWhy, TooFew
from .rules import fold, phone_key, postcode_key

FEWEST = 2
DETAILS = frozenset(
    {"name", "anonymous", "language", "email", "phone", "address", "postcode", "prefers", "safe_contact", "adjustments",
     "at_risk", "born_on"}
)  # fmt: skip


def note_person(details: dict[str, object], *, at: datetime, person: Person | None = None) -> Person:
    """Write down a person, or what has changed about one. Anonymous people keep nothing that could identify them.

    Refuses (TypeError) a detail that is not one of DETAILS. Changes no case: the caller's action writes the event."""
    if unknown := details.keys() - DETAILS:
        raise TypeError(f"Not details of a person: {sorted(unknown)}")
    is_new = person is None
    person = person or Person(made_at=at)
    for field, value in details.items():
        setattr(person, field, value)
    if person.anonymous:
        person.name = person.email = person.phone = person.address = person.postcode = ""
        person.born_on = None
    person.name_key = fold(person.name)[:200]
    person.phone_key = phone_key(person.phone)
    person.postcode_key = postcode_key(person.postcode)
    with transaction.atomic(savepoint=False):
        person.save()
        _index(person, is_new=is_new)
    return person


def _index(person: Person, *, is_new: bool) -> None:
    """What the person can be found by, as they are written down now."""
    if not is_new:
        SearchKey.objects.filter(person=person).delete()
    SearchKey.objects.bulk_create([SearchKey(key=key, person=person) for key in sorted(keys(known(person)))])


def note_officer(**details: object) -> Officer:
    """Write down who is complained of, as far as it is known. Empty means not identified (CMR 2020 reg 43)."""
    officer = Officer(**details)
    officer.name_key = fold(officer.name)[:200]
    officer.save()
    return officer


@transaction.atomic(savepoint=False)
def represent(
    person: Person, representative: dict[str, object], capacity: str = "", *, by: Handler | None, at: datetime
) -> Representation:
    """Write down who speaks for a person. Their written consent is not yet seen: it must be able to be produced.

    Law: PRA 2002 s.12(6)(b). Changes no case: the caller's action writes the event."""
    speaker = note_person(representative, at=at)
    return Representation.objects.create(person=person, representative=speaker, capacity=capacity[:100])


@transaction.atomic
def merge(one: Person, other: Person, why: str, *, by: Handler, at: datetime) -> Sameness:
    """Say that these two are one person. One line is written and nothing else: no case, contact, name or number changes hands,
    and nobody reaches a case they did not reach before.

    Refuses AlreadyOne, SayWhy, NotAllowed by role."""
    check(by, "people.merge")
    if one.pk == other.pk or other.pk in _held(one, other):
        raise AlreadyOne
    return _say(Sameness.SAME, one, other, why, by=by, at=at)


@transaction.atomic
def part(one: Person, other: Person, why: str, *, by: Handler, at: datetime) -> Sameness:
    """Take back that these two are one person: both are as they were, and whatever was written since stays where it was
    written. Refuses NotOne for two whom nobody joined with each other, SayWhy, NotAllowed by role."""
    check(by, "people.merge")
    _held(one, other)
    if frozenset((one.pk, other.pk)) not in same.standing(same.lines_between([one.pk], [other.pk])):
        raise NotOne
    return _say(Sameness.PARTED, one, other, why, by=by, at=at)


@transaction.atomic
def keep_two(one: Person, other: Person, why: str, *, by: Handler, at: datetime) -> Sameness:
    """Say that these are two people, so that they are not suggested again. Refuses AlreadyOne while they are joined (part
    them), SayWhy, NotAllowed by role."""
    check(by, "people.merge")
    if one.pk == other.pk or other.pk in _held(one, other):
        raise AlreadyOne
    return _say(Sameness.TWO, one, other, why, by=by, at=at)


def _held(one: Person, other: Person) -> frozenset[int]:
    """Everybody who is one with the first, read once nobody else can join or part any of them."""
    everybody = frozenset[int]().union(*same.together([one.pk, other.pk]).values())
    list(Person.objects.select_for_update(no_key=True).filter(pk__in=everybody).order_by("pk").values_list("pk"))
    return same.together([one.pk])[one.pk]


def _say(said: str, one: Person, other: Person, why: str, *, by: Handler, at: datetime) -> Sameness:
    if not why.strip():
        raise SayWhy
    first, second = sorted((one, other), key=lambda person: person.pk)
    rules = [found.rule.id for found in compare(known(one), known(other)).found]
    return Sameness.objects.create(
        first=first, second=second, said=said, why=" ".join(why.split())[:500], rules=rules, at=at, by=by
    )


@transaction.atomic
def note_household(person: Person, language: str, *, by: Handler, at: datetime) -> Household:
    """Write down which language everybody at this person's address wants (Welsh language standard 3); empty takes it back.

    Refuses NoAddress. Changes no case: the caller's action checks and writes the event."""
    if not (where := households.place(person)):
        raise NoAddress
    return Household.objects.create(place=where, language=language, at=at, by=by)


@dataclass(frozen=True)
class Agreed:
    """What a contact plan says: in plain words, who the person speaks with, when it is looked at again, what helps."""

    words: str
    handler: Handler | None
    review_on: date
    adjustments: str = ""


@transaction.atomic
def agree_plan(person: Person, agreed: Agreed, *, by: Handler, at: datetime) -> Plan:
    """Write down a contact plan, or a new one in place of the old, which stays in the history. It never shuts the door: every
    contact of theirs is received as anybody's is.

    Refuses SayWhy (nothing agreed), ReviewPassed, NotAllowed by role."""
    check(by, "people.plan")
    if not agreed.words.strip():
        raise SayWhy
    if agreed.review_on <= day_of(at):
        raise ReviewPassed
    return Plan.objects.create(
        person=person, handler=agreed.handler, review_on=agreed.review_on, agreed=agreed.words, at=at, by=by,
        adjustments=agreed.adjustments,
    )  # fmt: skip


@transaction.atomic
def end_plan(person: Person, why: str, *, by: Handler, at: datetime) -> Plan:
    """End a contact plan, and say why. Refuses NoPlan, SayWhy, NotAllowed by role."""
    check(by, "people.plan")
    if not plans.plans_of([person.pk]):
        raise NoPlan
    if not why.strip():
        raise SayWhy
    return Plan.objects.create(person=person, agreed=why, ended=True, at=at, by=by)


@transaction.atomic
def tell_apart(person: Person, born_on: date | None, *, by: Handler, at: datetime) -> Person:
    """Write down a date of birth somebody gave, so that they are told from somebody of the same name; or take it out again.

    Refuses NotAllowed by role. Somebody anonymous keeps none (note_person)."""
    check(by, "people.tell_apart")
    return note_person({"born_on": born_on}, at=at, person=person)


@transaction.atomic
def define_often(contacts: int, since: date, why: str, *, by: Handler, at: datetime) -> Often:
    """Say from how many contacts in a calendar month somebody counts as a frequent caller, from a day on.

    Refuses TooFew, SayWhy, NotAllowed by role. Months before that day keep the definition they had."""
    check(by, "people.define")
    if contacts < FEWEST:
        raise TooFew
    if not why.strip():
        raise SayWhy
    return Often.objects.create(contacts=contacts, since=since, why=why[:200], at=at, by=by)
