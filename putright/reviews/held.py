"""The review as it is now, held until the transaction ends; who may decide it; and words in each language as one text."""

from collections.abc import Mapping

from django.db.models import Q

from putright.cases.actions import locked
from putright.cases.models import Case, Event
from putright.cases.remit import check_remit
from putright.people.models import Handler
from putright.people.remit import Function

from . import queries, rules
from .models import Review
from .refusals import NotNow, NotYou

# Letters of an earlier review, and time given to answer it, are no handling.
LETTERS = Q(verb__in=("wrote", "sent"), facts__kind__startswith="review_") | Q(verb="clock_extended", facts__has_key="review")


def held_now(review: Review, *stages: str) -> tuple[Case, Review]:
    """The case, held, and the review as it is now. Refuses NotNow when it stands at none of those stages."""
    case = locked(review.case)
    now = Review.objects.select_related("case", "area").get(pk=review.pk)
    if queries.stage(now) not in stages:
        raise NotNow
    return case, now


def check_reviewer(review: Review, by: Handler, function: Function = Function.REVIEW) -> None:
    """Refuses NotYou for anybody who had a part in the handling, and OutsideRemit for whom the law does not let review for
    the local policing body (CMR 2020 reg 50), or who is linked to the case. Whoever has it may send it on to the right body
    (PRA 2002 Sch 3 paras 31-32): that is no review, and its `function` is only to clarify."""
    check_remit(review.case, by, function)
    before = Event.objects.filter(case=review.case, by=by, at__lte=review.at).exclude(LETTERS)
    if rules.had_part(before.values_list("verb", flat=True)):
        raise NotYou


def together(said: Mapping[str, str]) -> str:
    """What was written, by language, as one text for the review and the log; empty when nothing was."""
    return "\n\n".join(words for words in said.values() if words.strip())
