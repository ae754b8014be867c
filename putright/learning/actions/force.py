"""Recommending something to the force, asking again, and hearing what they say."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.messages.actions import New, put
from putright.people.gates import check
from putright.people.models import Handler

from .. import queries, rules
from ..models import Chase, Lesson, Recommendation, Wait
from ..refusals import AnsweredAlready, WrongDays


@dataclass(frozen=True)
class Asked:
    """To whom, in what words, sent when. `due_on` empty: the office's days from the day it was sent."""

    to: str
    words: str
    sent_on: date
    due_on: date | None = None
    email: str = ""
    language: str = "en"


@transaction.atomic
def recommend(
    asked: Asked, case: Case | None = None, lesson: Lesson | None = None, *, by: Handler, at: datetime
) -> Recommendation:
    """Write down a recommendation that was sent. On a case, or from a lesson on one, that case's log says so.
    Refuses WrongDays, NotAllowed."""
    check(by, "learning.note")
    case = case or (lesson.case if lesson else None)
    due = asked.due_on or rules.due(asked.sent_on, queries.wait(asked.sent_on))
    if due < asked.sent_on:
        raise WrongDays
    made = Recommendation.objects.create(
        case=case, lesson=lesson, to=asked.to, email=asked.email, words=asked.words, language=asked.language,
        sent_on=asked.sent_on, due_on=due, at=at, by=by,
    )  # fmt: skip
    if case:
        write(case, Line("force_recommended", at, by, facts={"recommendation": made.pk, "due": due}))
    return made


@transaction.atomic
def hear(row: Recommendation, answer: str, words: str, on: date, *, by: Handler, at: datetime) -> Recommendation:
    """Write down what they answered: accepted, partly or not, in their words. Refuses AnsweredAlready, WrongDays when it
    was before the day we sent it, NotAllowed."""
    check(by, "learning.note")
    row = Recommendation.objects.select_for_update().get(pk=row.pk)
    if row.answer:
        raise AnsweredAlready
    if on < row.sent_on:
        raise WrongDays
    row.answer, row.answer_words, row.answered_on, row.answer_by, row.answer_at = answer, words, on, by, at
    row.save(update_fields=["answer", "answer_words", "answered_on", "answer_by", "answer_at"])
    if row.case:
        write(row.case, Line("force_answered", at, by, facts={"recommendation": row.pk, "answer": answer, "on": on}))
    return row


@transaction.atomic
def chase(row: Recommendation, number: int, *, by: None = None, at: datetime) -> None:
    """The rounds ask again, so `by` is nobody; once for each number. Nothing when they answered meanwhile or it is not
    yet time."""
    row = Recommendation.objects.select_for_update().get(pk=row.pk)
    before = queries.chases_of(row)
    last = day_of(before[-1].at) if before else None
    if row.answer or len(before) != number - 1 or not rules.chase_due(row.due_on, last, day_of(at), queries.wait(day_of(at))):
        return
    mail = put(New("learning", f"{row.pk}:{number}", row.email, row.language), at=at) if row.email else None
    Chase.objects.get_or_create(recommendation=row, number=number, defaults={"at": at, "mail": mail})


@transaction.atomic
def set_wait(held: rules.Days, since: date, why: str, *, by: Handler, at: datetime) -> Wait:
    """From that day the force has so many days. What was sent before keeps its day. Refuses NotAllowed."""
    check(by, "learning.lead")
    return Wait.objects.create(days=held.days, again=held.again, since=since, why=why, at=at, by=by)
