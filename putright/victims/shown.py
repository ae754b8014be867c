"""How a review is shown: the finding row by row, its dates and what is still wanted. Reads; writes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language

from putright.clocks.promises import Clock, latest
from putright.clocks.queries import for_cases
from putright.law.calendar import day_of
from putright.law.terms import Known
from putright.law.victims import last_day_to_ask
from putright.law.words import fact_question

from . import rules, words
from .models import Review
from .standing import due_on

ACKNOWLEDGE, ANSWER = "vrr-acknowledge", "vrr-complete"  # promises of the office (clocks)
EXCLUDES = frozenset(rules.DECISIONS) - frozenset(rules.REVIEWABLE)


@dataclass(frozen=True)
class Reason:
    """One row of the scheme: what it asks, the answer, whether that speaks for a review, and where it is written."""

    asks: str
    answer: object
    good: bool | None
    source: str


@dataclass(frozen=True)
class Weighed:
    finding: str
    said: object
    reasons: list[Reason]
    last_day: date | None
    before_scheme: bool


def weighed(review: Review) -> Weighed:
    """What the scheme finds of this request, with every reason. No query."""
    language = "cy" if get_language() == "cy" else "en"
    sheet = rules.facts(review.decision, review.answers, told_on=review.told_on, asked_on=review.asked_on)
    finding, found = rules.found(sheet, decided_on=review.decided_on, asked_on=review.asked_on)
    reasons = [
        Reason(fact_question(rule.fact, language), words.ANSWERS[answer], _good(rule.fact, answer), rule.source)
        for rule, answer in ((row.rule, row.answer) for row in found.rows)
        if rule.fact not in rules.DECISIONS or answer is not Known.NO
    ]
    last = last_day_to_ask(review.told_on) if review.told_on else None
    before = bool(review.decided_on and review.decided_on < rules.SINCE)
    return Weighed(finding, words.FOUND[finding], reasons, last, before)


def _good(fact: str, answer: Known) -> bool | None:
    if answer is Known.NOT_KNOWN:
        return None
    return (answer is Known.YES) != (fact in EXCLUDES)


@dataclass(frozen=True)
class Line:
    """A review on the team's list."""

    review: Review
    clocks: Mapping[str, Clock]
    due_on: date
    is_late: bool
    wants: list[str]
    acknowledged: object


def listed(reviews: Iterable[Review], at: datetime, language: str) -> list[Line]:
    """What falls due first at the top. Two queries for all of them."""
    rows = list(reviews)
    clocks = for_cases([row.case for row in rows], at) if rows else {}
    lines = [line(row, latest(clocks[row.case_id]), at, language) for row in rows]
    return sorted(lines, key=lambda one: (one.due_on, one.review.pk))


def line(review: Review, clocks: Iterable[Clock], at: datetime, language: str) -> Line:
    mine = {clock.promise: clock for clock in clocks if clock.promise in (ACKNOWLEDGE, ANSWER)}
    due = due_on(review)
    told = mine.get(ACKNOWLEDGE)
    late = review.ended_at is None and day_of(at) > due
    return Line(review, mine, due, late, wants(review, told), told.state_words(language) if told else "")


def wants(review: Review, told: Clock | None) -> list[str]:
    """What is still to be done on an open review, by the name of its page."""
    if review.ended_at:
        return []
    steps = {
        "details": not (review.decision and review.told_on and review.decided_by),
        "take_on": review.taken_on is None,
        "reviewer": bool(review.taken_on) and not review.reviewer,
        "acknowledge": told is not None and told.is_open,
        "result": review.taken_on is False or bool(review.reviewer),
    }
    return [name for name, needed in steps.items() if needed]
