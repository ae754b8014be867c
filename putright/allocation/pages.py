"""Pages: give it to somebody, answer, give it back."""

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.law.calendar import day_of

from . import actions, queries, rules, words
from .forms import AllocateForm, AnswerForm, GiveBackForm
from .refusals import NotTheirs


def language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"


def form_page(request: HttpRequest, case: Case, form: Any, title: str, press: str, **more: Any) -> HttpResponse:
    back = reverse("desk:case", args=[case.reference])
    values = {"case": case, "form": form, "title": title, "press": press, "back": back, "notes": (), **more}
    return render(request, "allocation/form.html", values)


def allocate(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    people = queries.local_supervisors(case, day_of(request.at))
    asked = {"teams": queries.local_teams(), "people": people, "language": language()}
    form = AllocateForm(request.POST or None, **asked)
    if form.is_valid():
        why, to = rules.Asked(form.cleaned_data["why"], form.cleaned_data["asks"]), form.person_chosen
        try:
            once.only(request, lambda: actions.allocate(case, form.team_chosen, why, by=request.handler, at=request.at, to=to))
            return redirect("desk:case", case.reference)
        except Refused as refused:
            form.add_error(None, str(refused))
    return form_page(request, case, form, _("Ask a supervisor to put it right"), _("Ask them"))


def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """What a district or department sees of a case it was given, and where it answers."""
    case = door.case(request, reference)
    waiting = queries.with_now(case)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        said = [form.cleaned_data[name] for name in ("did", "words", "content")]
        try:
            if waiting is None:
                raise NotTheirs
            once.only(request, lambda: actions.answer_back(waiting, *said, by=request.handler, at=request.at))
            return redirect("allocation:answered")
        except Refused as refused:
            form.add_error(None, str(refused))
    values = {"title": _("What was done"), "form": form, "case": case, "waiting": waiting, "asks": words.ASKS}
    return render(request, "allocation/answer.html", values)


@require_POST
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """One press; pressing it twice changes nothing."""
    case = door.case(request, reference)
    waiting = queries.with_now(case)
    if waiting and not waiting.accepted_at:
        with suppress(Refused):  # pressed twice at once, or no longer theirs: the page they come to says how it stands
            actions.accept(waiting, by=request.handler, at=request.at)
    return redirect("allocation:answer", case.reference)


def give_back(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = GiveBackForm(request.POST or None)
    if form.is_valid():
        try:
            once.only(request, lambda: actions.give_back(case, form.cleaned_data["why"], by=request.handler, at=request.at))
            ours = request.handler.team_id == case.team_id
            return redirect("desk:case", case.reference) if ours else redirect("allocation:answered")
        except Refused as refused:
            form.add_error(None, str(refused))
    return form_page(request, case, form, _("Give it back"), _("Give it back"))


@require_safe
def answered(request: HttpRequest) -> HttpResponse:
    """Thanks; says nothing of the case, which is no longer theirs to see."""
    return render(request, "allocation/answered.html", {"title": _("Thank you. Your answer has gone back")})
