"""The figures worked out from counts, with what each is set beside: all of a month, or one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.facts.about import ABOUT
from putright.facts.measures import CATALOGUE
from putright.facts.months import Month
from putright.measures.derived import BY_KEY
from putright.measures.figure import Derived
from putright.measures.queries import Beside, beside
from putright.measures.standing import newest
from putright.people import gates

from . import queries
from .cells import Line
from .pages import named, scope_of, sheet_for
from .sheet import FRACTIONS, MEASURED, Sheet, answers


@dataclass(frozen=True)
class Row:
    """A figure, its line on the page, and what it is set beside, each with whether a target is met (None: not to be said)."""

    one: Derived
    line: Line
    lines: Sequence[tuple[Beside, bool | None]]


def row(sheet: Sheet, key: str, lines: Sequence[Beside]) -> Row:
    """Whether a target is met is not said where the figure itself is hidden."""
    line = sheet.derived(key)
    shown = line.cells[0].text != _("hidden")
    value = sheet.figures.worked(key) if shown else None
    return Row(BY_KEY[key], line, [(one, one.met(value)) for one in lines])


def shares(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Shares and averages of a month that the page of the month has no room for."""
    scope = scope_of(request, year, number)
    sheet = sheet_for(request, scope, queries.figures(scope))
    keys = (*FRACTIONS, *MEASURED)
    found = beside(keys, scope.month.last_day, scope.office)
    month = Month(year, number)
    page = {
        "title": _("Shares and averages: %(month)s") % {"month": named(month)}, "month": month, "named": named,
        "answers": answers(sheet),
        "rows": [row(sheet, key, found[key]) for key in keys], "going_on": month == Month.of(request.at),
    }  # fmt: skip
    return render(request, "reports/shares.html", page)


def one(request: HttpRequest, key: str) -> HttpResponse:
    """One figure worked out from counts: this month and the one before, beside its lines."""
    months = [Month.of(request.at), Month.of(request.at).previous]
    scopes = [scope_of(request, month.year, month.number) for month in months]
    found = beside([key], scopes[0].month.last_day, scopes[0].office)[key]
    rows = [(month, row(sheet_for(request, scope, queries.figures(scope)), key, found))
            for month, scope in zip(months, scopes, strict=True)]  # fmt: skip
    language = "cy" if get_language() == "cy" else "en"
    derived = BY_KEY[key]
    page = {
        "title": derived.name.said(language), "derived": derived, "rows": rows, "named": named, "about": ABOUT[derived.rests_on],
        "source": CATALOGUE[derived.rests_on], "may_set": gates.can(request.handler, "measures.set"),
        "standing": newest(key),
    }  # fmt: skip
    return render(request, "reports/derived.html", page)
