"""Keeping a question, sharing it, letting it go. No case changes."""

from datetime import datetime

from django.db import transaction

from putright.people import gates
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.roles import Role

from .models import Question, Shared
from .refusals import CannotAsk, NotYours, TooLong

LONGEST = 2_000
EVERY = ("", "week", "month")


@transaction.atomic
def keep(name: str, subject: str, address: str, every: str, *, by: Handler, at: datetime) -> Question:
    """Keep a question under a name; `every` week or month it is laid ready by itself. Refuses by role; TooLong."""
    check(by, "extracts.ask")
    if len(address) > LONGEST:
        raise TooLong
    return Question.objects.create(
        name=name, subject=subject, address=address, every=every if every in EVERY else "", by=by, at=at
    )


@transaction.atomic
def share(question: Question, handler: Handler | None, role: str, *, by: Handler, at: datetime) -> None:
    """Share it with a colleague, or with everybody in a role. They get the question, and no case they have not.

    Refuses by role; NotYours; CannotAsk for somebody who may not ask any. Twice is once."""
    check(by, "extracts.ask")
    if question.by_id != by.pk:
        raise NotYours
    allowed = gates.roles_for("extracts.ask")
    if handler is None and role not in allowed or handler is not None and Role(handler.role) not in allowed:
        raise CannotAsk
    Shared.objects.get_or_create(question=question, handler=handler, role="" if handler else role, defaults={"at": at})


@transaction.atomic
def let_go(question: Question, *, by: Handler, at: datetime) -> None:
    """Nobody has it any more; the row stays, with its end. Refuses by role; NotYours."""
    check(by, "extracts.ask")
    if question.by_id != by.pk:
        raise NotYours
    Question.objects.filter(pk=question.pk, ended_at=None).update(ended_at=at)
