"""What was sent to a body, what was decided, and what was compared before."""

from collections import defaultdict
from datetime import datetime

from django.db.models import QuerySet

from putright.allocation.models import Handover
from putright.cases.choices import OUTCOMES
from putright.cases.models import Case, Choice
from putright.codes.queries import code_list

from .models import Comparison, WorkedOff


def outcomes_of(cases: list[int]) -> dict[int, tuple[str, ...]]:
    """The decisions written down for those cases' allegations, in words of both languages. Two queries."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = Choice.objects.filter(allegation__case__in=cases, which=OUTCOMES).select_related("allegation")
    listed = code_list(OUTCOMES)
    for one in rows:
        row = listed.readable(one.code, one.on)
        found[one.allegation.case_id] += [row.code, row.en, row.cy] if row else [one.code]
    return {case: tuple(words) for case, words in found.items()}


def sent(open_cases: QuerySet[Case], body: str, since: datetime, until: datetime) -> list[Handover]:
    """What was sent to that body in that time, of the cases somebody may open, without the packs. One query."""
    found = Handover.objects.filter(case__in=open_cases, body=body, at__gte=since, at__lt=until)
    return list(found.select_related("case").defer("pack").order_by("at", "pk"))


def comparisons() -> list[Comparison]:
    return list(Comparison.objects.select_related("by").defer("rows").order_by("-pk")[:20])


def comparison(number: int) -> Comparison | None:
    return Comparison.objects.select_related("by").filter(pk=number).first()


def worked_off(one: Comparison) -> dict[str, WorkedOff]:
    return {done.line: done for done in WorkedOff.objects.filter(comparison=one).select_related("by")}
