"""Weighing a request, saying who looks at it, telling the victim, and the result."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from design import dates
from putright.cases.log import Line, write
from putright.codes.queries import code_list, in_force
from putright.codes.refusals import NotListed
from putright.law.calendar import day_of
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.people.gates import check
from putright.people.models import Handler

from .. import queries, rules
from ..models import Longer, Review
from ..refusals import AlreadyTold, NotLater, NotTakenOn, NotThisReviewer, SayWhy, WhoDecidedFirst
from ..standing import due_on, held, standing

WITHDRAWN, NOT_COVERED = "withdrawn", "not_covered"  # results that need nobody to have looked at it


@transaction.atomic
def take_on(review: Review, *, taken: bool, why: str, by: Handler, at: datetime) -> None:
    """A named person decides whether it can be reviewed. The rules find; where the decision differs, or it was asked for
    after three months, it must say why (Police VRR scheme: later is for the force to allow).

    Refuses SayWhy, Ended, NotAllowed. Event `victim_review_weighed` with the finding."""
    check(by, "victims.keep")
    case, row = held(review)
    finding = standing(row)
    if rules.needs_reason(finding, taken) and not why.strip():
        raise SayWhy
    row.taken_on, row.taken_why, row.taken_at, row.taken_by = taken, why, at, by
    row.save(update_fields=["taken_on", "taken_why", "taken_at", "taken_by"])
    facts = {"review": row.pk, "found": finding, "taken_on": taken}
    write(case, Line("victim_review_weighed", at, by, facts=facts, payload={"why": why} if why else {}))


@transaction.atomic
def give_to(review: Review, one: rules.Named, *, by: Handler, at: datetime) -> None:
    """Say who looks at it: an officer, or police staff of a more senior grade. A victim who heard from us before is told the
    name by the rounds. Refuses NotThisReviewer, without the reason, for anybody named in the matter, in the line of
    somebody who is, walled from it, or not more senior; WhoDecidedFirst while nobody can be checked; Ended; NotAllowed."""
    check(by, "victims.keep")
    case, row = held(review)
    decided = rules.Named(row.decided_by, row.decided_rank, row.decided_number)
    order = rules.seniority(in_force(queries.RANKS, day_of(at)))
    if not (decided.name or decided.number) or decided.rank not in order:
        raise WhoDecidedFirst
    known = queries.linked(case)
    if not rules.may_review(one, decided=decided, linked=known + queries.in_line([decided]), order=order):
        raise NotThisReviewer
    row.reviewer, row.reviewer_rank, row.reviewer_number = one.name, one.rank, one.number
    row.save(update_fields=["reviewer", "reviewer_rank", "reviewer_number"])
    write(case, Line("victim_review_given", at, by, facts={"review": row.pk}, payload={"words": one.name}))


@transaction.atomic
def acknowledge(review: Review, *, by: Handler | None, at: datetime, owed_key: str | None = None) -> Letter:
    """Write to the victim that we have the request and by when they hear (ten working days). By nobody: the rounds.

    Refuses Ended, NotAllowed, AlreadyTold, and what the letter refuses."""
    if by is not None:
        check(by, "victims.keep")
    case, row = held(review)
    if queries.told(row):
        raise AlreadyTold
    asked = {"asked_on": row.asked_on.isoformat()}
    return write_letter(case, "victim_review_asked", _named(row) | asked, by=by, at=at, owed_key=owed_key)


@transaction.atomic
def say_who(review: Review, *, by: Handler | None, at: datetime, owed_key: str | None = None) -> Letter:
    """Write to the victim who looks at it. By nobody: the rounds. Refuses Ended, NotAllowed, and what the letter refuses."""
    if by is not None:
        check(by, "victims.keep")
    case, row = held(review)
    return write_letter(case, queries.NAMED, _named(row), by=by, at=at, owed_key=owed_key)


@transaction.atomic
def longer(review: Review, until: date, why: Mapping[str, str], *, by: Handler, at: datetime) -> Longer:
    """It takes longer than they were told: the letter that says why and until when is part of it, so nothing is put off
    in silence. `why` is in each language of the letter. The clock then runs until that day; one that ran out stays missed.

    Refuses NotLater for a date that is not later than the one given; Ended; NotAllowed; what the letter refuses."""
    check(by, "victims.keep")
    case, row = held(review)
    if until <= max(due_on(row), day_of(at)):
        raise NotLater
    given = {f"reasons_{language}": words for language, words in why.items()}
    given |= {f"new_date_{language}": dates.day(until, language) for language in why}
    letter = write_letter(case, "victim_review_longer", _named(row) | given, by=by, at=at)
    made = Longer.objects.create(review=row, until=until, why="\n".join(why.values()), letter=letter, at=at, by=by)
    facts = {"promise": "vrr-complete", "until": until.isoformat(), "review": row.pk, "letter": letter.pk}
    write(case, Line("clock_extended", at, by, facts=facts, payload={"words": made.why}))
    return made


@transaction.atomic
def finish(review: Review, result: str, why: Mapping[str, str], *, by: Handler, at: datetime) -> Letter | None:
    """The result, and the letter that tells the victim. `result` is a code of the list that day; `why` is in each language
    of the letter. Nobody is written to about a request they took back.

    Refuses NotListed; NotTakenOn for a result of a review nobody took on or looked at; Ended; NotAllowed."""
    check(by, "victims.keep")
    case, row = held(review)
    if code_list(queries.RESULTS).find(result, day_of(at)) is None:
        raise NotListed(result)
    if result not in {WITHDRAWN, NOT_COVERED} and not (row.taken_on and row.reviewer):
        raise NotTakenOn
    letter = None
    if result != WITHDRAWN:
        given = {f"reasons_{language}": words for language, words in why.items()}
        given["reviewer"] = row.reviewer or by.name
        letter = write_letter(case, "victim_review_result", _named(row) | given | {"result": result}, by=by, at=at)
    row.result, row.ended_at, row.ended_by = result, at, by
    row.save(update_fields=["result", "ended_at", "ended_by"])
    facts = {"review": row.pk, "result": result}
    write(case, Line("victim_review_ended", at, by, facts=facts, payload={"words": "\n".join(why.values())}))
    return letter


def _named(review: Review) -> dict[str, str]:
    return {"crime_reference": review.crime_reference, "reviewer": review.reviewer}
