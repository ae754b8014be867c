"""Who has learned what, what we know, how strong the team is, and the thanks it got."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import TruncMonth

from putright.cases.models import SEALED, Wall
from putright.chasing.staff import skills_on
from putright.people.models import Handler, Team

from .models import Article, Attended, Candidate, Course, Establishment, Holds, Step, Thanks, Version
from .rules import ENDED, Strength

SHOWN = 100
MONTHS = 12


@dataclass
class Colleague:
    """One of the team as the page shows them."""

    handler: Handler
    post: str = ""
    held: Holds | None = None
    skills: frozenset[str] = frozenset()
    courses: list[Attended] = field(default_factory=list)


def team_of(handler: Handler) -> list[Handler]:
    return list(Handler.objects.filter(team=handler.team_id, left_on=None).order_by("name"))


def colleagues(team: Team, on: date) -> list[Colleague]:
    """Everybody in the team, with their post, skills and the newest attendance of each course. Four queries."""
    found = {
        one.pk: Colleague(one) for one in Handler.objects.filter(team=team, left_on=None).order_by("name").select_related("team")
    }
    skills = skills_on(on)
    now = Holds.objects.filter(Q(until=None) | Q(until__gt=on), handler__in=list(found), since__lte=on)
    for held in now.order_by("pk"):
        found[held.handler_id].post, found[held.handler_id].held = held.post, held
    newest: dict[tuple[int, int], Attended] = {}
    for one in Attended.objects.filter(handler__in=list(found)).select_related("course").order_by("on", "pk"):
        newest[one.handler_id, one.course_id] = one
    for pk, colleague in found.items():
        colleague.skills = skills.get(pk, frozenset())
    for one in sorted(newest.values(), key=lambda one: one.course.name):
        found[one.handler_id].courses.append(one)
    return list(found.values())


def courses() -> list[Course]:
    return list(Course.objects.order_by("name"))


def articles() -> list[Version]:
    """The newest version of each article, the one to be looked at again soonest first. Two queries."""
    found = Article.objects.prefetch_related(Prefetch("versions", Version.objects.select_related("by").order_by("pk")))
    return sorted((list(one.versions.all())[-1] for one in found), key=lambda one: (one.review_on, one.pk))


def versions(article: int) -> list[Version]:
    """Of one article, the newest first; none when there is no such article."""
    return list(Version.objects.filter(article=article).select_related("article", "by").order_by("-pk"))


def strength(on: date) -> list[Strength]:
    """Every post with its numbers on that day. Three queries. What `staffing` reads."""
    should: dict[str, Establishment] = {}
    for row in Establishment.objects.filter(since__lte=on).order_by("since", "pk"):
        should[row.post] = row
    held = Counter(
        Holds.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on, handler__left_on=None).values_list("post", flat=True)
    )
    coming: dict[str, list[date | None]] = defaultdict(list)
    for post, expected in candidates().values_list("post", "expected_on"):
        coming[post].append(expected)
    return [
        Strength(post, row.number, row.employer, row.directed_by, held[post], tuple(coming[post]))
        for post, row in sorted(should.items())
    ]


def candidates() -> QuerySet[Candidate]:
    """Those still on the way, the one expected soonest first."""
    return Candidate.objects.exclude(stage__in=ENDED).order_by("expected_on", "pk")


def candidate(pk: int) -> Candidate | None:
    return candidates().filter(pk=pk).first()


def steps(candidate: Candidate) -> list[Step]:
    return list(Step.objects.filter(candidate=candidate).select_related("by").order_by("pk"))


def holder(pk: int, team: Team) -> Holds | None:
    return Holds.objects.filter(pk=pk, until=None, handler__team=team).select_related("handler").first()


def _thanks(handler: Handler) -> QuerySet[Thanks]:
    """All but what came with a case that is kept from this person, or sealed: a wall is not walked round by thanks."""
    kept = Wall.objects.filter(case=OuterRef("case"), handler=handler, cleared_at=None)
    return Thanks.objects.exclude(Exists(kept)).exclude(case__restriction=SEALED)


def thanks_for(handler: Handler) -> list[Thanks]:
    """What was said to this person, the newest first."""
    return list(_thanks(handler).filter(to=handler).order_by("-on", "-pk")[:SHOWN])


def thanks_shared(handler: Handler) -> list[Thanks]:
    """What the team may see: thanks to all of it, and what one of it shared."""
    shared = _thanks(handler).filter(Q(to=None) | Q(to__team=handler.team_id), agreed_at__isnull=False)
    return list(shared.exclude(to=handler).select_related("to").order_by("-on", "-pk")[:SHOWN])


def one_thanks(pk: int, handler: Handler) -> Thanks | None:
    return _thanks(handler).filter(pk=pk, to=handler).first()


def thanks_by_month(handler: Handler) -> Sequence[tuple[date, int]]:
    """How many a month, for the team or one of it, shared or not: the newest month first. One query."""
    ours = _thanks(handler).filter(Q(to=None) | Q(to__team=handler.team_id)).annotate(month=TruncMonth("on"))
    counted = Counter(ours.values_list("month", flat=True))
    return sorted(counted.items(), reverse=True)[:MONTHS]
