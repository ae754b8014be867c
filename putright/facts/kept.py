"""The counts of days, kept, and a month put together from them.

A day that was marked since, or that was counted by other definitions, another list of codes or another office's ways of
counting (`basis`), is counted from its rows. So a month is always what a full count says; a test holds it to that over
generated histories, and `recount` over the office's own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from django.db import connection

from . import marks, sentries
from .measure import Measure
from .models import Kept
from .months import Span, spans
from .rows import Stored, counted
from .sources import Scope

Counts = Mapping[str, Mapping[str, int]]
ANY_DAY = Span(date(2000, 1, 1), date(2000, 1, 1))
FEW = 6  # spans: more than that and one count of the whole is quicker


def stored(scope: Scope, measures: Iterable[Measure]) -> dict[str, Stored]:
    """The rows of those measures that the database counts by the day."""
    made = {measure.key: measure.rows(scope) for measure in measures if measure.by_day}
    return {key: rows for key, rows in made.items() if isinstance(rows, Stored)}


def basis(scope: Scope, measures: Iterable[Measure]) -> str:
    """A digest of what would be asked of the database for a day: any change of a definition or a list gives another."""
    asked = stored(replace(scope, month=ANY_DAY), measures)
    return sha256("\n".join(f"{key} {rows.tally.query}" for key, rows in asked.items()).encode()).hexdigest()


def counts(scope: Scope, measures: Iterable[Measure]) -> Counts:
    """How many of each part of each measure that is counted by the day. Five queries and one for each span of days that
    must be counted from the rows; ten at most."""
    measures = tuple(measures)
    known = kept_days(scope, basis(scope, measures))
    rest = spans(scope.month.days - known.keys())
    if len(rest) > FEW:
        return counted(stored(scope, measures))
    live = [counted(stored(replace(scope, month=span), measures)) for span in rest]
    return added([*known.values(), *live], measures)


def kept_days(scope: Scope, by: str) -> dict[date, Counts]:
    """The kept counts of the days of that month that hold: none when the triggers do not stand. Three queries."""
    if not sentries.stand(connection):
        return {}
    changed = marks.days(marks.of_days())
    found = Kept.objects.filter(on__range=(scope.month.first, scope.month.last_day), basis=by).values_list("on", "counts")
    return {on: made for on, made in found if on not in changed}


def added(days: Iterable[Counts], measures: Iterable[Measure]) -> Counts:
    made: dict[str, Counter[str]] = {measure.key: Counter() for measure in measures if measure.by_day}
    for one in days:
        for key, parts in one.items():
            made[key].update(parts)
    return made


def day(scope: Scope, on: date, measures: Iterable[Measure]) -> Counts:
    """One day counted from its rows. One query."""
    found = counted(stored(replace(scope, month=Span(on, on)), measures))
    return {key: dict(parts) for key, parts in found.items() if parts}


def series(scopes: Iterable[Scope], measure: Measure, measures: Iterable[Measure]) -> list[Mapping[str, int]]:
    """One measure over several months, each as its own page has it. Four queries, and those of days that are not kept."""
    return many([(tuple(scopes), measure)], measures)[0]


def many(asked: Sequence[tuple[Sequence[Scope], Measure]], measures: Iterable[Measure]) -> list[list[Mapping[str, int]]]:
    """Several measures, each over months of its own. Four queries however many, and those of days and measures not kept."""
    measures, daily = tuple(measures), [scope.month for scopes, measure in asked if measure.by_day for scope in scopes]
    held: dict[date, Kept] = {}
    if daily and sentries.stand(connection):
        changed = marks.days(marks.of_days())
        span = (min(month.first for month in daily), max(month.last_day for month in daily))
        held = {one.on: one for one in Kept.objects.filter(on__range=span) if one.on not in changed}
    by = {scope.month: basis(scope, measures) for scopes, _measure in asked for scope in scopes} if held else {}
    return [[_one(scope, measure, held, by.get(scope.month, "")) for scope in scopes] for scopes, measure in asked]


def _one(scope: Scope, measure: Measure, held: Mapping[date, Kept], by: str) -> Mapping[str, int]:
    known = [held[on] for on in scope.month.days if on in held and held[on].basis == by]
    rest = spans(scope.month.days - {one.on for one in known})
    if not measure.by_day or len(rest) > FEW:
        return measure.rows(scope).counts()
    made: Counter[str] = Counter()
    for one in known:
        made.update(one.counts.get(measure.key, {}))
    for span in rest:
        made.update(measure.rows(replace(scope, month=span)).counts())
    return made
