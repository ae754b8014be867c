"""Who takes a case: suggestions with their reasons, accepting, declining, handing back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.refusals import Refused

from .. import queries, shown, staff
from ..actions import giving as actions
from ..forms import GiveForm, WhyForm


def give(request: HttpRequest, reference: str) -> HttpResponse:
    """Everybody who could take it, the best first, each with the reason. A person chooses; nothing is given by itself."""
    case = door.case(request, reference)
    offered = staff.suggestions(door.cases(request), request.handler.team, [case], request.at)[case.pk]
    reasons = {one.pk: (one.name, shown.reason(request, one)) for one in offered}
    form = GiveForm(request.POST or None, offered=reasons, initial={"to": str(offered[0].pk) if offered else ""})
    if form.is_valid():
        to = staff.takers(request.handler.team).get(pk=int(form.cleaned_data["to"]))
        first = bool(offered) and offered[0].pk == to.pk
        try:
            once.only(request, lambda: actions.give(case, to, by=request.handler, at=request.at, suggested=first))
            return onward(request, reference)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"note": _("The list shows who is here today. You choose.") if offered else _("Nobody in the team can take this now.")}
    return form_page(request, case, form, _("Give it to a colleague"), _("Give it"), **page)


def form_page(request: HttpRequest, case: Case, form: object, title: str, press: str, **more: str) -> HttpResponse:
    back = reverse("desk:case", args=[case.reference])
    page = {"case": case, "form": form, "title": title, "press": press, "back": back, "note": "", **more}
    return render(request, "chasing/form.html", page, status=422 if request.method == "POST" else 200)


def onward(request: HttpRequest, reference: str) -> HttpResponse:
    """Back to the list it was pressed in, else to the case."""
    show = request.POST.get("show", "")
    if show in queries.LISTS:
        return redirect(f"{reverse('chasing:team')}?show={show}")
    return redirect("desk:case", reference)


@require_POST
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    return pressed(request, case, lambda: actions.accept_given(case, by=request.handler, at=request.at))


def pressed(request: HttpRequest, case: Case, act: Callable[[], object]) -> HttpResponse:
    """One press without a form of its own; a refusal is said in a sentence, with the way back."""
    try:
        once.only(request, act)
    except Refused as refused:
        page = {"title": _("Nothing was changed"), "sentence": str(refused), "case": case}
        return render(request, "chasing/refused.html", page, status=409)
    return onward(request, case.reference)


def decline(request: HttpRequest, reference: str) -> HttpResponse:
    return with_reason(request, reference, _("I cannot take this"), actions.decline_given)


def hand_back(request: HttpRequest, reference: str) -> HttpResponse:
    return with_reason(request, reference, _("Hand it back"), actions.hand_back)


def with_reason(request: HttpRequest, reference: str, title: str, act: Callable[..., None]) -> HttpResponse:
    case = door.case(request, reference)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        try:
            once.only(request, lambda: act(case, form.cleaned_data["why"], by=request.handler, at=request.at))
            return redirect("desk:case", reference)
        except Refused as refused:
            form.add_error(None, str(refused))
    return form_page(request, case, form, title, title)
