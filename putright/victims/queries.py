"""Reviews by case and for the whole team, what was confirmed, what was learned, how the recommendations stand."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from putright.cases.models import Case, ComplainedOf, Event, Wall
from putright.contacts.models import Answer, Contact
from putright.letters.models import Letter
from putright.people.models import Handler

from .models import Confirmed, Longer, Progress, Review, UnderCode
from .rules import TOPIC, Named

SHOWN = 100
LOOK_BACK = timedelta(days=120)  # an older contact is opened by hand; the rounds stay quick
TELLS = ("victim_review_asked", "victim_review_result")  # letters that say we have it
RESULTS, RIGHTS, RANKS = "review-results", "victims-rights", "reviewer-ranks"  # lists of codes
NAMED = "victim_review_reviewer"  # the letter that says who looks at it


class NoSuchReview(LookupError):
    """That review is not on this case."""


def of_case(case: Case) -> list[Review]:
    """The newest first, with everything a panel shows: three queries."""
    return list(_whole(Review.objects.filter(case=case)).order_by("-pk"))


def one(case: Case, number: int) -> Review:
    found = _whole(Review.objects.filter(case=case, pk=number)).first()
    if found is None:
        raise NoSuchReview(number)
    found.case = case
    return found


def _whole(reviews: QuerySet[Review]) -> QuerySet[Review]:
    parts = (Prefetch("longer", Longer.objects.order_by("pk")), Prefetch("confirmed", Confirmed.objects.order_by("pk")))
    return reviews.select_related("taken_by", "contact").prefetch_related(*parts)


def open_ones(cases: QuerySet[Case]) -> list[Review]:
    """What still waits for its result, the longest waiting first: three queries."""
    waiting = Review.objects.filter(ended_at=None, case__in=cases).select_related("case__complainant")
    return list(waiting.prefetch_related("longer").order_by("asked_on", "pk")[:SHOWN])


def learned(cases: QuerySet[Case]) -> list[Review]:
    """Reviews with something to learn or to copy, the newest first: one query."""
    told = Review.objects.filter(~Q(learning="") | ~Q(good_practice=""), case__in=cases)
    return list(told.select_related("case").order_by("-ended_at", "-pk")[:SHOWN])


def to_open(at: datetime) -> QuerySet[Contact]:
    """Contacts that ask for a review and have opened none. Who says that nothing was asked for yet only wants to know.

    A case with an open review has it already: a second message about it joins."""
    how_far = Answer.objects.filter(contact=OuterRef("pk"), topic=TOPIC, question="review-now")
    not_yet = how_far.filter(value__in=("not-asked", "answered"))
    has = Review.objects.filter(Q(contact=OuterRef("pk")) | Q(case=OuterRef("case")))
    new = Contact.objects.filter(topic=TOPIC, entered_at__gt=at - LOOK_BACK, case__imported=False)
    return new.filter(~Exists(not_yet), ~Exists(has)).order_by("entered_at", "pk")


def to_acknowledge(at: datetime) -> QuerySet[Review]:
    """Open reviews of which the victim was not told that we have them. Not of imported history; and without the reference of
    the crime the letter cannot be written, so that waits for a person."""
    told = Letter.objects.filter(case=OuterRef("case"), kind__in=TELLS, made_at__gte=OuterRef("opened_at"))
    waiting = Review.objects.filter(ended_at=None, opened_at__gt=at - LOOK_BACK, opened_at__lte=at, case__imported=False)
    return waiting.filter(~Exists(told)).exclude(crime_reference="").order_by("opened_at", "pk")


def to_name(at: datetime) -> QuerySet[Review]:
    """Open reviews of which the victim heard from us before somebody was named to look at it, and not since: each with `seq`,
    the place in the log of that naming. Who is told that we have it only now reads the name there."""
    given = Event.objects.filter(case=OuterRef("case"), verb="victim_review_given", at__gte=OuterRef("opened_at"), at__lte=at)
    letters = Letter.objects.filter(case=OuterRef("case"), made_at__gte=OuterRef("opened_at"))
    heard = Exists(letters.filter(kind__in=TELLS, made_at__lt=OuterRef("given_at")))
    since = Exists(letters.filter(kind__in=(*TELLS, NAMED), made_at__gte=OuterRef("given_at")))
    newest = given.order_by("-seq")
    named = Review.objects.filter(ended_at=None, opened_at__gt=at - LOOK_BACK, case__imported=False).exclude(reviewer="")
    named = named.annotate(given_at=Subquery(newest.values("at")[:1]), seq=Subquery(newest.values("seq")[:1]))
    return named.filter(heard, ~since, given_at__isnull=False).exclude(crime_reference="").order_by("given_at", "pk")


def told(review: Review) -> bool:
    """Whether a letter to the victim since the review was opened said that we have it."""
    return Letter.objects.filter(case=review.case, kind__in=TELLS, made_at__gte=review.opened_at).exists()


def linked(case: Case) -> list[Named]:
    """Everybody named in the matter, whoever it is kept from, and those above and below them in the line. Five queries."""
    named = [row.officer for row in ComplainedOf.objects.filter(case=case).select_related("officer")]
    people = [Named(one.name, number=one.collar_number) for one in named]
    walled = list(Handler.objects.filter(pk__in=Wall.objects.filter(case=case, cleared_at=None).values("handler")))
    return people + in_line(people + [_as_named(one) for one in walled])


def in_line(people: list[Named]) -> list[Named]:
    """Colleagues who may be one of these, those they answer to all the way up, and those who answer to them."""
    colleagues = {one.pk: one for one in Handler.objects.all()}
    mine = [one for one in colleagues.values() if any(_as_named(one).may_be(other) for other in people)]
    line = set()
    for handler in mine:
        while handler and handler.pk not in line:
            line.add(handler.pk)
            handler = colleagues.get(handler.managed_by_id)
    below = {one.pk for one in colleagues.values() if one.managed_by_id in {handler.pk for handler in mine}}
    return [_as_named(colleagues[pk]) for pk in line | below]


def _as_named(one: Handler) -> Named:
    return Named(one.name, number=one.collar_number)


def progress() -> Mapping[int, Progress]:
    """The newest line of each recommendation: one query."""
    return {row.number: row for row in Progress.objects.select_related("by").order_by("pk")}


def evidence(cases: QuerySet[Case], since: date, until: date) -> Counter[str]:
    """Of those cases: how many reviews were asked for in that time, and on how many each thing was confirmed or learned. Two
    queries. A wall is not walked round by a count."""
    asked = Review.objects.filter(case__in=cases, asked_on__gte=since, asked_on__lt=until)
    counted: Counter[str] = Counter(
        what for what, _ in Confirmed.objects.filter(review__in=asked).values_list("what", "review").distinct()
    )
    for ended, learning, practice in asked.values_list("ended_at", "learning", "good_practice"):
        counted["asked"] += 1
        counted["ended"] += ended is not None
        counted["learned"] += bool(learning or practice)
    return counted


def codes_of(case: Case) -> dict[int, UnderCode]:
    """Contact -> what the Code makes of it: one query."""
    return {row.contact_id: row for row in UnderCode.objects.filter(case=case).select_related("by")}


def contact_of(case: Case, number: int) -> Contact:
    found = Contact.objects.filter(case=case, pk=number).first()
    if found is None:
        raise NoSuchReview(number)
    found.case = case
    return found


def answers(contact: Contact) -> dict[str, str]:
    """What was answered to the questions of its kind."""
    return dict(Answer.objects.filter(contact=contact).values_list("question", "value"))
