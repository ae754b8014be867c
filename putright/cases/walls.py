"""Walls that go up by themselves, when somebody arrives or is named in what was said; and cases let go when somebody leaves."""

from datetime import datetime

from django.db import transaction

from putright.people.models import Handler
from putright.people.queries import colleagues_in
from putright.people.rules import fold, may_be, same_number

from .actions import locked
from .linked import IN_WORDS, MAY_BE
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
        defaults = {"why": MAY_BE, "at": at, "by": by}
        wall, new = Wall.objects.get_or_create(case=case, handler=handler, cleared_at=None, defaults=defaults)
        if new:
            raised += 1
            Case.objects.filter(pk=case.pk, assigned_to=handler).update(assigned_to=None)
            write(case, Line("walled", at, by, "" if by else "rounds", {"handler": handler.pk, "provisional": True}))
    return raised


@transaction.atomic(savepoint=False)
def wall_named(case: Case, text: str, about: str, *, joined: bool, at: datetime) -> list[Handler]:
    """Wall everybody whose full name or collar number stands in what was just said: who they were.

    Suggested and in force until somebody looks; leans to yes, as naming an officer does (CMR 2020 reg 12). In a contact
    that joins a case, the name in a greeting or a quoted line is whom they wrote to. One whose wall was cleared on this
    case is not walled by words again. One query; two more and an event where somebody is named."""
    if joined:
        text = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(">"))
    named = colleagues_in(text, about, greetings=not joined)
    known = set(Wall.objects.filter(case=case, handler__in=named).values_list("handler", flat=True)) if named else set()
    new = [one for one in named if one.pk not in known]
    if not new:
        return []
    Wall.objects.bulk_create([Wall(case=case, handler=one, why=IN_WORDS, at=at, suggested=True) for one in new])
    Case.objects.filter(pk=case.pk, assigned_to__in=new).update(assigned_to=None)
    facts = [{"handler": one.pk, "provisional": True, "in_words": True} for one in new]
    write(case, *(Line("walled", at, None, "rounds", each) for each in facts))
    return new


@transaction.atomic
def let_go(handler: Handler, *, by: Handler, at: datetime) -> int:
    """Make nobody's all unfinished cases somebody had in hand, because they have left: how many."""
    held = list(Case.objects.filter(assigned_to=handler).exclude(stage__in=FINISHED).order_by("pk"))
    for one in held:
        case = locked(one)
        Case.objects.filter(pk=case.pk).update(assigned_to=None)
        write(case, Line("let_go", at, by, facts={"handler": handler.pk}))
    return len(held)
