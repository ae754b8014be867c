"""Targets and what figures are set beside: what holds, what was written down, a form for another line; and our place among all
forces."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import once
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.queries import office
from putright.people.refusals import Refused

from . import actions, forces, queries, standing, words
from .forms import LineForm, TableForm


def lines(request: HttpRequest) -> HttpResponse:
    """What holds today, by figure; then everything written down here. Three queries."""
    named, language = queries.names(), _language()
    held = queries.beside(named, day_of(request.at), office())
    page = {
        "title": _("Targets, and what others have"),
        "held": [(key, named[key].said(language), found) for key, found in held.items() if found],
        "earlier": [(one, named[one.figure].said(language) if one.figure in named else one.figure, words.WHOSE[one.whose],
                     "" if one.value is None else queries.written(one.figure, one.value)) for one in queries.history()],
        "may_set": gates.can(request.handler, "measures.set"), "ways": words.WAYS, "employees": words.EMPLOYEES,
    }  # fmt: skip
    return render(request, "measures/lines.html", page)


def set_line(request: HttpRequest) -> HttpResponse:
    """One line more. `?figure=` chooses the figure it is for."""
    asked = request.GET.get("figure", "")
    initial = {"figure": asked} if asked in queries.names() else {}
    form = LineForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            line = actions.Beside(**form.cleaned_data)
            once.only(request, lambda: actions.set_line(line, by=request.handler, at=request.at))
            return redirect("measures:lines")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": _("A target, or what others have"), "form": form}
    return render(request, "measures/form.html", page, status=422 if form.errors else 200)


def places(request: HttpRequest) -> HttpResponse:
    """Our place among all forces, by figure: the newest period first. One query of its own."""
    named, language = queries.names(), _language()
    page = {
        "title": _("Where we stand among all forces"), "may_set": gates.can(request.handler, "measures.set"),
        "figures": [(named[key].said(language), found) for key, found in standing.by_figure().items() if key in named],
    }  # fmt: skip
    return render(request, "measures/places.html", page)


def table(request: HttpRequest, number: int) -> HttpResponse:
    """One table from the most to the fewest, with ours marked."""
    found = standing.one(number)
    if found is None or found.table.figure not in queries.names():
        raise Http404
    name = queries.names()[found.table.figure].said(_language())
    rows = [(place, force, found.said(figure)) for place, force, figure in forces.ordered(found.rows)]
    page = {"title": f"{name}: {found.table.period}", "found": found, "rows": rows, "later": standing.later(found.table)}
    return render(request, "measures/table.html", page)


def set_table(request: HttpRequest) -> HttpResponse:
    """A table as it was published. `?figure=` chooses the figure it is of."""
    asked, here = request.GET.get("figure", ""), office().names.force
    called = sorted((here.en, here.cy), key=lambda name: name != here.said(_language()))
    initial = {"figure": asked} if asked in queries.names() else {}
    form = TableForm(request.POST if request.method == "POST" else None, initial=initial, called=called)
    if form.is_bound and form.is_valid():
        try:
            given = actions.AllForces(**form.cleaned_data)
            once.only(request, lambda: actions.set_table(given, by=request.handler, at=request.at))
            return redirect("measures:places")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": _("What every force has"), "form": form}
    return render(request, "measures/table_form.html", page, status=422 if form.errors else 200)


def _language() -> str:
    return "cy" if get_language() == "cy" else "en"
