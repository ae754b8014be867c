"""Walls that go up when somebody arrives, and cases that are let go when somebody leaves."""

from datetime import datetime

from django.db import transaction

from putright.people.models import Handler
from putright.people.rules import fold, may_be, same_number

from .actions import locked
from .log import Line, write
from .models import Case, ComplainedOf, Wall
from .stages import FINISHED


@transaction.atomic
def wall_newcomer(handler: Handler, *, by: Handler | None, at: datetime) -> int:
    """Wall somebody from every case where an officer named earlier may be them: how many walls went up.

    Leans to yes, as naming an officer does (CMR 2020 reg 12). For a new log-in, and one whose name or number changed.
    One query for those named, whatever the number of cases; an event on each case walled."""
    named = ComplainedOf.objects.select_related("officer", "case").order_by("case_id")
    theirs = fold(handler.name)
    cases = {
        row.case
        for row in named.iterator(chunk_size=500)
        if same_number(row.officer.collar_number, handler.collar_number) or may_be(row.officer.name_key, theirs)
    }
    raised = 0
    for case in sorted(cases, key=lambda one: one.pk):
        defaults = {"why": "may be the officer named", "at": at, "by": by}
        wall, new = Wall.objects.get_or_create(case=case, handler=handler, cleared_at=None, defaults=defaults)
        if new:
            raised += 1
            Case.objects.filter(pk=case.pk, assigned_to=handler).update(assigned_to=None)
            write(case, Line("walled", at, by, "" if by else "rounds", {"handler": handler.pk, "provisional": True}))
    return raised


@transaction.atomic
def let_go(handler: Handler, *, by: Handler, at: datetime) -> int:
    """Make nobody's all unfinished cases somebody had in hand, because they have left: how many."""
    held = list(Case.objects.filter(assigned_to=handler).exclude(stage__in=FINISHED).order_by("pk"))
    for one in held:
        case = locked(one)
        Case.objects.filter(pk=case.pk).update(assigned_to=None)
        write(case, Line("let_go", at, by, facts={"handler": handler.pk}))
    return len(held)
