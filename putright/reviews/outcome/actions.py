"""Looking at an accepted review: who must know, each point, the outcome, what is recommended, and what comes of it.

We recommend; only the IOPC may require (PRA 2002 Sch 3 paras 6A(6), 25(4E))."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.cases.actions import move
from putright.cases.log import Line, write
from putright.cases.stages import HANDED_OVER
from putright.codes.queries import in_force
from putright.interested.models import Interested
from putright.interested.queries import told as kept_informed
from putright.law.calendar import day_of
from putright.law.reviews import last_day_to_respond
from putright.people.gates import check
from putright.people.models import Handler, Team

from .. import queries, rules
from ..held import check_reviewer, held_now, together
from ..models import Point, Recommendation, Review, Told
from ..refusals import (
    NeedsReason,
    NoPoints,
    NotCompensation,
    NotKeptInformed,
    NotLater,
    NotNow,
    NotThatWay,
    NotUpheld,
    SayWhy,
    StillToDo,
)


@dataclass(frozen=True)
class Telling:
    """Somebody who is told, or who is not and why: with `interested`, that person."""

    whom: str
    interested: Interested | None = None
    withheld: str = ""


@dataclass(frozen=True)
class Verdict:
    """The outcome of a review, in words for those who read it by their language, and what it was mostly about."""

    outcome: str
    reasons: Mapping[str, str]
    because: str = ""  # when the points say something else
    category: str = ""
    area: Team | None = None


@transaction.atomic
def notify(review: Review, telling: Sequence[Telling], *, by: Handler, at: datetime) -> None:
    """Say who is told of the application (PRA 2002 Sch 3 paras 6A(3) and 25(1C)): the authority, interested persons,
    whoever is complained of. Their letters follow (the room `review_letters`). Refuses NotNow; SayWhy for nobody or for somebody
    kept in the dark without a reason; NotKeptInformed for whoever is not written down on the case and agreed."""
    check(by, "reviews.work")
    case, review = held_now(review, rules.LOOKED_AT, rules.DECIDED)
    facts = {"review": review.number, **_told(review, rules.NOTICE, telling, by=by, at=at)}
    write(case, Line("review_noticed", at, by, facts=facts, payload=_why(telling)))


@transaction.atomic
def copy(review: Review, telling: Sequence[Telling], *, by: Handler, at: datetime) -> None:
    """Say who is sent the recommendation and the answer: the complainant, interested persons, and whoever is
    complained of unless it would be prejudicial (CMR 2020 reg 30(7)). Refuses as `notify`."""
    check(by, "reviews.work")
    case, review = held_now(review, rules.ANSWERED)
    facts = {"review": review.number, **_told(review, rules.COPY, telling, by=by, at=at)}
    write(case, Line("review_copied", at, by, facts=facts, payload=_why(telling)))


def _told(review: Review, what: str, telling: Sequence[Telling], *, by: Handler, at: datetime) -> dict[str, object]:
    allowed = frozenset(rules.WHOM) - ({"complainant"} if what == rules.NOTICE else {"authority"})
    if not telling or any(one.whom not in allowed or (one.whom == "interested") != bool(one.interested) for one in telling):
        raise SayWhy
    named = [one.interested for one in telling if one.interested]
    if named and not set(named) <= set(kept_informed(review.case)):
        raise NotKeptInformed
    Told.objects.bulk_create(
        Told(review=review, what=what, whom=one.whom, interested=one.interested, withheld=bool(one.withheld), why=one.withheld,
             at=at, by=by)
        for one in telling
    )  # fmt: skip
    found = {"told": [one.whom for one in telling if not one.withheld], "withheld": [one.whom for one in telling if one.withheld]}
    return {**found, "interested": [one.pk for one in named]}


def _why(telling: Sequence[Telling]) -> dict[str, object]:
    names = [one.interested.person.name for one in telling if one.interested]
    why = "\n".join(one.withheld for one in telling if one.withheld)
    return {**({"words": ", ".join(names)} if names else {}), **({"why": why} if why else {})}


@transaction.atomic
def weigh(review: Review, words: str, reasonable: str, reasons: str, *, by: Handler, at: datetime) -> Point:
    """Write down one point they make, and whether the outcome was reasonable and proportionate on it, with the reasons. The
    same words again change that point; the log keeps both. Refuses SayWhy, NotNow; NotYou and OutsideRemit."""
    check(by, "reviews.decide")
    case, review = held_now(review, rules.LOOKED_AT)
    check_reviewer(review, by)
    if not words.strip() or not reasons.strip() or reasonable not in (rules.YES, rules.NO):
        raise SayWhy
    said = {"reasonable": reasonable, "reasons": reasons}
    point = Point.objects.filter(review=review, words=words).first()
    if point is None:
        number = Point.objects.filter(review=review).count() + 1
        point = Point.objects.create(review=review, number=number, words=words, **said)
    Point.objects.filter(pk=point.pk).update(**said)
    facts = {"review": review.number, "point": point.number, "reasonable": reasonable}
    write(case, Line("review_weighed", at, by, facts=facts, payload={"words": words, "reason": reasons}))
    return point


@transaction.atomic
def decide(review: Review, verdict: Verdict, *, by: Handler, at: datetime) -> None:
    """Decide the review: was the outcome reasonable and proportionate? A named person, with no part in the handling, as soon
    as practicable (CMR 2020 reg 29(9)). Upheld means that it was not.

    Refuses NoPoints before any is looked at; NeedsReason when the points say something else and nothing is said; SayWhy,
    NotNow; NotYou and OutsideRemit."""
    check(by, "reviews.decide")
    case, review = held_now(review, rules.LOOKED_AT)
    check_reviewer(review, by)
    points = list(Point.objects.filter(review=review).values_list("reasonable", flat=True))
    if not points:
        raise NoPoints
    if verdict.outcome not in rules.OUTCOMES or not together(verdict.reasons):
        raise SayWhy
    differs = verdict.outcome != rules.outcome_of(points)
    if differs and not verdict.because.strip():
        raise NeedsReason
    reasons = together(verdict.reasons)
    Review.objects.filter(pk=review.pk).update(
        outcome=verdict.outcome, reasons=reasons, said=review.said | {"reasons": dict(verdict.reasons)}, decided_at=at,
        decided_by=by, category=verdict.category, area=verdict.area,
    )  # fmt: skip
    facts = {"review": review.number, "outcome": verdict.outcome, "points": len(points), "differs": differs,
             "source": "CMR 2020 reg 29(9)"}  # fmt: skip
    payload: dict[str, object] = {"reason": reasons, **({"because": verdict.because} if verdict.because else {})}
    write(case, Line("review_decided", at, by, facts=facts, payload=payload))


@transaction.atomic
def recommend(review: Review, items: Mapping[str, Mapping[str, str]], *, by: Handler, at: datetime) -> None:
    """Recommend to the authority: each way (the list `review-ways`) with what we ask of it in words. Their 28 days begin
    the day after (CMR 2020 reg 30(5)).

    Refuses NotUpheld, NotCompensation, NotThatWay (the law has it not after this handling), SayWhy, NotNow; NotYou and
    OutsideRemit."""
    check(by, "reviews.decide")
    case, review = held_now(review, rules.DECIDED)
    check_reviewer(review, by)
    if review.outcome != rules.UPHELD:
        raise NotUpheld
    words = {way: together(said) for way, said in items.items()}
    fitting = {way.code: way for way in rules.ways(in_force(queries.WAYS, day_of(at)), queries.application(review).handled)}
    if any(rules.is_compensation(fitting[way], words[way]) for way in items if way in fitting):
        raise NotCompensation
    if not set(items) <= fitting.keys():
        raise NotThatWay
    if not items or not all(words.values()):
        raise SayWhy
    made = (Recommendation(review=review, way=way, words=words[way], said={"words": dict(items[way])}) for way in items)
    Recommendation.objects.bulk_create(made)
    answer_by = last_day_to_respond(day_of(at))
    Review.objects.filter(pk=review.pk).update(recommended_at=at, answer_by=answer_by)
    facts = {"review": review.number, "ways": list(items), "answer_by": answer_by}
    write(case, Line("review_recommended", at, by, facts=facts, payload={"words": "\n".join(words.values())}))


@transaction.atomic
def longer(review: Review, until: date, why: str, *, by: Handler, at: datetime) -> None:
    """Give the authority until that day to answer (CMR 2020 reg 30(6)): its clock then runs until the end of that day. What
    had run out already stays missed. Refuses NotLater, SayWhy, NotNow."""
    check(by, "reviews.decide")
    case, review = held_now(review, rules.WAITING)
    if review.answer_by is None or until <= review.answer_by:
        raise NotLater
    if not why.strip():
        raise SayWhy
    Review.objects.filter(pk=review.pk).update(answer_by=until)
    facts = {"promise": "review-answer", "until": until.isoformat(), "review": review.number, "source": "CMR 2020 reg 30(6)"}
    write(case, Line("clock_extended", at, by, facts=facts, payload={"words": why}))


@transaction.atomic
def remind(review: Review, words: str, *, by: Handler, at: datetime) -> None:
    """Write down that the authority was reminded, and how. Refuses SayWhy, NotNow."""
    check(by, "reviews.work")
    case, review = held_now(review, rules.WAITING)
    if not words.strip():
        raise SayWhy
    write(case, Line("review_reminded", at, by, facts={"review": review.number}, payload={"words": words}))


@transaction.atomic
def answered(
    review: Review, answers: Mapping[int, tuple[str, Mapping[str, str]]], on: date, *, by: Handler, at: datetime
) -> None:
    """Keep the authority’s answer to each recommendation, by its key: accepted with the steps, or refused with the reasons
    (CMR 2020 reg 30(4)). `on` is the day it came. Refuses SayWhy while one is without an answer, NotNow."""
    check(by, "reviews.work")
    case, review = held_now(review, rules.WAITING)
    items = list(Recommendation.objects.filter(review=review).order_by("pk"))
    if {one.pk for one in items} != set(answers) or any(
        said not in (rules.YES, rules.NO) or not together(words) for said, words in answers.values()
    ):
        raise SayWhy
    for one in items:
        one.accepted, words = answers[one.pk]
        one.answer, one.said = together(words), one.said | {"answer": dict(words)}
    Recommendation.objects.bulk_update(items, ["accepted", "answer", "said"])
    Review.objects.filter(pk=review.pk).update(answered_on=on)
    facts = {"review": review.number, "answered_on": on, "accepted": {one.way: one.accepted for one in items}}
    write(case, Line("review_answered", at, by, facts=facts, payload={"words": "\n".join(one.answer for one in items)}))


@transaction.atomic
def finish(review: Review, *, by: Handler, at: datetime) -> None:
    """Finish a review: everything is decided, answered and told. A named person finishes it; nothing finishes by itself.

    Refuses StillToDo with what is left, NotNow. A file opened only for the review can then be closed."""
    check(by, "reviews.work")
    case, review = held_now(review, rules.DECIDED, rules.ANSWERED)
    if left := queries.left(review):
        raise StillToDo(left)
    if not Review.objects.filter(pk=review.pk, finished_at=None).update(finished_at=at):
        raise NotNow
    write(case, Line("review_finished", at, by, facts={"review": review.number}))
    if not review.held and case.stage == HANDED_OVER and not queries.open_on(case):
        move(case, "outcome_back", at=at)
