"""What is known of a review, what the rules find, and the register of them all."""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet

from putright.cases.models import Allegation, Case
from putright.contacts.models import Contact
from putright.interested.queries import told
from putright.law.calendar import day_of
from putright.people.models import Team
from putright.triage.queries import sheet

from . import rules
from .models import Request, Review, Told

PAGE = 50
WAYS = "review-ways"  # the list of ways to recommend
COLUMNS = ("received_on", "given_on", "wrong_on", "sent_on", "complained_on", "decision_of")
IN_FACTS = tuple(one.name for one in fields(rules.Application) if one.name not in COLUMNS)


class NoSuchReview(Exception):
    """This case has no review of that number."""


def columns(one: rules.Application) -> dict[str, Any]:
    """An application as a review keeps it."""
    facts = {name: getattr(one, name) for name in IN_FACTS} | {"grounds": dict(one.grounds), "states": list(one.states)}
    return {**{name: getattr(one, name) for name in COLUMNS}, "facts": facts}


def application(review: Review) -> rules.Application:
    return rules.Application(**{name: getattr(review, name) for name in COLUMNS}, **review.facts)


def findings(review: Review) -> dict[str, rules.Found]:
    """What the rules say of it as it stands. No query."""
    return rules.findings(application(review), extended=review.extended_at is not None, waived=review.waived)


def stage(review: Review) -> str:
    return rules.stage(
        admitted=review.admitted, outcome=review.outcome, recommended=review.recommended_at is not None,
        answered=review.answered_on is not None, finished=review.finished_at is not None,
    )  # fmt: skip


def of_case(case: Case) -> list[Review]:
    """Every review of a case, the first first. One query."""
    return list(Review.objects.filter(case=case).select_related("admitted_by", "decided_by").order_by("number"))


def open_on(case: Case) -> bool:
    return Review.objects.filter(case=case, finished_at=None).exists()


def one(case: Case, number: int) -> Review:
    """One review with all that belongs to it. Four queries; five with an area. Refuses NoSuchReview."""
    named = Prefetch("told", Told.objects.select_related("interested__person"))
    parts = ("recommendations", "points", named, Prefetch("requests", Request.objects.order_by("pk")))
    found = Review.objects.filter(case=case, number=number).select_related("admitted_by", "decided_by", "area", "contact")
    review = found.prefetch_related(*parts).first()
    if review is None:
        raise NoSuchReview
    review.case = case
    return review


def start(case: Case, on: date) -> dict[str, Any]:
    """What the file knows of an application about it, to begin the form with: its day, and the answers of triage."""
    handled = "outside" if case.recorded_at is None else rules.NOT_KNOWN
    if case.stage == "not_complaint":
        handled = "not_complaint"
    grounds = {fact: answer for fact, answer in sheet(case).facts.items() if fact in rules.OF_BODY}
    return {"received_on": on, "complained_on": day_of(case.received_at), "handled": handled, "who": "complainant", **grounds}


def known_of(case: Case) -> dict[str, str]:
    """What triage answered that bears on whose the review is: a referral that must be made, the chief officer."""
    return {fact: answer for fact, answer in sheet(case).facts.items() if fact in rules.READS}


def contacts_of(case: Case) -> list[Contact]:
    """What came in on a case and is no application yet, the newest first."""
    taken = Review.objects.filter(case=case).values("contact")
    return list(Contact.objects.filter(case=case).exclude(pk__in=taken).order_by("-received_at", "-pk")[:20])


def categories_of(case: Case) -> list[str]:
    return list(dict.fromkeys(Allegation.objects.filter(case=case).order_by("number").values_list("category", flat=True)))


def areas() -> list[Team]:
    return list(Team.objects.filter(kind__in=("local", "department")).order_by("name_en"))


def left(review: Review) -> tuple[str, ...]:
    """What must still be done before it is finished: keys of words.LEFT. Reads the parts `one` brought; one query."""
    done = {(one.what, one.whom, one.interested_id) for one in review.told.all()}
    others = [("interested", pk) for pk in told(review.case).values_list("pk", flat=True)]
    notice = [("authority", None), *others, ("subject", None)]
    copies = [("complainant", None), *others, ("subject", None)] if review.recommended_at else []
    wanted = [(rules.NOTICE, *one) for one in notice] + [(rules.COPY, *one) for one in copies]
    return tuple(dict.fromkeys(f"{one[0]}_{one[1]}" for one in wanted if one not in done))


@dataclass(frozen=True)
class Filters:
    """What of the register is asked for; empty means all."""

    state: str = ""  # open, waiting, late, finished
    outcome: str = ""  # of rules.OUTCOMES, or refused, forwarded, withdrawn
    handled: str = ""
    before: str = ""  # where the page begins: 2026-03-27~17


def register(open_cases: QuerySet[Case], asked: Filters, on: date) -> QuerySet[Review]:
    """The reviews of those cases that were asked for, the newest first."""
    found = Review.objects.filter(case__in=open_cases).select_related("case__complainant", "case", "area")
    if asked.handled:
        found = found.filter(facts__handled=asked.handled)
    return found.filter(_state(asked.state, on), _outcome(asked.outcome)).order_by("-received_on", "-pk")


def _state(state: str, on: date) -> Q:
    waiting = Q(answered_on=None, finished_at=None, recommended_at__isnull=False)
    return {
        "open": Q(finished_at=None), "waiting": waiting, "late": waiting & Q(answer_by__lt=on),
        "finished": Q(finished_at__isnull=False),
    }.get(state, Q())  # fmt: skip


def _outcome(outcome: str) -> Q:
    if outcome in rules.OUTCOMES:
        return Q(outcome=outcome)
    return Q(admitted=outcome) if outcome else Q()


def page(found: QuerySet[Review], before: str) -> tuple[list[Review], str]:
    """One page from that place, and where the next begins. The place is the last row of the page before."""
    day, _, pk = before.partition("~")
    try:
        place = (date.fromisoformat(day), int(pk))
    except ValueError:
        place = None
    if place and place[1] < 2**63:
        found = found.filter(Q(received_on__lt=place[0]) | Q(received_on=place[0], pk__lt=place[1]))
    rows = list(found[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return rows[:PAGE], f"{last.received_on.isoformat()}~{last.pk}" if last else ""


@dataclass(frozen=True)
class Theme:
    """How many reviews of one category, or one area, were decided, and how many of them upheld. `of` is its code or key."""

    of: Any
    decided: int
    upheld: int


def themes(open_cases: QuerySet[Case], by: str, at: datetime) -> list[Theme]:
    """Reviews decided in the last year by `category` or `area`, most upheld first. One query."""
    decided = Review.objects.filter(case__in=open_cases, decided_at__gt=at - timedelta(days=365), decided_at__lte=at)
    rows = decided.values(of=F(by)).annotate(decided=Count("pk"), upheld=Count("pk", filter=Q(outcome=rules.UPHELD)))
    return [Theme(row["of"], row["decided"], row["upheld"]) for row in rows.order_by("-upheld", "-decided", "of")]


def asked_for(case: Case) -> bool:
    """Whether a review of this case was ever asked for."""
    return Review.objects.filter(case=case).exists()
