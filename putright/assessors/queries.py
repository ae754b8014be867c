"""Assessments and what belongs to them. Nothing here asks which slot was answered: it cannot be told."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.passes import codes

from . import sealed
from .models import Agreed, Assessor, Cycle, Given, Interview, Invited, Pack, PackCase, Recommendation, Slot

SHOWN = 200


def cycles() -> list[Cycle]:
    return list(Cycle.objects.select_related("by").order_by("-begins_on", "-pk")[:SHOWN])


def cycle(pk: int) -> Cycle | None:
    return Cycle.objects.select_related("by").filter(pk=pk).first() if pk < 2**63 else None


def recommendations(one: Cycle | None = None) -> list[Recommendation]:
    """Those of an assessment, or all; what is still open first. One query."""
    rows = Recommendation.objects.select_related("owner", "reviewed_by", "cycle", "by").order_by("done_on", "due", "pk")
    return list((rows.filter(cycle=one) if one else rows)[:SHOWN])


def recommendation(pk: int) -> Recommendation | None:
    return Recommendation.objects.select_related("cycle", "owner").filter(pk=pk).first() if pk < 2**63 else None


def interviews(one: Cycle) -> list[Interview]:
    return list(
        Interview.objects.filter(cycle=one, ended_at=None).select_related("handler").order_by("on", "clock")[:SHOWN]
    )


def given(one: Cycle) -> dict[str, Given]:
    """The assessor's score that holds for each element: one query."""
    return {row.ref: row for row in Given.objects.filter(cycle=one).order_by("pk")}


def packs(open_cases: QuerySet[Case], one: Cycle | None = None) -> QuerySet[Pack]:
    """Packs this person may read, the newest first: every case in them is open to them."""
    walled = PackCase.objects.filter(pack=OuterRef("pk")).exclude(case__in=open_cases.values("pk"))
    rows = Pack.objects.filter(~Exists(walled)).defer("body").select_related("by").order_by("-pk")
    return rows.filter(cycle=one) if one else rows


def cases_of(pack: Pack) -> list[Case]:
    return list(Case.objects.filter(pk__in=PackCase.objects.filter(pack=pack).values("case_id")))


def alive(at: datetime) -> QuerySet[Assessor]:
    """Whose way in is open."""
    return Assessor.objects.filter(ended_at=None, until__gte=day_of(at))


def by_code(code: str, at: datetime) -> Assessor | None:
    read = codes.read(code)
    return alive(at).filter(digest=codes.digest("own", read)).first() if read else None


def pack_for(assessor: Assessor) -> Pack | None:
    """The newest frozen pack of their assessment, and nothing else of ours."""
    return Pack.objects.filter(cycle=assessor.cycle_id).order_by("-pk").first()


def assessors(one: Cycle) -> list[Assessor]:
    return list(Assessor.objects.filter(cycle=one).order_by("-pk")[:SHOWN])


def assessor(pk: int) -> Assessor | None:
    return Assessor.objects.select_related("cycle").filter(pk=pk).first() if pk < 2**63 else None


def agreed(open_cases: QuerySet[Case]) -> list[Agreed]:
    """Who agreed to be invited, of the cases this person may open. One query."""
    rows = Agreed.objects.filter(ended_at=None, case__in=open_cases.values("pk"))
    return list(rows.select_related("case__complainant").order_by("-on", "-pk")[:SHOWN])


def has_agreed(case: Case) -> bool:
    return Agreed.objects.filter(case=case, ended_at=None).exists()


def invited(one: Assessor) -> dict[int, datetime]:
    return dict(Invited.objects.filter(assessor=one).values_list("case_id", "at"))


def answered(one: Assessor, code: str) -> Iterable[dict[str, str]]:
    """What the assessor opens with the code that only they have."""
    for slot in Slot.objects.filter(assessor=one).order_by("digest"):
        if words := sealed.unseal(codes.read(code), bytes(slot.sealed)):
            yield words
