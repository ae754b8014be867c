"""What stands out, one reason or area with its working, and setting it aside."""

from contextlib import suppress
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.dates import month_name
from putright.cases import once
from putright.cases.refusals import Refused
from putright.charts import changing, draw
from putright.people import gates

from . import actions, drawn, queries, refusals, rules
from .forms import DismissForm, MarkForm
from .named import language, names


def all_of_them(request: HttpRequest) -> HttpResponse:
    found = queries.standing(request.at)
    called = {which: names(request, which, [one.code for one in found if one.which == which]) for which in rules.WHICH}
    rows = [(one, called[one.which].get(one.code, one.code), drawn.sentence(one.judged)) for one in found]
    page = {"title": _("Early warnings"), "rows": rows, "month": drawn.month}
    return render(request, "warnings/all.html", page)


def one(request: HttpRequest, which: str, code: str) -> HttpResponse:
    """`?weeks=1` shows weeks. The working of every period, the newest first, below the drawing."""
    if which not in rules.WHICH:
        raise Http404
    step = "week" if request.GET.get("weeks") else "month"
    found = queries.of(which, code, request.at, step)
    called = names(request, which, [code]).get(code)
    if not found or called is None:
        raise Http404
    series = drawn.chart(found, called, step, changing.changes(which, code))
    page = {
        "title": called, "drawn": draw.series(series), "which": which, "code": code,
        "out": [(one, drawn.sentence(one.judged), drawn.working(one.judged)) for one in reversed(found) if one.judged.fired],
        "step": step, "when": drawn.when, "language": language(), "may": gates.can(request.handler, "warnings.dismiss"),
        "changes": queries.annotations(which, code),
    }  # fmt: skip
    return render(request, "warnings/one.html", page)


def dismiss(request: HttpRequest, which: str, code: str, year: int, month: int) -> HttpResponse:
    """One month of it. A refusal keeps what was typed."""
    if which not in rules.WHICH or not (1 <= month <= 12 and 2000 <= year <= 2200):
        raise Http404
    form = DismissForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        warning = actions.Which(which, code, date(year, month, 1))
        try:
            once.only(
                request, lambda: actions.dismiss(warning, form.cleaned_data["why"], by=request.handler, at=request.at)
            )
            return redirect("warnings:one", which, code)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    title = _("Set a warning aside: %(month)s") % {"month": f"{month_name(month)} {year}"}
    page = {"title": title, "form": form, "which": which, "code": code, "button": _("Set it aside")}
    return render(request, "warnings/dismiss.html", page, status=422 if form.is_bound else 200)


def annotate(request: HttpRequest, which: str, code: str) -> HttpResponse:
    """A day on which something changed, by hand. A refusal keeps what was typed."""
    if which not in rules.WHICH:
        raise Http404
    form = MarkForm(request.POST if request.method == "POST" else None, at=request.at, initial={"where": "one"})
    if form.is_valid():
        given = form.cleaned_data
        series = (which, code) if given["where"] == "one" else ("", "")
        change = actions.Change(given["on"], given["label"], *series)
        try:
            once.only(request, lambda: actions.annotate(change, by=request.handler, at=request.at))
            return redirect("warnings:one", which, code)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Mark a change"), "form": form, "which": which, "code": code, "button": _("Mark it")}
    return render(request, "warnings/dismiss.html", page, status=422 if form.is_bound else 200)


@require_POST
def take_off(request: HttpRequest, which: str, code: str, pk: int) -> HttpResponse:
    with suppress(refusals.MarkGone):  # somebody else was quicker: it is off
        actions.take_off(pk, by=request.handler, at=request.at)
    return redirect("warnings:one", which, code)
