"""Opening a review, by a contact or by hand, and changing what is known of it."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .. import queries
from ..models import Review
from ..refusals import OpenAlready
from ..standing import held


@dataclass(frozen=True)
class Asked:
    """What is known of a request: when and by which channel it came, about which decision, and the facts the law weighs."""

    asked_on: date
    door: str
    crime_reference: str = ""
    decision: str = ""
    decided_on: date | None = None
    told_on: date | None = None
    decided_by: str = ""
    decided_rank: str = ""
    decided_number: str = ""
    answers: dict[str, str] = field(default_factory=dict)


@transaction.atomic
def from_contact(contact: Contact, *, by: Handler | None, at: datetime) -> Review | None:
    """By itself (the rounds) or by a handler: a contact that asks for a review opens one, with what its questions
    were answered. None, and nothing changed, where the case has one that is open or this contact opened one before."""
    if by is not None:
        check(by, "victims.keep")
    case = locked(contact.case)
    if Review.objects.filter(case=case, ended_at=None).exists() or Review.objects.filter(contact=contact).exists():
        return None
    given = queries.answers(contact)
    told = given.get("told-on", "")
    asked = Asked(
        day_of(contact.received_at), contact.channel, (given.get("review-reference") or contact.crime_reference)[:60],
        told_on=date.fromisoformat(told) if told[:4].isdecimal() else None,
    )  # fmt: skip
    return _opened(case, asked, contact, by, contact.received_at, at)


@transaction.atomic
def open_review(case: Case, asked: Asked, *, by: Handler, at: datetime) -> Review:
    """A handler opens a review that was asked for in writing, by phone or in person.

    Event `victim_review_opened`, from which the ten and the thirty working days run. Refuses OpenAlready, NotAllowed."""
    check(by, "victims.keep")
    case = locked(case)
    if Review.objects.filter(case=case, ended_at=None).exists():
        raise OpenAlready
    began = min(at, datetime.combine(asked.asked_on, at.timetz()))
    return _opened(case, asked, None, by, began, at)


def _opened(
    case: Case, asked: Asked, contact: Contact | None, by: Handler | None, began: datetime, at: datetime
) -> Review:
    made = Review.objects.create(case=case, contact=contact, opened_at=at, by=by, **asdict(asked))
    facts = {"review": made.pk, "door": asked.door, "asked_at": began.isoformat()}
    write(case, Line("victim_review_opened", at, by, "" if by else "rounds", facts=facts))
    return made


@transaction.atomic
def change(review: Review, asked: Asked, *, by: Handler, at: datetime) -> None:
    """Write down what is now known. A changed fact takes back what was decided on it: it is weighed again by a person.

    Refuses Ended, NotAllowed."""
    check(by, "victims.keep")
    case, row = held(review)
    before = {name: getattr(row, name) for name in asdict(asked)}
    changed = sorted(name for name, value in asdict(asked).items() if before[name] != value)
    if not changed:
        return
    for name in changed:
        setattr(row, name, getattr(asked, name))
    if {"decision", "decided_on", "told_on", "asked_on", "answers"} & set(changed):
        row.taken_on, row.taken_why, row.taken_at, row.taken_by = None, "", None, None
    if {"decided_by", "decided_rank", "decided_number"} & set(changed):
        row.reviewer = row.reviewer_rank = row.reviewer_number = ""  # checked against somebody else
    row.save()
    write(case, Line("victim_review_changed", at, by, facts={"review": row.pk, "changed": changed}))
