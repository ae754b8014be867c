"""Who is here, what they can do, what they have in hand, and who is suggested for which case."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case as Either
from django.db.models import Count, IntegerField, Q, QuerySet, Sum, Value, When

from putright.allocation.queries import arrangements
from putright.allocation.rules import WELSH
from putright.cases.linked import linked_many
from putright.cases.models import Case, Event
from putright.cases.stages import ALLOCATED, FINISHED, HANDED_OVER
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.people.models import Handler, Team
from putright.people.roles import FRONT

from . import rules
from .models import Absence, Skill
from .rules import Colleague, Suggestion

MOST = 200  # cases shown, and moved, at once: a cover who gets more needs a second press


def away_on(on: date) -> QuerySet[Absence]:
    return Absence.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on, ended_at=None)


def absences(on: date, team: Team) -> list[Absence]:
    """Those of a team who are away now or will be, the first day first."""
    mine = Absence.objects.filter(handler__team=team, handler__left_on=None)
    found = mine.filter(Q(until=None) | Q(until__gte=on), ended_at=None)
    return list(found.select_related("handler__team", "cover").order_by("since", "pk"))


def covers(on: date) -> dict[int, int | None]:
    """Who is away that day, and who covers for them, where it was written down: the newest says. One query."""
    found: dict[int, int | None] = {}
    for pk, cover in away_on(on).order_by("pk").values_list("handler", "cover"):
        found[pk] = cover or found.get(pk)
    return found


def cover_of(handler: Handler, on: date) -> Handler | None:
    """Who covers for somebody away that day, where it was written down and the cover is here."""
    found = away_on(on).filter(handler=handler).exclude(cover=None).select_related("cover__team").order_by("-pk").first()
    cover = found.cover if found else None
    return cover if cover and cover.left_on is None and not away_on(on).filter(handler=cover).exists() else None


def takers(team: Team) -> QuerySet[Handler]:
    """Those of a team who take cases and work here now."""
    return Handler.objects.filter(team=team, role__in=FRONT, left_on=None).order_by("name", "pk")


def skills_on(on: date) -> dict[int, frozenset[str]]:
    return skills_held(on)[0]


def skills_held(on: date) -> tuple[dict[int, frozenset[str]], frozenset[str]]:
    """Who has which skills that day; and those that somebody has, or will have, without an end. One query."""
    found: dict[int, set[str]] = defaultdict(set)
    known = set()
    held = Skill.objects.filter(Q(until=None) | Q(until__gte=on))
    for pk, code, since, until in held.values_list("handler", "code", "since", "until"):
        if since <= on:
            found[pk].add(code)
        if until is None:
            known.add(code)
    return {pk: frozenset(codes) for pk, codes in found.items()}, frozenset(known)


def loads(reach: QuerySet[Case], handlers: Iterable[int]) -> dict[int, int]:
    """What each has open, weighted (rules.IN_HAND, OUTSIDE, AT_RISK): of the cases in `reach` only, or the figure would tell
    whoever reads it that there are others. One query."""
    weight = Either(When(stage__in=(ALLOCATED, HANDED_OVER), then=Value(rules.OUTSIDE)), default=Value(rules.IN_HAND),
                    output_field=IntegerField())  # fmt: skip
    risk = Either(When(complainant__at_risk=True, then=Value(rules.AT_RISK)), default=Value(0), output_field=IntegerField())
    open_ones = reach.filter(assigned_to__in=list(handlers)).exclude(stage__in=FINISHED)
    found = open_ones.order_by().values("assigned_to").annotate(weight=Sum(weight + risk))
    return {row["assigned_to"]: row["weight"] for row in found}


def colleagues(
    reach: QuerySet[Case], team: Team, away: Container[int], skills: Mapping[int, frozenset[str]], welsh: str = WELSH
) -> list[Colleague]:
    """Everybody in the team who takes cases, as rules.suggest weighs them. `welsh`: the skill of those whose account says that
    they speak it. Two queries."""
    people = list(takers(team))
    weights = loads(reach, [one.pk for one in people])
    return [
        Colleague(
            one.pk, one.name, skills.get(one.pk, frozenset()) | ({welsh} if one.speaks_welsh else set()),
            weights.get(one.pk, 0), one.pk in away,
        )
        for one in people
    ]  # fmt: skip


def wants(cases: Iterable[Case], skills: Mapping[str, str], known: Container[str] = ()) -> dict[int, tuple[str, ...]]:
    """The skills each case asks for: language, person, and the kind of its contact where somebody has that skill (`known`).
    `skills` as in rules.wanted. One query."""
    shown = list(cases)
    topics: dict[int, list[str]] = defaultdict(list)
    for pk, topic in Contact.objects.filter(case__in=shown).exclude(topic="").order_by("pk").values_list("case", "topic"):
        if skills.get(topic, topic) in known:
            topics[pk].append(topic)
    return {
        case.pk: rules.wanted(
            case.language, at_risk=bool(case.complainant and case.complainant.at_risk),
            adjustments=bool(case.complainant and case.complainant.adjustments), topics=topics[case.pk], skills=skills,
        )
        for case in shown
    }  # fmt: skip


def suggestions(
    reach: QuerySet[Case], team: Team, cases: Iterable[Case], at: datetime, away: Container[int] | None = None
) -> dict[int, list[Suggestion]]:
    """By case, who of the team could take it, the best first; nobody linked to it among them. `reach`: what whoever asks may
    open; `away`: who is away, where that was asked already. Eight queries then, else nine."""
    shown = list(cases)
    if not shown:
        return {}
    skills = arrangements(day_of(at))
    first = skills[WELSH]
    held, known = skills_held(day_of(at))
    people = colleagues(reach, team, covers(day_of(at)) if away is None else away, held, first)
    apart, asked = linked_many(shown), wants(shown, skills, known)
    return {
        case.pk: rules.suggest(asked[case.pk], (one for one in people if one.pk not in apart[case.pk]), first=first)
        for case in shown
    }


@dataclass(frozen=True)
class Held:
    """Somebody and what they have open: for a cover, or one who has left."""

    handler: Handler
    number: int
    cover: Handler | None


def holding(open_cases: QuerySet[Case], at: datetime) -> list[Held]:
    """Those away today who have cases open that whoever asks may see, and who covers. Three queries."""
    on = day_of(at)
    away = {one.handler_id: one for one in away_on(on).select_related("handler__team", "cover").order_by("pk")}
    mine = open_cases.filter(assigned_to__in=away).exclude(stage__in=FINISHED)
    numbers = dict(mine.order_by().values_list("assigned_to").annotate(n=Count("pk")))
    gone = {cover for one in away.values() if (cover := one.cover_id) in away}
    return [
        Held(one.handler, numbers[pk], one.cover if one.cover and one.cover_id not in gone and not one.cover.left_on else None)
        for pk, one in away.items() if pk in numbers
    ]  # fmt: skip


def left_behind(open_cases: QuerySet[Case], handler: Handler) -> QuerySet[Case]:
    """What somebody has open, or had when they left and nobody has taken since."""
    from_them = Q(assigned_to=handler)
    if handler.left_on:
        last = Q(pk__in=_let_go(handler))
        from_them |= last & Q(assigned_to=None)
    return open_cases.filter(from_them).exclude(stage__in=FINISHED).order_by("received_at", "pk")


def leavers(open_cases: QuerySet[Case], team: Team) -> list[Handler]:
    """Those of the team who have left, and whose cases nobody has taken since. Two queries."""
    free = open_cases.filter(assigned_to=None).exclude(stage__in=FINISHED)
    gone = set(Event.objects.filter(verb="let_go", case__in=free).values_list("facts__handler", flat=True))
    return list(Handler.objects.filter(pk__in=gone, team=team).exclude(left_on=None).order_by("name", "pk"))


def member(team: Team, pk: int) -> Handler | None:
    """Somebody of the team, whether they still work here or not."""
    return Handler.objects.filter(team=team, pk=pk).select_related("team").first()


def _let_go(handler: Handler) -> "QuerySet[Event, dict[str, Any]]":
    return Event.objects.filter(verb="let_go", facts__handler=handler.pk).values("case")


def skilled(team: Team, on: date) -> list[tuple[Handler, list[Skill]]]:
    """Everybody of the team with the skills they have that day. Two queries."""
    found: dict[int, list[Skill]] = defaultdict(list)
    held = Skill.objects.filter(Q(until=None) | Q(until__gte=on), handler__team=team).order_by("code", "pk")
    for one in held:
        found[one.handler_id].append(one)
    return [(one, found[one.pk]) for one in takers(team)]

