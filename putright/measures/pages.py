"""Targets and what figures are set beside: what holds, what was written down, and a form for another line."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases import once
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.queries import office
from putright.people.refusals import Refused

from . import actions, queries, words
from .forms import LineForm


def lines(request: HttpRequest) -> HttpResponse:
    """What holds today, by figure; then everything written down here. Three queries."""
    named, language = queries.names(), "cy" if get_language() == "cy" else "en"
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
