"""What stands out, one reason or area with its working, and setting it aside."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import month_name
from putright.cases import once
from putright.cases.refusals import Refused
from putright.charts import draw
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.queries import office

from . import actions, drawn, queries, rules
from .forms import DismissForm


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def names(request: HttpRequest, which: str, codes: list[str]) -> dict[str, str]:
    """What each code is called today; a code of a reason nobody knows any more stays as it is."""
    if which == rules.AREA:
        return {code: team.name(language()) for code, team in queries.teams(codes).items()}
    request.office = office()
    listed, today = asked_once(request, "reasons"), day_of(request.at)
    return {code: listed.name(code, today, language()) or code for code in codes}


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
    page = {
        "title": called, "drawn": draw.series(drawn.chart(found, called, step)), "which": which, "code": code,
        "out": [(one, drawn.sentence(one.judged), drawn.working(one.judged)) for one in reversed(found) if one.judged.fired],
        "step": step, "when": drawn.when, "may": gates.can(request.handler, "warnings.dismiss"),
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
    page = {"title": title, "form": form, "which": which, "code": code}
    return render(request, "warnings/dismiss.html", page, status=422 if form.is_bound else 200)
