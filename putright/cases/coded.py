"""Which codes cases hold, for the screen that changes the lists."""

from collections.abc import Mapping
from functools import partial

from django.db.models import Count, Max, Q

from design.dates import LONDON
from putright.codes.usage import Use

from .choices import ACTIONS, FACTORS, OUTCOMES
from .models import Allegation, Choice


def categories() -> Mapping[str, Use]:
    """A category is chosen from the tree of the day the case was received, so that is the day it was used for."""
    found = Allegation.objects.values("category").annotate(
        open=Count("case", filter=Q(case__finished_at=None), distinct=True), last=Max("case__received_at")
    )
    return {row["category"]: Use(row["open"], row["last"].astimezone(LONDON).date()) for row in found}


def chosen(which: str) -> Mapping[str, Use]:
    """A choice keeps the day by whose list it was made."""
    found = Choice.objects.filter(which=which).values("code").annotate(
        open=Count("allegation__case", filter=Q(allegation__case__finished_at=None), distinct=True), last=Max("on")
    )  # fmt: skip
    return {row["code"]: Use(row["open"], row["last"]) for row in found}


USES = {"categories": categories, **{which: partial(chosen, which) for which in (FACTORS, OUTCOMES, ACTIONS)}}
