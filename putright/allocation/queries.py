"""Who has it, what they answered, and everything a pack is made of."""

from datetime import date

from django.db.models import QuerySet

from putright.cases.linked import linked, may_be_linked
from putright.cases.models import Case
from putright.cases.stages import ALLOCATED
from putright.people.models import Handler, Team

from .models import Allocation, Arrangement, Handover
from .rules import CHOICES, LOCAL, MANAGER


def allocations(case: Case) -> QuerySet[Allocation]:
    return Allocation.objects.filter(case=case).select_related("team", "to").order_by("pk")


def with_now(case: Case) -> Allocation | None:
    """The allocation still waiting: given to a team, neither answered nor given back, and not overtaken (left)."""
    return allocations(case).filter(ended_at=None, case__stage=ALLOCATED).last()


def left() -> QuerySet[Allocation]:
    """Allocations overtaken by something else: a handler put it right, recorded it or found it no complaint."""
    return Allocation.objects.filter(ended_at=None).exclude(case__stage=ALLOCATED)


def handovers(case: Case) -> QuerySet[Handover]:
    """What was handed over and what came back, without the packs."""
    return Handover.objects.filter(case=case).select_related("team").defer("pack").order_by("pk")


def last_handover(case: Case) -> Handover | None:
    return handovers(case).last()


def handover(case: Case, number: int) -> Handover | None:
    """One hand-over of this case by its number, with its pack."""
    return Handover.objects.filter(case=case, pk=number).first()


def local_teams() -> list[Team]:
    return list(Team.objects.filter(kind__in=LOCAL).order_by("name_en"))


def arrangements(on: date) -> dict[str, str]:
    """How the office wants cases given on that day: what it chose, over what holds by default. One query."""
    rows = Arrangement.objects.filter(since__lte=on).order_by("since", "pk").values_list("what", "value")
    return {**CHOICES, **dict(rows)}


def arranged() -> QuerySet[Arrangement]:
    """Every row there was, the newest first."""
    return Arrangement.objects.select_related("by").order_by("-since", "-pk")


def apart(case: Case, on: date) -> frozenset[int]:
    """Who may not be asked to put it right: whoever is linked to it, but the officer's own manager where the office lets them."""
    found = linked(case)
    return linked(case, manager_may=True) if found and arrangements(on)[MANAGER] == "yes" else found


def may_be_apart(case: Case, name: str, number: str, on: date) -> bool:
    """The same of somebody without a log-in, by what they are called."""
    barred = may_be_linked(case, name, number)
    return barred and (arrangements(on)[MANAGER] != "yes" or may_be_linked(case, name, number, manager_may=True))


def local_supervisors(case: Case, on: date) -> list[Handler]:
    """Who could be asked by name: supervisors of the teams that put things right, nobody linked to the case among them."""
    from_here = Handler.objects.filter(team__kind__in=LOCAL, role="local_supervisor", left_on=None)
    return list(from_here.exclude(pk__in=apart(case, on)).select_related("team").order_by("team__name_en", "name"))


def may_be_asked(case: Case, team: Team, to: Handler | None, on: date) -> bool:
    """Whether this person of the team, or anybody in it, is free of any link to the case (apart)."""
    if to is not None:
        return to.team_id == team.pk and to.pk not in apart(case, on)
    there = set(Handler.objects.filter(team=team, role="local_supervisor", left_on=None).values_list("pk", flat=True))
    return not there or bool(there - apart(case, on))
