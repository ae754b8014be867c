"""Lessons, recommendations, actions and suggestions this person may see. What hangs on a case, only through that case's door."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet

from putright.cases.models import Case

from . import rules
from .models import Aside, BoardAction, Chase, Enquiry, Lesson, Practice, Recommendation, Suggestion, Wait, YouSaid
from .sheets import Sheet, sheet

CAUSES = "causes"  # the list of causes
SHOWN = 200


def _open[M: (Lesson, Recommendation, BoardAction, Suggestion)](model: type[M], cases: QuerySet[Case]) -> QuerySet[M]:
    found = model.objects.filter(Q(case=None) | Exists(cases.filter(pk=OuterRef("case_id"))))
    return found.select_related("case", "by")


def lessons(cases: QuerySet[Case], after: str = "") -> Sheet[Lesson]:
    return sheet(_open(Lesson, cases), "at", after, newest=True)


def lessons_of(case: Case) -> list[Lesson]:
    return list(Lesson.objects.filter(case=case).select_related("by").order_by("-pk"))


def recommendations_of(case: Case) -> list[Recommendation]:
    return list(Recommendation.objects.filter(case=case).order_by("-pk"))


def lesson(cases: QuerySet[Case], pk: int) -> Lesson | None:
    """For later rooms too: one lesson, with its `title`, where its case is open to whoever asks."""
    return _open(Lesson, cases).filter(pk=pk).first()


def recommendation(cases: QuerySet[Case], pk: int) -> Recommendation | None:
    """For later rooms too: one recommendation, with its `title`."""
    return _open(Recommendation, cases).filter(pk=pk).select_related("lesson", "case", "by", "answer_by").first()


def action(cases: QuerySet[Case], pk: int) -> BoardAction | None:
    """For later rooms too: one action of a board, with its `title`."""
    return _open(BoardAction, cases).filter(pk=pk).select_related("case", "by", "done_by").first()


def suggestion(cases: QuerySet[Case], pk: int) -> Suggestion | None:
    return _open(Suggestion, cases).filter(pk=pk).first()


def recommendations(cases: QuerySet[Case], state: str, on: date, after: str = "") -> Sheet[Recommendation]:
    """Of one state: late, open or answered; the longest waiting first, of answered ones the newest. One query."""
    found = _open(Recommendation, cases).annotate(chased=Max("chases__at"), asked=Count("chases"))
    if state == "answered":
        return sheet(found.exclude(answer=""), "answered_on", after, newest=True)
    late = Q(due_on__lt=on)
    return sheet(found.filter(late if state == "late" else ~late, answer=""), "due_on", after, newest=False)


def states(cases: QuerySet[Case], on: date) -> dict[str, int]:
    """How many of each state. One query."""
    late = Q(answer="", due_on__lt=on)
    waits = Q(answer="", due_on__gte=on)
    counted = {"late": Count("pk", filter=late), "open": Count("pk", filter=waits), "answered": Count("pk", filter=~Q(answer=""))}
    return _open(Recommendation, cases).order_by().aggregate(**counted)


def actions(cases: QuerySet[Case], after: str = "", *, done: bool) -> Sheet[BoardAction]:
    found = _open(BoardAction, cases).filter(done_on__isnull=not done)
    return sheet(found, "done_on" if done else "due_on", after, newest=done)


def late(cases: QuerySet[Case], on: date) -> tuple[int, int]:
    """How many recommendations and boards' actions are past their day. Two queries."""
    asked = _open(Recommendation, cases).filter(answer="", due_on__lt=on)
    return asked.count(), _open(BoardAction, cases).filter(done_on=None, due_on__lt=on).count()


def suggestions(cases: QuerySet[Case], after: str = "", *, answered: bool) -> Sheet[Suggestion]:
    found = _open(Suggestion, cases).filter(outcome="") if not answered else _open(Suggestion, cases).exclude(outcome="")
    return sheet(found.select_related("case", "by", "answer_by"), "came_on", after, newest=answered)


def chases_of(row: Recommendation) -> list[Chase]:
    return list(Chase.objects.filter(recommendation=row).select_related("mail").order_by("number"))


def to_chase(on: date) -> QuerySet[Recommendation]:
    """Unanswered ones whose day is past, with how often they were asked again; the longest late first."""
    found = Recommendation.objects.filter(answer="", due_on__lt=on).annotate(asked=Count("chases"), last=Max("chases__at"))
    return found.filter(asked__lt=rules.MOST).order_by("due_on", "pk")


def wait(on: date) -> rules.Days:
    """How long the force has, on that day: the newest row that has begun, else our own beginning. One query."""
    row = Wait.objects.filter(since__lte=on).order_by("since", "pk").last()
    return rules.Days(row.days, row.again, "office") if row else rules.DEFAULT


def waits() -> list[Wait]:
    return list(Wait.objects.select_related("by").order_by("-since", "-pk")[:SHOWN])


def said() -> list[YouSaid]:
    """What the public reads, the newest first. One query."""
    return list(YouSaid.objects.filter(signed_at__isnull=False, ended_at=None).order_by("-signed_at", "-pk")[:SHOWN])


def all_said() -> list[YouSaid]:
    """Unsigned first."""
    found = YouSaid.objects.filter(ended_at=None).select_related("by", "signed_by")
    return list(found.order_by(F("signed_at").desc(nulls_first=True), "-pk")[:SHOWN])


def one_said(pk: int) -> YouSaid | None:
    return YouSaid.objects.filter(pk=pk, ended_at=None).select_related("by", "signed_by").first()


def practices(*, published: bool = False) -> list[Practice]:
    found = Practice.objects.select_related("by", "other").annotate(asked=Count("enquiries")).order_by("-at", "-pk")
    return list(found.filter(published_at__isnull=False)[:SHOWN] if published else found[:SHOWN])


def practice(pk: int) -> Practice | None:
    return Practice.objects.select_related("other").filter(pk=pk).first()


def enquiries() -> list[Enquiry]:
    return list(Enquiry.objects.select_related("practice", "by").order_by("-on", "-pk")[:SHOWN])


def asides(on: date, kinds: Iterable[str]) -> dict[str, Aside]:
    """What is set aside that day, of those kinds. One query."""
    begins = reduce(or_, (Q(what__startswith=f"{kind}:") for kind in kinds))
    return {row.what: row for row in Aside.objects.filter(begins, back_at=None, until__gt=on).select_related("by")}


def aside(pk: int) -> Aside | None:
    return Aside.objects.filter(pk=pk, back_at=None).select_related("by").first()
