"""Counting a month, and listing what was counted. A fixed number of queries, however many contacts there were."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from django.db.models import QuerySet

from putright.cases.models import Case
from putright.facts import kept
from putright.facts.measure import Measure
from putright.facts.measures import CATALOGUE, MEASURES
from putright.facts.rows import WHOLE, Page
from putright.facts.sources import Scope
from putright.law.calendar import day_of
from putright.reviews.models import Review

from .figures import Counts, Figures
from .lazy import Lazy
from .rules import divided
from .taking import taken


def figures(scope: Scope) -> Figures:
    """Every figure of the month: one query for all that is stored, one pass of the log for all promises, and the rest when it
    is asked for."""
    makes: dict[str, Callable[[], Counts]] = {one.key: partial(_counted, one, scope) for one in MEASURES if not one.by_day}
    for key, parts in kept.counts(scope, MEASURES).items():
        makes[key] = partial(_as_it_is, parts)
    counts = Lazy(makes)
    return Figures(
        counts, scope.office.costs(scope.month.last_day), mean_days(scope), review_days=review_days(scope), taken=taken(scope)
    )


def _counted(measure: Measure, scope: Scope) -> Counts:
    return measure.rows(scope).counts()


def _as_it_is(parts: Counts) -> Counts:
    return parts


def mean_days(scope: Scope) -> Decimal | None:
    number, days = scope.reckoning.reached
    return divided(days, number)


def review_days(scope: Scope) -> Decimal | None:
    """Mean days from when an application reached us to its decision, of those decided in the month. One query."""
    decided = Review.objects.filter(decided_at__gte=scope.month.start, decided_at__lt=scope.month.end)
    took = [(day_of(at) - since).days for since, at in decided.values_list("received_on", "decided_at")]
    return divided(sum(took), len(took))


def behind(scope: Scope, key: str, part: str, open_cases: QuerySet[Case], after: str = "") -> Page:
    """One page of the rows a figure counts. The page's `total` is the figure; its rows are the reader's own to open."""
    return CATALOGUE[key].rows(scope).page(part or WHOLE, open_cases, after)
