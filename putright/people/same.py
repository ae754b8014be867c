"""Who may be the same person, and who was said to be. No row is ever rewritten for it: who is one person is worked out from
the lines that stand when it is asked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q
from django.http import HttpRequest

from .alike import Known, Likeness, compare
from .keys import WEIGHTS, keys
from .models import Person, Sameness
from .protect import Protection, most_protective
from .queries import known

EACH = 200  # people looked at for one key, the newest: a number that a whole hostel shares must not slow the search
COMPARED = 60  # people compared in full
SHOWN = 5
# A part for each key, bounded by itself; the index on (key, person) answers it alone.
PART = (
    "SELECT * FROM (SELECT person_id, CAST(%s AS integer) AS weight FROM people_searchkey WHERE key = %s "
    "ORDER BY person_id DESC LIMIT %s) AS part"
)
WHOLE = "SELECT person_id FROM (PARTS) AS parts GROUP BY person_id ORDER BY SUM(weight) DESC, person_id DESC LIMIT %s"


@dataclass(frozen=True)
class Suggestion:
    """Somebody who may be the same person: what they have in common, and by which keys they were found."""

    person: Person
    likeness: Likeness
    found_by: tuple[str, ...]


def candidates(one: Known, *, limit: int = COMPARED) -> list[int]:
    """People worth comparing with `one`, those with most in common first. One query, bounded however many people there are."""
    wanted = keys(one, asked=True)
    if not wanted:
        return []
    parts = " UNION ALL ".join([PART] * len(wanted))
    values = [value for key, rule in wanted.items() for value in (WEIGHTS[rule], key, EACH)]
    with connection.cursor() as cursor:
        cursor.execute(WHOLE.replace("PARTS", parts), [*values, limit])
        return [pk for (pk,) in cursor.fetchall()]


def suggestions(one: Known, besides: Collection[int] = ()) -> list[Suggestion]:
    """Those who may be this person, the likeliest first: suggested, and nothing else. Two queries."""
    wanted = keys(one, asked=True)
    found = Person.objects.filter(pk__in=set(candidates(one)) - set(besides))
    made = []
    for person in found:
        theirs = known(person)
        likeness = compare(one, theirs)
        if likeness.suggested:
            shared = wanted.keys() & keys(theirs).keys()
            made.append(Suggestion(person, likeness, tuple(sorted({wanted[key] for key in shared}))))
    return sorted(made, key=lambda each: (-each.likeness.points, each.person.pk))


def may_be(person: Person, *, one: Collection[int]) -> list[Suggestion]:
    """Suggestions for a person who is written down. Not those already one with them (`one`), nor anybody a colleague has said
    is somebody else, or has parted from them. Three queries."""
    found = suggestions(known(person), one)
    if not found:
        return []
    others = {each.person.pk for each in found}
    two = {pair for pair, line in newest(lines_between(one, others)).items() if line.said != Sameness.SAME}
    apart = {pk for pair in two if pair & set(one) for pk in pair}
    return [each for each in found if each.person.pk not in apart]


def lines_between(these: Collection[int], those: Collection[int]) -> Iterable[Sameness]:
    """What was said of any of these with any of those, in the order it was written."""
    here, there = Q(first__in=these, second__in=those), Q(first__in=those, second__in=these)
    return Sameness.objects.filter(here | there).order_by("pk")


def newest(lines: Iterable[Sameness]) -> Mapping[frozenset[int], Sameness]:
    """Pair -> its newest line. The lines come in the order they were written."""
    return {frozenset((line.first_id, line.second_id)): line for line in lines}


def together(pks: Iterable[int]) -> dict[int, frozenset[int]]:
    """For each of these people, everybody who is one person with them, themselves among them, by the lines that stand now.
    One query where nobody was joined; one more for each step of a chain."""
    asked = set(pks)
    reached, fresh = set(asked), set(asked)
    lines: dict[int, Sameness] = {}
    while fresh:
        found = Sameness.objects.filter(Q(first__in=fresh) | Q(second__in=fresh))
        lines |= {line.pk: line for line in found}
        stand = standing(lines[pk] for pk in sorted(lines))
        fresh = {pk for pair in stand for pk in pair} - reached
        reached |= fresh
    whole = joined(standing(lines[pk] for pk in sorted(lines)))
    return {pk: whole.get(pk, frozenset({pk})) for pk in asked}


def asked_once(request: HttpRequest, pk: int) -> frozenset[int]:
    """Everybody who is one with this person, asked for once in a request however many panels want it."""
    known: dict[int, frozenset[int]] = request.__dict__.setdefault("together", {})
    if pk not in known:
        known |= together([pk])
    return known[pk]


def all_together() -> dict[int, frozenset[int]]:
    """The same for everybody who was ever joined with somebody and still is. One query."""
    return joined(standing(Sameness.objects.order_by("pk")))


def standing(lines: Iterable[Sameness]) -> list[frozenset[int]]:
    return [pair for pair, line in newest(lines).items() if line.said == Sameness.SAME]


def joined(pairs: Iterable[frozenset[int]]) -> dict[int, frozenset[int]]:
    """Everybody in those pairs -> all who hang together with them."""
    near: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        for pk in pair:
            near[pk] |= pair
    whole: dict[int, frozenset[int]] = {}
    for begin in near:
        if begin not in whole:
            reached, fresh = {begin}, {begin}
            while fresh:
                fresh = {pk for one in fresh for pk in near[one]} - reached
                reached |= fresh
            whole |= dict.fromkeys(reached, frozenset(reached))
    return whole


def trail(pks: Collection[int]) -> list[Sameness]:
    """Everything that was said of these people, the newest first, with names: one query."""
    lines = Sameness.objects.filter(Q(first__in=pks) | Q(second__in=pks))
    return list(lines.select_related("first", "second", "by").order_by("-pk"))


def protections(people: Iterable[Person], whole: Mapping[int, frozenset[int]] | None = None) -> dict[int, Protection]:
    """For each of these people, how they must be treated: by their own warnings and those of everybody who is one with them,
    whoever may see those others. One query where nobody was joined, three where somebody was."""
    mine = {person.pk: person for person in people}
    whole = {pk: one for pk, one in (together(mine) if whole is None else whole).items() if pk in mine}
    others = {pk for one in whole.values() for pk in one} - mine.keys()
    if others:
        mine |= Person.objects.only("safe_contact", "at_risk").in_bulk(others)

    def own(pk: int) -> Protection:
        person = mine[pk]
        return Protection(person.safe_contact or {}, person.at_risk)

    return {pk: most_protective(own(pk), [own(other) for other in sorted(one - {pk})]) for pk, one in whole.items()}


def protections_once(request: HttpRequest, people: Iterable[Person]) -> dict[int, Protection]:
    """As `protections`; and who is one with these people is known for the rest of the request."""
    mine = list(people)
    known: dict[int, frozenset[int]] = request.__dict__.setdefault("together", {})
    known |= together({person.pk for person in mine})
    return protections(mine, known)


def protection(person: Person) -> Protection:
    return protections([person])[person.pk]
