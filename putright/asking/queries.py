"""What was asked and came back, by case and for the whole team. Cases come in from the door."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from putright.cases.models import Case, Event
from putright.cases.stages import FINISHED
from putright.contacts.channels.web import codes
from putright.letters.models import SENT, Letter

from . import rules
from .models import Link, Meeting, Question, Seen, Step

LOOK_BACK = timedelta(days=120)  # a reply older than this is found on its case; the list stays quick
SHOWN = 50
RECORD = "meeting"  # the kind of letter that is the record of a meeting


@dataclass(frozen=True)
class Reply:
    """A contact that joined a case from outside, and who has read it."""

    event: Event
    seen: Seen | None


def found(secret: str) -> Link | None:
    """The link of that secret, as typed or followed, whether or not it still works."""
    code = codes.read(secret)
    if not code:
        return None
    links = Link.objects.select_related("question__case", "question__person", "question__contact")
    return links.filter(digest=codes.digest(code)).first()


def of_case(case: Case) -> QuerySet[Question]:
    return Question.objects.filter(case=case).select_related("by", "contact", "taken_by").order_by("-pk")


def meetings_of(case: Case) -> QuerySet[Meeting]:
    return Meeting.objects.filter(case=case).select_related("by").order_by("-pk")


def replies(log: Iterable[Event]) -> list[Reply]:
    """What came from outside to a case already open, the newest first. One query, none where nothing did."""
    came = [event for event in log if event.verb == "joined" and event.by_id is None]
    if not came:
        return []
    seen = {one.event_id: one for one in Seen.objects.filter(event__in=came).select_related("by")}
    return [Reply(event, seen.get(event.pk)) for event in reversed(came)]


def unread(cases: QuerySet[Case], *, at: datetime) -> list[Event]:
    """Replies nobody has read, the longest waiting first. One query."""
    came = Event.objects.filter(verb="joined", by=None, at__gt=at - LOOK_BACK, case__imported=False, case__in=cases)
    waiting = came.filter(~Exists(Seen.objects.filter(event=OuterRef("pk"))))
    return list(waiting.select_related("case__complainant").order_by("at", "pk")[:SHOWN])


def without_answer(cases: QuerySet[Case], *, at: datetime) -> list[Question]:
    """Questions asked twice without an answer, the longest waiting first. One query."""
    late = Question.objects.filter(ended_at=None, due_at__lt=at, case__in=cases).exclude(reminded_at=None)
    late = late.exclude(case__stage__in=FINISHED).select_related("case__complainant", "by")
    return list(late.order_by("due_at", "pk")[:SHOWN])


def to_remind(at: datetime) -> QuerySet[Question]:
    """Questions whose day has gone by and that nobody was reminded of."""
    late = Question.objects.filter(ended_at=None, reminded_at=None, due_at__lt=at)
    return late.exclude(case__stage__in=FINISHED).order_by("due_at", "pk")


def records_owed(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings that were held and whose written record has not gone (CMR 2020 reg 34(6))."""
    written = Letter.objects.filter(case=OuterRef("case"), kind=RECORD, status=SENT, made_at__gte=OuterRef("ended_at"))
    return meetings.filter(~Exists(written), ended=rules.HELD)


def owed_to(cases: QuerySet[Case]) -> list[Meeting]:
    held = records_owed(Meeting.objects.filter(case__in=cases)).select_related("case__complainant")
    return list(held.order_by("ended_at", "pk")[:SHOWN])


def steps(at: datetime) -> Sequence[Step]:
    """The office's first steps that hold at that moment."""
    return list(Step.objects.filter(since__lte=at, until=None).order_by("order", "pk"))
