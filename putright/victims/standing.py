"""How a review stands: what the rules find, by when the victim hears, and the row held for an action."""

from datetime import date

from putright.cases.actions import locked
from putright.cases.models import Case
from putright.law.calendar import day_of

from . import rules
from .models import Review
from .refusals import Ended


def standing(review: Review) -> str:
    """What the rules find today: rules.COVERED, LATE, NOT_COVERED or UNKNOWN."""
    sheet = rules.facts(review.decision, review.answers, told_on=review.told_on, asked_on=review.asked_on)
    return rules.found(sheet, decided_on=review.decided_on, asked_on=review.asked_on)[0]


def due_on(review: Review) -> date:
    """The last day on which they were to hear, or the new one they were told. No query where `longer` was fetched."""
    given = [one.until for one in review.longer.all()]
    return max(given) if given else day_of(rules.answer_by(review.asked_on))


def held(review: Review) -> tuple[Case, Review]:
    """The case and the review's row, held until the transaction ends. Refuses Ended."""
    case = locked(review.case)
    row = Review.objects.get(pk=review.pk)
    row.case = case
    if row.ended_at:
        raise Ended
    return case, row
