"""Putting it right: offer, hear the answer, or record it because they ask."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door, once
from putright.cases.choices import lacking
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.codes.queries import asked_once
from putright.law.calendar import day_of

from . import actions, queries
from .forms import AnswerForm, OfferForm, RecordForm
from .models import Attempt


def offer(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    offers = queries.offered(asked_once(request, queries.OFFERS), day_of(request.at))
    form = OfferForm(request.POST if request.method == "POST" else None, offers=offers)
    if form.is_valid() and _done(request, form, lambda: _offer(request, case, form.cleaned_data)):
        return _after(request, case, form.cleaned_data["content"])
    tried = queries.attempts(case)
    shown = {"title": _("Put it right"), "form": form, "attempts": tried, "offers": _called(request, tried)}
    return _page(request, case, "recovery/offer.html", shown)


def _offer(request: HttpRequest, case: Case, given: dict[str, str]) -> Attempt:
    asked = given["content"] != "not_known" or given["answer"]
    heard = actions.Heard(given["content"], given["answer"]) if asked else None
    return actions.offer(case, given["kind"], given["words"], by=request.handler, at=request.at, heard=heard)


def answer(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    try:
        tried = queries.attempt(case, number)
    except queries.NoSuchAttempt:
        raise Http404 from None
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _done(request, form, lambda: _hear(request, tried, form.cleaned_data)):
        return _after(request, case, form.cleaned_data["content"])
    shown = {"title": _("What did they say?"), "form": form, "attempt": tried, "offers": _called(request, [tried])}
    return _page(request, case, "recovery/answer.html", shown)


def _hear(request: HttpRequest, tried: Attempt, given: dict[str, str]) -> None:
    actions.hear(tried, given["content"], given["answer"], by=request.handler, at=request.at)


def ask_to_record(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = RecordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words = form.cleaned_data["words"]
        if _done(request, form, lambda: actions.ask_to_record(case, words, by=request.handler, at=request.at)):
            return redirect("desk:case", reference)
    return _page(request, case, "recovery/record.html", {"title": _("They want it recorded"), "form": form})


def _called(request: HttpRequest, tried: list[Attempt]) -> dict[int, str]:
    language = "cy" if get_language() == "cy" else "en"
    return queries.called(tried, asked_once(request, queries.OFFERS), language)


def _after(request: HttpRequest, case: Case, content: str) -> HttpResponse:
    """Put right: what came of each allegation is asked at once, while it is remembered. It can wait: closing asks again."""
    if content == "yes" and lacking(case, day_of(request.at)):
        return redirect("cases:outcomes", case.reference)
    return redirect("desk:case", case.reference)


def _done(request: HttpRequest, form: Form, act: Callable[[], object]) -> bool:
    """Do it; a refusal is shown on the form, with everything typed still there."""
    try:
        once.only(request, act)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _page(request: HttpRequest, case: Case, template: str, shown: dict[str, object]) -> HttpResponse:
    return render(request, template, shown | {"case": case, "back": reverse("desk:case", args=[case.reference])})
