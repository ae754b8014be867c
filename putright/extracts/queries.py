"""What a question finds, for whoever asks it, and which questions were kept. No count ever tells of a closed case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.cases.models import Case
from putright.facts.rows import PAGE, read
from putright.law import calendar
from putright.people.models import Handler

from .asking import Asked
from .models import Question, Ready, Shared

AT_ONCE = 2_000


def found(asked: Asked, open_cases: QuerySet[Case]) -> QuerySet:
    """Everything the question asks for within those cases, the newest first."""
    subject, rows = asked.subject, asked.subject.rows(open_cases)
    if asked.since:
        rows = rows.filter(**{f"{subject.moment}__gte": calendar.at(asked.since, time.min)})
    if asked.until:
        rows = rows.filter(**{f"{subject.moment}__lt": calendar.at(asked.until + timedelta(days=1), time.min)})
    for key, code in asked.chosen.items():
        rows = rows.filter(**{subject.column(key).path: code})
    return rows.order_by(f"-{subject.moment}", "-pk")


@dataclass(frozen=True)
class Page:
    """Up to fifty rows with the case of each, and where the next fifty begin."""

    rows: list[tuple[int, list[str]]]
    after: str


def page(asked: Asked, open_cases: QuerySet[Case], after: str, language: str) -> Page:
    """One query: it begins where the last one ended, however far that is."""
    subject, rows = asked.subject, found(asked, open_cases)
    if place := read(after):
        earlier, same = {f"{subject.moment}__lt": place[0]}, {subject.moment: place[0], "pk__lt": place[1]}
        rows = rows.filter(Q(**earlier) | Q(**same))
    paths = [column.path for column in asked.columns]
    got = list(rows.values_list(subject.moment, "pk", subject.case, *paths)[: PAGE + 1])
    shapes = [column.shape(language) for column in asked.columns]
    listed = [(row[2], [shape(value) for shape, value in zip(shapes, row[3:], strict=True)]) for row in got[:PAGE]]
    last = got[PAGE - 1] if len(got) > PAGE else None
    return Page(listed, f"{last[0].isoformat()}~{last[1]}" if last else "")


def lines(asked: Asked, open_cases: QuerySet[Case], language: str) -> Iterator[list[str]]:
    """Every row as text, a few thousand in memory at a time."""
    shapes = [column.shape(language) for column in asked.columns]
    rows: Any = found(asked, open_cases).values_list(*(column.path for column in asked.columns))
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield [shape(value) for shape, value in zip(shapes, row, strict=True)]


def kept_for(handler: Handler) -> QuerySet[Question]:
    """Questions that are theirs, or shared with them or their role. Whose owner has left is asked no more."""
    to_me = Shared.objects.filter(question=OuterRef("pk")).filter(Q(handler=handler) | Q(role=handler.role))
    mine = Question.objects.filter(Q(by=handler) | Exists(to_me), ended_at=None, by__left_on=None)
    return mine.select_related("by").order_by("name", "pk")


def shared_with(question: Question) -> list[Shared]:
    return list(Shared.objects.filter(question=question).select_related("handler").order_by("pk"))


def ready_for(handler: Handler) -> QuerySet[Ready]:
    """The newest first."""
    return Ready.objects.filter(question__in=kept_for(handler).order_by()).select_related("question").order_by("-on", "-pk")
