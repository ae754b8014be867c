"""What was confirmed and learned of a review, how the recommendations stand, and what the Victims' Code makes of a contact."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .. import queries, rules
from ..models import Confirmed, Progress, Review, UnderCode
from ..refusals import NotYetEnded


@dataclass(frozen=True)
class Done:
    """Something done in the force's own system: a code of rules.CONFIRMED, when, by whom, under which number or place."""

    what: str
    on: date
    who: str
    where: str = ""


@transaction.atomic
def confirm(review: Review, done: Done, *, by: Handler, at: datetime) -> Confirmed:
    """Write down that something lies in the force's own system, as somebody confirmed it. Also after the end.

    Refuses a kind it does not know (ValueError), NotAllowed."""
    check(by, "victims.keep")
    if done.what not in rules.CONFIRMED:
        raise ValueError(f"{done.what} is nothing that is confirmed")
    case = locked(review.case)
    made = Confirmed.objects.create(review=review, at=at, by=by, **asdict(done))
    facts = {"review": review.pk, "what": done.what, "on": done.on.isoformat()}
    write(case, Line("victim_review_confirmed", at, by, facts=facts, payload={"who": done.who, "where": done.where}))
    return made


@transaction.atomic
def learn(review: Review, learning: str, good_practice: str, shared_where: str, *, by: Handler, at: datetime) -> None:
    """What the review teaches and what was done well, and where it was shared. Refuses NotYetEnded, NotAllowed."""
    check(by, "victims.keep")
    case = locked(review.case)
    row = Review.objects.get(pk=review.pk)
    if row.ended_at is None:
        raise NotYetEnded
    row.learning, row.good_practice, row.shared_where = learning, good_practice, shared_where
    row.save(update_fields=["learning", "good_practice", "shared_where"])
    payload: dict[str, object] = {"learning": learning, "good_practice": good_practice}
    write(case, Line("victim_review_learned", at, by, facts={"review": row.pk}, payload=payload))


@transaction.atomic
def say_how_it_stands(number: int, owner: str, state: str, words: str, *, by: Handler, at: datetime) -> Progress:
    """A new line for one of the six recommendations; earlier lines stay. Refuses a number or state it does not know
    (ValueError), NotAllowed."""
    check(by, "victims.progress")
    if number not in rules.NUMBERS or state not in rules.STATES:
        raise ValueError(f"no recommendation {number} stands {state}")
    return Progress.objects.create(number=number, owner=owner, state=state, evidence=words, at=at, by=by)


@dataclass(frozen=True)
class Code:
    """What the Victims' Code makes of a contact; `happened` is what right 6 wants them told of, and when they were."""

    victim: str
    enhanced: str
    rights: Sequence[str] = ()
    crime_reference: str = ""
    happened: str = ""
    happened_on: date | None = None
    told_on: date | None = None


@transaction.atomic
def note_code(contact: Contact, code: Code, *, by: Handler, at: datetime) -> UnderCode:
    """Flag a contact under the Victims' Code. Noted again, the newer takes its place; the log keeps both.

    Refuses NotListed for a right the Code did not have that day, NotAllowed."""
    check(by, "victims.keep")
    case = locked(contact.case)
    listed = code_list(queries.RIGHTS)
    for right in code.rights:
        if listed.find(right, day_of(at)) is None:
            raise NotListed(right)
    values = asdict(code) | {"rights": list(code.rights), "case": case, "at": at, "by": by}
    made, _new = UnderCode.objects.update_or_create(contact=contact, defaults=values)
    facts = {"contact": contact.pk, "victim": code.victim, "enhanced": code.enhanced, "rights": list(code.rights)}
    write(case, Line("victims_code_noted", at, by, facts=facts))
    return made
