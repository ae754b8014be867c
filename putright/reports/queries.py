"""Counting a month, and listing what was counted. A fixed number of queries, however many contacts there were."""

from decimal import Decimal

from django.db.models import QuerySet

from putright.cases.models import Case

from .figures import Figures
from .measures import CATALOGUE, MEASURES
from .rows import WHOLE, Page, counted
from .rules import divided
from .sources import Scope


def figures(scope: Scope) -> Figures:
    """Every figure of the month: one query for all that is stored, three for frequent callers, and one pass of the log for
    all promises."""
    counts = counted({measure.key: measure.rows(scope) for measure in MEASURES})
    return Figures(counts, scope.office.costs(scope.month.last_day), mean_days(scope))


def mean_days(scope: Scope) -> Decimal | None:
    made = scope.reckoning.contacted
    return divided(sum(one.days for one in made), len(made))


def behind(scope: Scope, key: str, part: str, open_cases: QuerySet[Case], after: str = "") -> Page:
    """One page of the rows a figure counts. The page's `total` is the figure; its rows are the reader's own to open."""
    return CATALOGUE[key].rows(scope).page(part or WHOLE, open_cases, after)
