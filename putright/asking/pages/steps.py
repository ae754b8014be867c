"""The office's own first steps: read by all who take contacts, written by a supervisor."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.people import gates

from .. import queries
from ..actions import steps as actions
from ..forms import StepForm
from ..models import Step


def steps(request: HttpRequest) -> HttpResponse:
    return shown(request, StepForm())


@require_POST
def add_step(request: HttpRequest) -> HttpResponse:
    form = StepForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        actions.add_step(given["en"], given["cy"], given["order"], by=request.handler, at=request.at)
        return redirect("asking:steps")
    return shown(request, form)


def shown(request: HttpRequest, form: StepForm) -> HttpResponse:
    page = {
        "title": _("First steps"), "steps": queries.steps(request.at), "form": form,
        "may_set": gates.can(request.handler, "asking.set_steps"),
    }  # fmt: skip
    return render(request, "asking/steps.html", page, status=422 if form.is_bound else 200)


@require_POST
def end_step(request: HttpRequest, pk: int) -> HttpResponse:
    found: Step | None = next((one for one in queries.steps(request.at) if one.pk == pk), None)
    if found is None:
        raise Http404
    actions.end_step(found, by=request.handler, at=request.at)
    return redirect("asking:steps")
