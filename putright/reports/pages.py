"""The month, and the list behind each of its figures."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import month_name
from offices import Text
from putright.cases import door, stages
from putright.codes.queries import asked_once, with_reasons
from putright.facts.measures import CATALOGUE
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.hiding.rules import share_hidden
from putright.people import gates
from putright.people.queries import office

from . import areas as there_and_then
from . import csvs, queries
from .cells import Cells, Reader
from .figures import Figures
from .rules import figure, pounds
from .sheet import Sheet


def scope_of(request: HttpRequest, year: int, number: int) -> Scope:
    """What was asked for; 404 for a month there is not, or that has not begun."""
    try:
        month = Month(year, number)
    except ValueError as no_such_month:
        raise Http404 from no_such_month
    if month > Month.of(request.at):
        raise Http404
    request.office = office()
    lists = partial(asked_once, request)
    return Scope(month, with_reasons(request.office, month.last_day, lists("reasons")), request.at, lists)


def sheet_for(request: HttpRequest, scope: Scope, figures: Figures) -> Sheet:
    """The figures as this reader may see them: who may not open cases sees no small numbers and no lists."""
    opens = gates.can(request.handler, "reports.list")
    language = "cy" if get_language() == "cy" else "en"
    make = Cells(figures, Month.of(scope.month.last_day), Reader(language, opens=opens, hides=not opens))
    return Sheet(make, scope.office, scope.lists)


def drawn(request: HttpRequest, scope: Scope, figures: Figures) -> HttpResponse:
    """The page of those figures."""
    sheet = sheet_for(request, scope, figures)
    month, current = Month.of(scope.month.last_day), Month.of(request.at)
    page = {
        "title": _("The month: %(month)s") % {"month": named(month)}, "sheet": sheet, "month": month, "named": named,
        "costs": figures.costs, "period_cost": pounds(figures.period_cost), "pounds": pounds, "figure": figure,
        "going_on": month == current, "previous": None if month.is_first else month.previous,
        "next": month.next if month < current else None,
        "hides": sheet.make.reader.hides,
    }  # fmt: skip
    return render(request, "reports/month.html", page)


def named(month: Month) -> str:
    return f"{month_name(month.number)} {month.year}"


def month(request: HttpRequest) -> HttpResponse:
    """The month we are in."""
    now = Month.of(request.at)
    return month_of(request, now.year, now.number)


def month_of(request: HttpRequest, year: int, number: int) -> HttpResponse:
    scope = scope_of(request, year, number)
    return drawn(request, scope, queries.figures(scope))


def areas(request: HttpRequest) -> HttpResponse:
    """The areas beside one another over the last year. Small numbers stay hidden from who may not open cases."""
    found = there_and_then.areas(request.at - timedelta(days=365), request.at)
    whole, hides = there_and_then.overall(found), not gates.can(request.handler, "reports.list")
    rows = [(one, hides and share_hidden(one.entered, one.known), one.is_low(whole)) for one in found]
    page = {"title": _("There and then, by area"), "rows": rows, "whole": round(100 * whole)}
    return render(request, "reports/areas.html", page)


def figures(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """The month's figures as CSV, hidden and shown as on the page."""
    scope = scope_of(request, year, number)
    text = csvs.as_csv(sheet_for(request, scope, queries.figures(scope)))
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="putright-{year}-{number:02}.csv"'
    return answer


def by_part(scope: Scope, measure: str, parts: Mapping[str, Text]) -> list[tuple[str, Text, int]]:
    """The parts of a whole figure of which there is any, each with how many: every one has a list of its own."""
    counts = CATALOGUE[measure].rows(scope).counts()
    found = [(part, parts.get(part) or Text(part, part), number) for part, number in counts.items() if number]
    return sorted(found, key=lambda one: -one[2]) if len(found) > 1 else []


def listing(request: HttpRequest, year: int, number: int, measure: str, part: str = "") -> HttpResponse:
    """The cases behind a figure: those open to the reader, fifty at a time, and how many more there are."""
    scope = scope_of(request, year, number)
    if measure not in CATALOGUE:
        raise Http404
    found = queries.behind(scope, measure, part, door.cases(request), request.GET.get("after", ""))
    parts = CATALOGUE[measure].parts(scope.office, scope.lists)
    if part and part not in parts and not found.total:
        raise Http404
    cases = door.cases(request).select_related("complainant").in_bulk({row.case for row in found.rows})
    door.seen(request, cases.values())
    language = "cy" if get_language() == "cy" else "en"
    words = [CATALOGUE[measure].name, *([parts[part]] if part in parts else [])]
    page = {
        "title": ", ".join([*(text.said(language) for text in words), named(Month(year, number))]), "found": found,
        "rows": [(row, cases[row.case]) for row in found.rows if row.case in cases],
        "measure": CATALOGUE[measure], "stage": stages.name,
        "by_part": [] if part else by_part(scope, measure, parts),
        "back": reverse("reports:month_of", args=[year, number]),
    }  # fmt: skip
    return render(request, "reports/list.html", page)
