"""The month so far with what it is set beside, and the newest signed report of a board."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from design.dates import month_name
from offices import Office
from putright.charts.shapes import Paper
from putright.codes.queries import asked_once, with_reasons
from putright.facts.measures import CATALOGUE
from putright.facts.months import Month, Span
from putright.facts.sources import Scope
from putright.law.calendar import day_of
from putright.layouts import queries as layouts
from putright.measures.queries import Beside, beside
from putright.measures.words import WHOSE
from putright.months import monthly, picturing
from putright.months import queries as reported
from putright.months.drawn import drawings, too_few
from putright.months.rules import Period
from putright.months.told import told
from putright.people import gates
from putright.people.queries import office
from putright.reports import queries
from putright.reports.cells import Cells, Reader
from putright.reports.sheet import Sheet, promise_table

from .forms import MonthForm, ReportForm
from .tabs import tabs

WEEKS = 13
USUAL = "contacts"


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def named(month: Month) -> str:
    return f"{month_name(month.number, spoken())} {month.year}"


def figures_of(request: HttpRequest, month: Month) -> Sheet:
    """As the room `reports` shows the month to this reader, with its lists behind."""
    lists, opens = partial(asked_once, request), gates.can(request.handler, "reports.list")
    scope = Scope(month, with_reasons(request.office, month.last_day, lists("reasons")), request.at, lists)
    return Sheet(Cells(queries.figures(scope), month, Reader(spoken(), opens=opens, hides=not opens)), scope.office, lists)


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """A fixed number of queries, however much came."""
    request.office, now = office(), Month.of(request.at)
    months = {f"{one.year}-{one.number:02}": one for one in monthly.months_until(now, monthly.SHOWN)[::-1]}
    names = [(key, one.name.said(spoken())) for key, one in CATALOGUE.items() if one.by_day]
    given = {name: request.GET.get(name) or usual for name, usual in (("month", next(iter(months))), ("draws", USUAL))}
    form = MonthForm(given, months=[(key, named(one)) for key, one in months.items()], names=names)
    form.is_valid()
    chosen = months.get(form.cleaned_data.get("month", ""), now)
    draws = form.cleaned_data.get("draws") or USUAL
    sheet = figures_of(request, chosen)
    page = {
        "title": _("The month"), "tabs": tabs(request, "month"), "form": form, "named": named(chosen), "sheet": sheet,
        "tables": (promise_table(sheet),), "beside": set_beside(sheet, draws, request.at), "whose": WHOSE, "lang": spoken(),
        "catalogue": CATALOGUE,
        **pictures(draws, chosen if chosen < now else now.previous, request), "over": chosen < now,
    }  # fmt: skip
    return render(request, "dashboards/month.html", page, status=422 if form.errors else 200)


def set_beside(sheet: Sheet, draws: str, at: datetime) -> list[Beside]:
    """What is set beside the figures shown: our targets, and others' figures."""
    wanted = (*(line.key for line in sheet.headline), "finished", draws)
    return [one for lines in beside(wanted, day_of(at), office()).values() for one in lines]


def pictures(draws: str, last: Month, request: HttpRequest) -> dict[str, Sequence[object]]:
    """Up to the last month that is over: a month half gone would look like a fall."""
    here: Office = with_reasons(request.office, last.last_day, partial(asked_once, request)("reasons"))
    period, weeks = Period(last.year, last.number), Span(day_of(request.at) - timedelta(weeks=WEEKS), day_of(request.at))
    found = [
        picturing.series(CATALOGUE[draws], period, here, request.at),
        *(picturing.multiples(CATALOGUE[key], period, here, request.at) for key in ("by-area", "contacts")),
        picturing.heat(picturing.by_hour(weeks)),
    ]
    part = {"charts": found}
    return {"drawings": drawings(part, (), Paper(language=spoken())), "too_few": too_few(part, spoken())}


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """The newest signed report of one layout: its first part whole, and its drawings."""
    rows = list(reported.reports(signed_only=True)[:100])
    names = {one.slug: one.words.said(spoken()) for one in layouts.layouts(day_of(request.at))}
    there = list(dict.fromkeys(one.layout for one in rows))
    wanted = request.GET.get("layout") or (there[0] if there else "")
    form = ReportForm({"layout": wanted} if there else None, layouts=[(one, names.get(one, one)) for one in there])
    newest = next((one for one in rows if one.layout == wanted), None) if form.is_valid() else None
    row = reported.the(newest.pk, signed_only=True) if newest else None
    page = {
        "title": _("The last report"), "tabs": tabs(request, "board"), "form": form if len(there) > 1 else None, "row": row,
        "told": told(row, spoken()) if row else None,
    }  # fmt: skip
    return render(request, "dashboards/board.html", page, status=422 if form.errors else 200)
