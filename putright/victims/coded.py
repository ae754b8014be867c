"""Which codes reviews and the Code hold, for the screen that changes the lists."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Max, Q

from putright.codes.usage import Use
from putright.law.calendar import day_of

from .models import Review, UnderCode
from .queries import RANKS, RESULTS, RIGHTS


def results() -> Mapping[str, Use]:
    found = Review.objects.exclude(result="").values("result").annotate(
        open=Count("case", filter=Q(case__finished_at=None), distinct=True), last=Max("ended_at")
    )  # fmt: skip
    return {row["result"]: Use(row["open"], day_of(row["last"])) for row in found}


def rights() -> Mapping[str, Use]:
    open_cases: Counter[str] = Counter()
    last: dict[str, date] = {}
    for codes, at, finished in UnderCode.objects.order_by("at").values_list("rights", "at", "case__finished_at"):
        open_cases.update(codes if finished is None else [])
        last |= dict.fromkeys(codes, day_of(at))
    return {code: Use(open_cases[code], day) for code, day in last.items()}


def ranks() -> Mapping[str, Use]:
    """Of whoever decided and whoever looks at it, by the day the review was opened."""
    open_cases: Counter[str] = Counter()
    last: dict[str, date] = {}
    rows = Review.objects.order_by("opened_at").values_list("decided_rank", "reviewer_rank", "opened_at", "ended_at")
    for decided, reviewer, at, ended in rows:
        codes = {one for one in (decided, reviewer) if one}
        open_cases.update(codes if ended is None else [])
        last |= dict.fromkeys(codes, day_of(at))
    return {code: Use(open_cases[code], day) for code, day in last.items()}


USES = {RESULTS: results, RIGHTS: rights, RANKS: ranks}
