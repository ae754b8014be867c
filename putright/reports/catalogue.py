"""The catalogue of measures, and each measure by itself: what it means, who answers for it, its months and its parts."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from django.db.models import Avg, Count, F
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import LONDON
from putright.charts import changing, draw
from putright.charts.shapes import Drawn, Heat, Point, Series
from putright.codes.queries import asked_once, with_reasons
from putright.contacts.models import Contact
from putright.facts import kept
from putright.facts.about import ABOUT, NOT_HELD
from putright.facts.measure import Measure
from putright.facts.measures import CATALOGUE, MEASURES
from putright.facts.months import Month
from putright.facts.rows import Stored
from putright.facts.sources import Scope
from putright.hiding.rules import small
from putright.measures.derived import BY_KEY, DERIVED
from putright.measures.queries import beside as lines_of
from putright.people import gates
from putright.people.queries import office

from . import beside
from .cells import Cells, Reader
from .figures import Figures
from .sheet import Sheet

MONTHS = 13  # this one, and the twelve before: the same month a year ago is among them
WEEKS = 13


def catalogue(request: HttpRequest) -> HttpResponse:
    """Every measure, with its meaning; the figures worked out from them; and what is published and not held here."""
    language = "cy" if get_language() == "cy" else "en"
    rows = [(one, ABOUT[one.key]) for one in MEASURES]
    page = {
        "title": _("The catalogue of measures"), "rows": rows, "derived": DERIVED, "catalogue": CATALOGUE, "not_held": NOT_HELD,
        "language": language, "about": ABOUT,
    }  # fmt: skip
    return render(request, "reports/catalogue.html", page)


def one(request: HttpRequest, measure: str) -> HttpResponse:
    """One measure: its last months as a drawing and a table, this month by its parts, and what to set it beside."""
    if measure in BY_KEY:
        return beside.one(request, measure)
    if measure not in CATALOGUE:
        raise Http404
    found, scopes = CATALOGUE[measure], scopes_of(request)
    hides = not gates.can(request.handler, "reports.list")
    language = "cy" if get_language() == "cy" else "en"
    counts = kept.series(scopes, found, MEASURES)
    now, month = scopes[-1], Month.of(request.at)
    figures = Figures({measure: counts[-1]})
    sheet = Sheet(Cells(figures, month, Reader(language, opens=not hides, hides=hides)), now.office, now.lists)
    page = {
        "title": found.name.said(language), "measure": found, "about": ABOUT[measure], "table": sheet.split(measure),
        "drawn": drawing(found, scopes, [sum(parts.values()) for parts in counts], language, hides=hides),
        "heat": arrivals(request) if measure == "contacts" and not hides else None,
        "took": [] if hides else took(found, scopes[-2:]), "parts": found.parts(now.office, now.lists),
        "targets": [(line, None) for line in lines_of([measure], now.month.last_day, now.office)[measure]],
        "may_set": gates.can(request.handler, "measures.set"),
    }  # fmt: skip
    return render(request, "reports/measure.html", page)


def scopes_of(request: HttpRequest) -> list[Scope]:
    """The last months, this one too, each with the lists of codes of its last day."""
    month, found = Month.of(request.at), []
    plain, lists = office(), partial(asked_once, request)
    for _number in range(MONTHS):
        made = with_reasons(plain, month.last_day, lists("reasons"))
        found.append(Scope(month, made, request.at, lists))
        month = month.previous
    return found[::-1]


def drawing(measure: Measure, scopes: Sequence[Scope], totals: list[int], language: str, *, hides: bool) -> Drawn:
    """A number from 1 to 4 is left out of the line for those who may not open cases."""
    points = [
        Point(scope.month.first, None if hides and small(total) else total) for scope, total in zip(scopes, totals, strict=True)
    ]
    marks = changing.changes(changing.MEASURE, measure.key)
    about = _("%(measure)s, month by month. The last month is not over.") % {"measure": measure.name.said(language)}
    return draw.series(Series(_("Month by month"), about, measure.unit.said(language), points, marks, nothing=_("hidden")))


def arrivals(request: HttpRequest) -> Drawn:
    """When contacts reach us: by hour and weekday, London time, over the last thirteen weeks. One query."""
    since = request.at - timedelta(weeks=WEEKS)
    by = {"hour": ExtractHour("received_at", tzinfo=LONDON), "day": ExtractIsoWeekDay("received_at", tzinfo=LONDON)}
    within = Contact.objects.filter(received_at__gte=since, received_at__lte=request.at)
    rows = within.order_by().values(**by).annotate(number=Count("pk"))
    counts = {(row["hour"], row["day"] - 1): float(row["number"]) for row in rows}
    about = _("Contacts of the last thirteen weeks, by hour and weekday.")
    return draw.heat(Heat(_("When they come"), about, _("contacts"), counts))


def took(measure: Measure, scopes: Sequence[Scope]) -> list[tuple[Month, str, float]]:
    """Month, part and mean days of 24 hours between the two moments of its rows. One query a month."""
    if measure.took is None:
        return []
    found = []
    for scope in scopes:
        rows = measure.rows(scope)
        if isinstance(rows, Stored):
            long = rows.query.order_by().values("part").annotate(mean=Avg(F(measure.took[1]) - F(measure.took[0])))
            month = Month.of(scope.month.last_day)
            found += [(month, row["part"], row["mean"] / timedelta(days=1)) for row in long if row["mean"] is not None]
    return found
