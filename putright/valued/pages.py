"""The team's pages about working here: answer, ask, read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.dates import month_name
from putright.cases import once
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.refusals import Refused
from putright.people.roles import FRONT
from putright.workforce.queries import thanks_by_month

from . import actions, queries, rules
from .forms import AnswerForm, AskForm
from .words import QUESTIONS


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def home(request: HttpRequest) -> HttpResponse:
    by = request.handler
    asking = queries.open_for(by, at=request.at) if by.role in FRONT else None
    asks = gates.can(by, "valued.ask")
    page = {
        "title": _("How it is to work here"), "asking": asking, "asks": asks, "on": queries.is_on(),
        "answered": asking is not None and queries.has_answered(asking, by),
        "why": queries.not_now(by.team, day_of(request.at)) if asks and asking is None else None,
        "ended": queries.ended(by)[: queries.SHOWN], "all_teams": by.role not in FRONT, "language": language(),
    }  # fmt: skip
    return render(request, "valued/home.html", page)


def answer(request: HttpRequest) -> HttpResponse:
    """Without a press: whoever answers twice is refused by their digest, and a press would keep the moment."""
    asking = queries.open_for(request.handler, at=request.at)
    if asking is None or queries.has_answered(asking, request.handler):
        return redirect("valued:home")
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        try:
            actions.answer(asking, form.marks(), form.cleaned_data["words"], by=request.handler, at=request.at)
            return redirect("valued:home")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("How is it to work here?"), "form": form, "asking": asking, "back": reverse("valued:home")}
    return render(request, "valued/answer.html", page, status=422 if form.is_bound else 200)


def ask(request: HttpRequest) -> HttpResponse:
    form = AskForm(request.POST or None)
    if form.is_valid():
        try:
            once.only(request, lambda: actions.ask(form.cleaned_data["closes_on"], by=request.handler, at=request.at))
            return redirect("valued:home")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": _("Ask the team"), "form": form, "back": reverse("valued:home"), "questions": QUESTIONS.values()}
    return render(request, "valued/ask.html", page, status=422 if form.is_bound else 200)


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    on = request.POST.get("on") == "yes"
    once.only(request, lambda: actions.switch(on, by=request.handler, at=request.at))
    return redirect("valued:home")


def results(request: HttpRequest, pk: int) -> HttpResponse:
    asking = queries.result(pk, request.handler)
    if asking is None:
        raise Http404
    thanks = thanks_by_month(request.handler) if request.handler.role in FRONT else ()
    page = {
        "title": _("What the team said about working here"), "asking": asking, "back": reverse("valued:home"),
        "rows": [(called, asking.means.get(code)) for code, called in QUESTIONS.items()],
        "lowest": rules.LOWEST, "highest": rules.HIGHEST, "language": language(), "reads_thanks": request.handler.role in FRONT,
        "thanks": [(f"{month_name(month.month, language())} {month.year}", number) for month, number in thanks],
    }  # fmt: skip
    return render(request, "valued/results.html", page)
