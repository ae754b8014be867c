"""Pages to write on: a figure of a year, what was counted, a benefit planned, and a benefit delivered."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.forms import Form
from putright.cases import once
from putright.days.queries import ended
from putright.people import gates
from putright.people.refusals import Refused

from . import actions, queries
from .forms import BeforeForm, BenefitForm, DeliveredForm, RateForm
from .years import Year


def posted(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def written(request: HttpRequest, form: Form, act: Callable[[], object], *, title: str, back: str) -> HttpResponse:
    """Do it once and go back; what is refused is said on the form, and nothing typed is lost."""
    if form.is_bound and form.is_valid():
        try:
            once.only(request, act)
            return redirect(back)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": title, "form": form, "back": reverse(back)}
    return render(request, "value/form.html", page, status=422 if form.errors else 200)


def set_rate(request: HttpRequest) -> HttpResponse:
    form = RateForm(posted(request), this=Year.of(request.at))

    def act() -> object:
        given = dict(form.cleaned_data)
        figure = actions.Figure(**given | {"year": Year(int(given["year"]))})
        return actions.set_rate(figure, by=request.handler, at=request.at)

    return written(request, form, act, title=_("A figure for a year"), back="value:rates")


@require_POST
def take_measured(request: HttpRequest, number: int) -> HttpResponse:
    """The share of a week that has ended, as the office's; one press on the page of cost and worth."""
    week = ended().filter(pk=number).first()
    if week is None:
        raise Http404
    try:
        once.only(request, lambda: actions.take_measured(week, by=request.handler, at=request.at))
    except Refused:  # nothing is told of it, so no page offered it
        raise Http404 from None
    return redirect("value:year", Year.of(week.first_day).first)


def set_before(request: HttpRequest) -> HttpResponse:
    form = BeforeForm(posted(request))

    def act() -> object:
        return actions.set_before(actions.Counted(**form.cleaned_data), by=request.handler, at=request.at)

    return written(request, form, act, title=_("What was counted"), back="value:before")


def set_benefit(request: HttpRequest) -> HttpResponse:
    form = BenefitForm(posted(request), owners=queries.owners())

    def act() -> object:
        given = form.cleaned_data
        owner = form.owners[given["owner"]]
        return actions.plan(given["what"], given["measure"], owner, given["due"], by=request.handler, at=request.at)

    return written(request, form, act, title=_("A benefit that is planned"), back="value:benefits")


def benefit(request: HttpRequest, number: int) -> HttpResponse:
    """One benefit; a supervisor writes down that it came, and what shows it."""
    found = queries.benefits().filter(pk=number).first()
    if found is None:
        raise Http404
    may_set = gates.can(request.handler, "value.set")
    form = DeliveredForm(posted(request) if may_set else None, at=request.at)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            once.only(
                request, lambda: actions.deliver(found, given["on"], given["evidence"], by=request.handler, at=request.at)
            )
            return redirect("value:benefits")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {
        "title": _("A benefit"), "one": found, "delivered": getattr(found, "delivered", None), "form": form,
        "may_set": may_set, "back": reverse("value:benefits"),
    }  # fmt: skip
    return render(request, "value/benefit.html", page, status=422 if form.errors else 200)
