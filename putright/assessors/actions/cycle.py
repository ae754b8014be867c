"""Beginning an assessment, its dates and outcome, the assessor's scores and recommendations, and who speaks when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from putright.excellence import catalogue
from putright.excellence import rules as scale
from putright.excellence.refusals import NoSuchElement
from putright.people.gates import check
from putright.people.models import Handler

from .. import rules
from ..models import Cycle, Given, Interview, Recommendation
from ..refusals import Decided, ReviewedFirst, SayWhyNot


@transaction.atomic
def keep_cycle(details: Mapping[str, Any], cycle: Cycle | None = None, *, by: Handler, at: datetime) -> Cycle:
    """Begin an assessment, or put its dates and outcome right. A pass without a last day gets one by its years.

    Refuses Decided, NotAllowed."""
    check(by, "assessors.lead")
    told = dict(details)
    if bool(told.get("result")) != bool(told.get("decided_on")):
        raise Decided
    if told.get("result") == "passed" and not told.get("until"):
        told["until"] = rules.certificate_until(told["decided_on"], told["years"])
    if cycle is None:
        return Cycle.objects.create(**told, at=at, by=by)
    row = Cycle.objects.select_for_update().get(pk=cycle.pk)
    for name, value in told.items():
        setattr(row, name, value)
    row.changed_at, row.changed_by = at, by
    row.save()
    return row


@transaction.atomic
def note_score(cycle: Cycle, ref: str, score: str, comment: str, *, by: Handler, at: datetime) -> Given:
    """Type in the assessor's score of an element; the newest of an element holds. Refuses NoSuchElement, NotAllowed."""
    check(by, "assessors.lead")
    if catalogue.the(cycle.standard).element(ref) is None or score not in scale.SCALE:
        raise NoSuchElement
    return Given.objects.create(cycle=cycle, ref=ref, score=score, comment=comment, at=at, by=by)


@transaction.atomic
def recommend(cycle: Cycle, words: str, ref: str = "", *, by: Handler, at: datetime) -> Recommendation:
    """Write down what the assessor recommends. Refuses NoSuchElement, NotAllowed."""
    check(by, "assessors.lead")
    if ref and catalogue.the(cycle.standard).element(ref) is None:
        raise NoSuchElement
    return Recommendation.objects.create(cycle=cycle, words=words, ref=ref, at=at, by=by)


@dataclass(frozen=True)
class Review:
    answer: str
    why: str = ""
    owner: Handler | None = None
    due: date | None = None


@transaction.atomic
def review(row: Recommendation, given: Review, *, by: Handler, at: datetime) -> Recommendation:
    """Management's answer to a recommendation: accepted with an owner and a day, or not, with why.

    Refuses SayWhyNot, ReviewedFirst once it is done, NotAllowed."""
    check(by, "assessors.lead")
    accepted = given.answer == "accept"
    if not (given.owner and given.due if accepted else given.why.strip()):
        raise SayWhyNot
    one = Recommendation.objects.select_for_update().get(pk=row.pk)
    if one.done_on:
        raise ReviewedFirst
    one.answer, one.why = given.answer, given.why
    one.owner, one.due = (given.owner, given.due) if accepted else (None, None)
    one.reviewed_at, one.reviewed_by = at, by
    one.save()
    return one


@transaction.atomic
def finish(row: Recommendation, on: date, words: str, *, by: Handler, at: datetime) -> Recommendation:
    """Say that it was done, when, and what came of it. Refuses ReviewedFirst, NotAllowed."""
    check(by, "assessors.lead")
    one = Recommendation.objects.select_for_update().get(pk=row.pk)
    if one.answer != "accept":
        raise ReviewedFirst
    one.done_on, one.done_words = on, words
    one.save(update_fields=["done_on", "done_words"])
    return one


@dataclass(frozen=True)
class When:
    on: date
    clock: str
    place: str = ""


@transaction.atomic
def schedule(cycle: Cycle, handler: Handler, when: When, *, by: Handler, at: datetime) -> Interview:
    """When a member of staff speaks to the assessor; another time for the same person takes its place. Refuses NotAllowed."""
    check(by, "assessors.lead")
    Interview.objects.filter(cycle=cycle, handler=handler, ended_at=None).update(ended_at=at)
    return Interview.objects.create(cycle=cycle, handler=handler, **vars(when), at=at, by=by)
