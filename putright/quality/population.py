"""Which cases may be drawn, and in which stratum each one lies. No writes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from putright.cases.models import SEALED, Case, Choice, Event, Wall
from putright.contacts.models import Contact
from putright.law import calendar
from putright.people.models import Handler
from putright.people.roles import Role

from . import rules


@dataclass(frozen=True)
class Drawable:
    """Those that may be drawn, as (reference, stratum), and how many were left out."""

    cases: list[tuple[str, str]]
    left_out: int


def samplers() -> list[Handler]:
    """Everybody who is independent: a senior manager the commissioner employs, in the commissioner's office and no other
    team. In the order of their names."""
    found = Handler.objects.filter(role=Role.SENIOR, employer="commissioner", team__kind="commissioner", left_on=None)
    return list(found.select_related("team").order_by("name", "pk"))


def span(month: date) -> tuple[datetime, datetime]:
    """The London month: its start is in it, its end is not."""
    first = month.replace(day=1)
    return calendar.at(first, time.min), calendar.at(calendar.add_months(first, 1), time.min)


def touched_by(who: Collection[Handler]) -> Q:
    """Cases any of them had to do with, or is kept out of. To draw it or to look at what was drawn is no part in the case."""
    wrote = Event.objects.filter(case=OuterRef("pk"), by__in=who).exclude(verb__in=("sampled", "looked_again"))
    kept_out = Wall.objects.filter(case=OuterRef("pk"), handler__in=who, cleared_at=None)
    return Q(assigned_to__in=who) | Q(Exists(wrote)) | Q(Exists(kept_out))


def drawable(month: date, axes: Sequence[str], who: Collection[Handler]) -> Drawable:
    """Cases finished in the month, without what was imported. Left out: sealed ones, and what a sampler had to do with.

    One number says how many were left out: which, and why, would tell who is linked to what. Two queries."""
    start, end = span(month)
    finished = Case.objects.filter(finished_at__gte=start, finished_at__lt=end, imported=False)
    free = finished.filter(restriction__lt=SEALED).exclude(touched_by(who))
    rows = [(row["reference"], stratum(row, axes)) for row in described(free)]
    return Drawable(sorted(rows), finished.count() - len(rows))


def described(cases: QuerySet[Case]) -> QuerySet[Case, dict[str, object]]:
    channel = Contact.objects.filter(case=OuterRef("pk")).order_by("pk").values("channel")[:1]
    outcome = Choice.objects.filter(allegation__case=OuterRef("pk"), which="outcomes").order_by("pk").values("code")[:1]
    asked = {"channel": Subquery(channel), "handler": F("assigned_to_id"), "outcome": Subquery(outcome)}
    return cases.annotate(**asked).order_by("reference").values("reference", "kind", *asked)


def stratum(row: dict[str, object], axes: Sequence[str]) -> str:
    return "|".join(str(row[axis] or "-") for axis in rules.AXES if axis in axes)


def whose_work(case: Case) -> Handler | None:
    """Whoever has the case; where nobody has, as when it was settled at once, whoever finished it. One query at most."""
    if case.assigned_to:
        return case.assigned_to
    last = Event.objects.filter(case=case, verb__in=("settled", "closed"), by__isnull=False).select_related("by")
    event = last.order_by("-seq").first()
    return event.by if event else None
