"""An application for a review, from the day it comes until it is decided whether we review it. What follows is in `deciding`.

Each is one transaction and writes its events to the log of the case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from django.db import transaction

from putright.cases.actions import locked, move
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.stages import HANDED_OVER
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.people.gates import check
from putright.people.models import Handler, Person
from putright.people.remit import Function

from . import queries, rules
from .held import check_reviewer, held_now, together
from .models import Request, Review
from .refusals import NeedsReason, NothingToWaive, NotLate, NotNow, SayWhy, WrongDays

DAYS = ("received_on", "given_on", "wrong_on", "sent_on", "complained_on")


@dataclass(frozen=True)
class New:
    """What came in with the application: a contact that is not written down yet, and whose it is."""

    said: Said
    person: Person | dict[str, object] | None = None


@transaction.atomic
def enter(case: Case, application: rules.Application, came_in: New | Contact, *, by: Handler, at: datetime) -> Review:
    """Write down an application about a case we hold. What came in new is received as a contact of the case.

    The same contact again gives the review it made. Refuses WrongDays; NotAllowed by role."""
    check(by, "reviews.enter")
    _check_days(application)
    case = locked(case)
    contact = receive(came_in.said, case.complainant, by=by, at=at, joins=case) if isinstance(came_in, New) else came_in
    if again := Review.objects.filter(contact=contact).first():
        return again
    return _written(case, application, contact, by=by, at=at)


@transaction.atomic
def enter_elsewhere(application: rules.Application, came_in: New, *, by: Handler, at: datetime) -> Review:
    """Write down an application about a case the force holds and we do not: a file is opened for the review. Its stage says
    that the complaint is with somebody else, so that nobody triages it.

    The same contact again gives the review it made. Refuses WrongDays; NotAllowed by role."""
    check(by, "reviews.enter")
    _check_days(application)
    contact = receive(came_in.said, came_in.person, by=by, at=at)
    if again := Review.objects.filter(contact=contact).first():
        return again
    case = locked(contact.case)
    move(case, "hand_over", at=at)
    return _written(case, application, contact, by=by, at=at, held=False)


def _written(case: Case, one: rules.Application, contact: Contact, *, by: Handler, at: datetime, held: bool = True) -> Review:
    number = Review.objects.filter(case=case).count() + 1
    made = Review.objects.create(
        case=case, number=number, contact=contact, held=held, at=at, by=by, **queries.columns(one)
    )
    facts = {"review": number, "contact": contact.pk, "received_on": one.received_on, "given_on": one.given_on}
    write(case, Line("review_asked", at, by, facts=facts))
    return made


def _check_days(one: rules.Application) -> None:
    """Both days with the wrong body or neither, in order, and no later than the day it reached us."""
    if bool(one.wrong_on) != bool(one.sent_on):
        raise WrongDays
    if one.wrong_on and one.sent_on and not one.wrong_on <= one.sent_on <= one.received_on:
        raise WrongDays


@transaction.atomic
def learn(review: Review, application: rules.Application, *, by: Handler, at: datetime) -> None:
    """Put what is now known in the place of what was: days, how it was dealt with, the grounds. Nothing different: nothing
    changes. Refuses NotNow once it was decided whether we review it; WrongDays."""
    check(by, "reviews.work")
    _check_days(application)
    case, review = held_now(review, rules.ASKED)
    new = queries.columns(application)
    changed = [name for name, value in new.items() if getattr(review, name) != value]
    if not changed:
        return
    Review.objects.filter(pk=review.pk).update(**new)
    codes = {name: value for name, value in new.items() if name in (*DAYS, "facts")}
    write(case, Line("review_learned", at, by, facts={"review": review.number, **codes}))


@transaction.atomic
def extend(review: Review, why: str, *, by: Handler, at: datetime) -> None:
    """Let a late application be heard: special circumstances make it just (CMR 2020 reg 29(4)). A named person decides.

    Refuses NotLate, SayWhy, NotNow; NotYou and OutsideRemit."""
    check(by, "reviews.decide")
    case, review = _decision(review, why, by=by)
    if queries.findings(review)["time"].conclusion != "late":
        raise NotLate
    Review.objects.filter(pk=review.pk).update(extended_at=at)
    facts = {"review": review.number, "source": "CMR 2020 reg 29(4)"}
    write(case, Line("review_extended", at, by, facts=facts, payload={"why": why}))


@transaction.atomic
def waive(review: Review, particulars: Sequence[str], why: str, *, by: Handler, at: datetime) -> None:
    """Let faults in the form go (CMR 2020 reg 29(6)): of rules.PARTICULARS, those that are missing.

    Refuses NothingToWaive, SayWhy, NotNow; NotYou and OutsideRemit."""
    check(by, "reviews.decide")
    case, review = _decision(review, why, by=by)
    missing = queries.findings(review)["form"].missing
    if not particulars or not set(particulars) <= set(missing):
        raise NothingToWaive
    waived = [name for name in rules.PARTICULARS if name in {*review.waived, *particulars}]
    Review.objects.filter(pk=review.pk).update(waived=waived)
    facts = {"review": review.number, "waived": list(particulars), "source": "CMR 2020 reg 29(6)"}
    write(case, Line("review_waived", at, by, facts=facts, payload={"why": why}))


def _decision(review: Review, why: str, *, by: Handler) -> tuple[Case, Review]:
    case, review = held_now(review, rules.ASKED)
    check_reviewer(review, by)
    if not why.strip():
        raise SayWhy
    return case, review


@transaction.atomic
def request(review: Review, of: str, words: str, *, by: Handler, at: datetime) -> Request:
    """Ask the complainant or the authority for what the review needs (CMR 2020 reg 29(7)). Refuses SayWhy, NotNow."""
    check(by, "reviews.work")
    case, review = held_now(review, rules.ASKED, rules.LOOKED_AT)
    if not words.strip() or of not in ("complainant", "authority"):
        raise SayWhy
    made = Request.objects.create(review=review, of=of, words=words, at=at, by=by)
    facts = {"review": review.number, "request": made.pk, "of": of, "source": "CMR 2020 reg 29(7)"}
    write(case, Line("review_wanted", at, by, facts=facts, payload={"words": words}))
    return made


@transaction.atomic
def came(asked: Request, words: str, *, by: Handler, at: datetime) -> None:
    """Write down what they sent, or that it cannot be had. Refuses SayWhy, and NotNow when that is already written."""
    check(by, "reviews.work")
    case, review = held_now(asked.review, rules.ASKED, rules.LOOKED_AT)
    if not words.strip():
        raise SayWhy
    if not Request.objects.filter(pk=asked.pk, came_at=None).update(came_at=at, answer=words):
        raise NotNow
    facts = {"review": review.number, "request": asked.pk}
    write(case, Line("review_heard", at, by, facts=facts, payload={"words": words}))


@transaction.atomic
def admit(
    review: Review, decision: str, because: Mapping[str, str] = MappingProxyType({}), *, ground: str = "", by: Handler,
    at: datetime,
) -> None:  # fmt: skip
    """Decide whether we review it (rules.ADMITTED): accept it, refuse it on a ground (rules.GROUNDS), or forward it to the
    right body, for which it counts as made that day (PRA 2002 Sch 3 paras 31-32). What is refused or forwarded is finished.
    `because` is by language: a refusal goes into their letter.

    Refuses NeedsReason when the findings suggest something else and nothing is said; SayWhy for a refusal on no ground;
    NotNow; NotYou and OutsideRemit."""
    check(by, "reviews.decide")
    case, review = held_now(review, rules.ASKED)
    check_reviewer(review, by, Function.CLARIFY if decision == rules.FORWARDED else Function.REVIEW)
    found = queries.findings(review)
    if decision not in rules.ADMITTED or (decision == rules.REFUSED and ground not in rules.GROUNDS):
        raise SayWhy
    differs = decision != rules.suggested(found) or (decision == rules.REFUSED and ground != rules.ground(found))
    why = together(because)
    if differs and not why:
        raise NeedsReason
    ended = decision != rules.ACCEPTED
    Review.objects.filter(pk=review.pk).update(
        admitted=decision, admitted_at=at, admitted_by=by, ground=ground if decision == rules.REFUSED else "",
        because=why, said={"because": dict(because)}, finished_at=at if ended else None,
    )  # fmt: skip
    facts = {"review": review.number, "differs": differs, **_told(found)}
    if decision == rules.REFUSED:
        facts["ground"] = ground
    write(case, Line(f"review_{decision}", at, by, facts=facts, payload={"because": why} if why else {}))
    if ended:
        _with_nobody_now(case, review, at=at)


def _told(found: Mapping[str, rules.Found]) -> dict[str, object]:
    """The findings as the log keeps them: each question’s answer with the sources of the rows that were met."""
    return {
        name: {"answer": one.answer, "conclusion": one.conclusion, "sources": sorted({line.source for line in one.lines})}
        for name, one in found.items()
    }


@transaction.atomic
def withdraw(review: Review, why: str, *, by: Handler, at: datetime) -> None:
    """They no longer want it. Refuses SayWhy when nothing says how we know; NotNow once it is decided."""
    check(by, "reviews.work")
    case, review = held_now(review, rules.ASKED, rules.LOOKED_AT)
    if not why.strip():
        raise SayWhy
    Review.objects.filter(pk=review.pk).update(admitted=rules.WITHDRAWN, admitted_at=at, admitted_by=by, finished_at=at)
    write(case, Line("review_withdrawn", at, by, facts={"review": review.number}, payload={"why": why}))
    _with_nobody_now(case, review, at=at)


def _with_nobody_now(case: Case, review: Review, *, at: datetime) -> None:
    """A file opened only for the review can now be closed, by a person."""
    if not review.held and case.stage == HANDED_OVER and not queries.open_on(case):
        move(case, "outcome_back", at=at)
