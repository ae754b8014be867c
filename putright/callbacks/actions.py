"""Loading a list, drawing one in so many, ringing, writing down what they said, and telling the department."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from putright.cases.models import Case
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said as Heard
from putright.contacts.said import Settled
from putright.invited.queries import unwilling
from putright.law.calendar import day_of, in_london
from putright.people.gates import check
from putright.people.models import Handler
from putright.quality import lists
from putright.quality.population import touched_by
from putright.quality.refusals import Done, Incomplete, OwnWork
from putright.quality.rules import MARKS, digest

from . import own, queries, rules
from .models import Attempt, Batch, Given, Keep, Said, Told, Victim
from .refusals import Gone, NobodyToRing, NoMore, NoPhone, NotNow, TooMany, WhatWasWrong, WrongKeep, WrongSpan

MOST_ROWS = 5000


@transaction.atomic
def load(name: str, names: Sequence[str], rows: Sequence[Mapping[str, str]], *, by: Handler, at: datetime) -> Given:
    """Keep a file until its columns are agreed. Refuses by role, TooMany."""
    check(by, "callbacks.draw")
    if len(rows) > MOST_ROWS:
        raise TooMany
    return Given.objects.create(name=name, names=list(names), rows=[dict(row) for row in rows], by=by, at=at)


@transaction.atomic
def draw(given: Given, columns: Mapping[str, str], every: int, *, by: Handler, at: datetime) -> Batch:
    """Draw one in `every` from a random start, and let the rest of the file go. Refuses by role, NoPhone, Gone, and an `every`
    below 1 (ValueError)."""
    check(by, "callbacks.draw")
    held = Given.objects.select_for_update().filter(pk=given.pk).first()
    if held is None:
        raise Gone
    if not columns.get("phone"):
        raise NoPhone
    start = secrets.randbelow(every) + 1
    batch = Batch.objects.create(
        name=held.name, every=every, start=start, rows=len(held.rows), digest=digest(held.rows), by=by, at=at
    )
    drawn = rules.every_nth(len(held.rows), every, start)
    Victim.objects.bulk_create(
        [Victim(batch=batch, number=number, **rules.mapped(held.rows[number - 1], columns)) for number in drawn], 200
    )
    held.delete()
    return batch


@transaction.atomic
def draw_own(
    open_cases: QuerySet[Case], days: tuple[date, date], every: int, name: str, *, by: Handler, at: datetime
) -> Batch:
    """Draw one in `every` of the victims in our own cases finished in those days. Refuses by role, WrongSpan, NobodyToRing, and
    an `every` below 1 (ValueError)."""
    check(by, "callbacks.draw")
    since, until = days
    if not own.span(since, until, day_of(at)):
        raise WrongSpan
    drawable = own.rows(open_cases, since, until, at=at)
    if not (found := drawable.rows):
        raise NobodyToRing
    start = secrets.randbelow(min(every, len(found))) + 1
    told = digest([case.reference for case, _row in found])
    batch = Batch.objects.create(
        name=name, every=every, start=start, rows=len(found), digest=told, left_out=dict(drawable.left_out), by=by, at=at
    )
    drawn = rules.every_nth(len(found), every, start)
    made = [Victim(batch=batch, number=number, case=found[number - 1][0], **found[number - 1][1]) for number in drawn]
    Victim.objects.bulk_create(made, 200)
    return batch


@transaction.atomic
def keep(days: int, since: date, why: str, *, by: Handler, at: datetime) -> Keep:
    """From that day names that were drawn are kept so many days. Refuses by role, WrongKeep."""
    check(by, "callbacks.draw")
    if not 1 <= days <= rules.LONGEST:
        raise WrongKeep
    return Keep.objects.create(days=days, since=since, why=why, by=by, at=at)


@transaction.atomic
def forget(batch: Batch, *, by: None = None, at: datetime) -> int:
    """The rounds take out of a draw whatever says who somebody is; what they said and the figures stay. How many it named."""
    held = Victim.objects.filter(batch=batch, forgotten_at=None)
    return held.update(name="", phone="", crime_reference="", dealt_with_by="", safe={}, case=None, forgotten_at=at)


@transaction.atomic
def drop(given: Given, *, by: None = None, at: datetime) -> None:
    """The rounds let a file go from which nobody drew. Twice is once."""
    Given.objects.filter(pk=given.pk).delete()


def _may_ring(victim: Victim, by: Handler, at: datetime) -> None:
    """Held, so that two do not ring at once."""
    victim = Victim.objects.select_for_update().get(pk=victim.pk)
    if queries.dealt_with_by(victim, by) or Case.objects.filter(touched_by([by]), pk=victim.case_id).exists():
        raise OwnWork
    if victim.case_id and unwilling(victim.case.complainant):
        raise NoMore
    if queries.is_over(victim):
        raise NoMore
    if not victim.phone or not rules.may_ring(queries.protected(victim), in_london(at).time()):
        raise NotNow


@transaction.atomic
def note_attempt(victim: Victim, result: str, *, by: Handler, at: datetime) -> Attempt:
    """Write down that somebody rang and did not get to the questions.

    Refuses by role, OwnWork, NoMore, NotNow by the safe-contact rule, and a result there is not (ValueError)."""
    check(by, "callbacks.ring")
    if result not in rules.RESULTS or result == "answered":
        raise ValueError(f"no result {result}")
    _may_ring(victim, by, at)
    return Attempt.objects.create(victim=victim, result=result, by=by, at=at)


@dataclass(frozen=True)
class Answers:
    """What they said on the script. `wrong`: what is still wrong, in their words; `answer`: how it was put right in the call,
    empty where it is passed on."""

    marks: Mapping[str, str]
    words: str = ""
    wrong: str = ""
    answer: str = ""


@transaction.atomic
def note_answers(victim: Victim, answers: Answers, *, by: Handler, at: datetime) -> Said:
    """Write down a whole call. What is wrong becomes a contact at once: settled there and then, or left for the team.

    Refuses by role, OwnWork, NoMore, NotNow, Incomplete, WhatWasWrong (settled without saying what), Done."""
    check(by, "callbacks.ring")
    _may_ring(victim, by, at)
    asked = {point.code for point in lists.points("callback", day_of(at))}
    if set(answers.marks) != asked or not set(answers.marks.values()) <= set(MARKS):
        raise Incomplete
    if answers.answer.strip() and not answers.wrong.strip():
        raise WhatWasWrong
    Attempt.objects.create(victim=victim, result="answered", by=by, at=at)
    contact = _received(victim, answers, by, at) if answers.wrong.strip() else None
    try:
        with transaction.atomic():
            return Said.objects.create(
                victim=victim, marks=dict(answers.marks), words=answers.words, contact=contact, by=by, at=at
            )
    except IntegrityError:
        raise Done from None


def _received(victim: Victim, answers: Answers, by: Handler, at: datetime) -> Contact:
    """The same call twice is one contact: its key follows from the victim's row."""
    heard = Heard(
        key=uuid5(NAMESPACE_URL, f"putright:callbacks:{victim.pk}"), channel="phone", words=answers.wrong, kind="dissatisfaction",
        language=victim.language, crime_reference=victim.crime_reference, about=victim.department,
        settled=Settled(answers.answer) if answers.answer.strip() else None,
    )  # fmt: skip
    who = (victim.case.complainant if victim.case else queries.same_person(victim)) or {
        "name": victim.name, "phone": victim.phone, "language": victim.language, "safe_contact": victim.safe,
    }  # fmt: skip
    return receive(heard, who, by=by, at=at)


@transaction.atomic
def tell(batch: Batch, department: str, to: str, *, by: Handler, at: datetime) -> Told:
    """Write down that a department was given its results. Refuses by role."""
    check(by, "callbacks.tell")
    return Told.objects.create(batch=batch, department=department, to=to, by=by, at=at)
