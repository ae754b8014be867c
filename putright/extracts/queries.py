"""What a question finds, for whoever asks it, and which questions were kept. No count ever tells of a closed case."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleLessThan

from putright.cases.models import Case
from putright.facts.rows import PAGE, read
from putright.law import calendar
from putright.people.models import Handler

from .asking import Asked
from .models import Question, Ready, Shared, Taken

AT_ONCE = 20_000  # rows of a file in memory at a time
Row = tuple[Any, ...]  # as paths_of has it


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


def begun(asked: Asked, open_cases: QuerySet[Case], place: tuple[Any, int] | None) -> QuerySet:
    """The same rows, of those behind `place` (moment and own number) only: an index finds where that is."""
    rows, moment = found(asked, open_cases), asked.subject.moment
    if place:
        rows = rows.filter(TupleLessThan(Tuple(F(moment), F("pk")), place))
    return rows.values_list(*paths_of(asked))


def paths_of(asked: Asked) -> list[str]:
    """What a row is read by: moment, own number, its case, then the columns that are none of these."""
    first = [asked.subject.moment, "pk", asked.subject.case]
    return first + [column.path for column in asked.columns if column.path not in first]


@dataclass(frozen=True)
class Page:
    """Up to fifty rows with the case of each, and where the next fifty begin."""

    rows: list[tuple[int, list[str]]]
    after: str


def page(asked: Asked, open_cases: QuerySet[Case], after: str, language: str) -> Page:
    """One query: it begins where the last one ended, however far that is."""
    got: list[Row] = list(begun(asked, open_cases, read(after))[: PAGE + 1])
    as_text = texts(asked, language)
    listed = [(row[2], as_text(row)) for row in got[:PAGE]]
    last = got[PAGE - 1] if len(got) > PAGE else None
    return Page(listed, f"{last[0].isoformat()}~{last[1]}" if last else "")


def batches(asked: Asked, open_cases: QuerySet[Case]) -> Iterator[list[Row]]:
    """Every row, a few thousand at a time, each batch a query of its own that begins where the last one ended.

    No cursor stays open: the database never sorts the whole, and a case that is walled meanwhile is in no later batch."""
    place = None
    while got := list(begun(asked, open_cases, place)[:AT_ONCE]):
        yield got
        if len(got) < AT_ONCE:
            return
        place = got[-1][0], got[-1][1]


def lines(asked: Asked, given: Iterable[list[Row]], language: str) -> Iterator[list[str]]:
    """Every row as text."""
    as_text = texts(asked, language)
    for batch in given:
        yield from map(as_text, batch)


def texts(asked: Asked, language: str) -> Callable[[Row], list[str]]:
    """What turns a row into the text of its columns, made once for all rows."""
    paths = paths_of(asked)
    shapes = [(paths.index(column.path), column.shape(language)) for column in asked.columns]
    return lambda row: [shape(row[place]) for place, shape in shapes]


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


def not_taken(handler: Handler, since: date) -> QuerySet[Ready]:
    """Laid ready since that day, and not taken away by them after it was."""
    same = {"subject": OuterRef("question__subject"), "address": OuterRef("question__address")}
    taken = Taken.objects.filter(by=handler, at__gte=OuterRef("at"), **same)
    return ready_for(handler).filter(~Exists(taken), on__gt=since)
