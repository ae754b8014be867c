"""What boards ask for, and what the public suggests."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.people.gates import check
from putright.people.models import Handler

from ..models import BoardAction, Suggestion
from ..refusals import AnsweredAlready, TakenUp


@dataclass(frozen=True)
class Wanted:
    board: str
    words: str
    owner: str
    due_on: date
    paper: str = ""


@transaction.atomic
def note_action(wanted: Wanted, case: Case | None = None, *, by: Handler, at: datetime) -> BoardAction:
    """Keep what a board decided should be done. Refuses NotAllowed."""
    check(by, "learning.note")
    made = BoardAction.objects.create(case=case, at=at, by=by, **vars(wanted))
    if case:
        write(case, Line("board_asked", at, by, facts={"action": made.pk, "due": wanted.due_on}))
    return made


@transaction.atomic
def finish_action(row: BoardAction, on: date, done: str, *, by: Handler, at: datetime) -> BoardAction:
    """It is done, with what came of it. Refuses AnsweredAlready, NotAllowed."""
    check(by, "learning.note")
    row = BoardAction.objects.select_for_update().get(pk=row.pk)
    if row.done_on:
        raise AnsweredAlready
    row.done_on, row.done, row.done_by = on, done, by
    row.save(update_fields=["done_on", "done", "done_by"])
    if row.case:
        write(row.case, Line("board_done", at, by, facts={"action": row.pk, "on": on}))
    return row


@transaction.atomic
def note_suggestion(
    words: str, came_on: date, case: Case | None = None, source: str = "", *, by: Handler, at: datetime
) -> Suggestion:
    """Keep what somebody suggested. Refuses TakenUp when its source has one, NotAllowed."""
    check(by, "learning.note")
    if source and Suggestion.objects.filter(source=source).exists():
        raise TakenUp
    made = Suggestion.objects.create(words=words, came_on=came_on, case=case, source=source, at=at, by=by)
    if case:
        write(case, Line("suggestion_noted", at, by, facts={"suggestion": made.pk}))
    return made


@dataclass(frozen=True)
class Did:
    """`outcome`: rules.OUTCOMES; `told`: how they heard of it, rules.TOLD."""

    outcome: str
    did: str
    told: str
    told_on: date | None = None


@transaction.atomic
def answer_suggestion(row: Suggestion, did: Did, *, by: Handler, at: datetime) -> Suggestion:
    """Say what we did and how they were told. Refuses AnsweredAlready, NotAllowed."""
    check(by, "learning.note")
    row = Suggestion.objects.select_for_update().get(pk=row.pk)
    if row.outcome:
        raise AnsweredAlready
    row.outcome, row.did, row.told, row.told_on, row.answer_by = did.outcome, did.did, did.told, did.told_on, by
    row.save(update_fields=["outcome", "did", "told", "told_on", "answer_by"])
    if row.case:
        write(row.case, Line("suggestion_answered", at, by, facts={"suggestion": row.pk, "outcome": did.outcome}))
    return row


@dataclass(frozen=True)
class Came:
    """A suggestion heard elsewhere: an answer to a survey, the month's sample."""

    source: str
    words: str
    on: date


@transaction.atomic
def take_up(came: Came, did: Did, case: Case | None = None, *, by: Handler, at: datetime) -> Suggestion:
    """Keep what was heard elsewhere and say at once what we did. Refuses TakenUp, NotAllowed."""
    check(by, "learning.note")
    made = note_suggestion(came.words, came.on, case, came.source, by=by, at=at)
    return answer_suggestion(made, did, by=by, at=at)
