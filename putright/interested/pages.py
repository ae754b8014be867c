"""Adding somebody who is kept informed, and what is said of them later."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.refusals import Refused

from . import actions, queries
from .forms import AddForm, ChangeForm


def add(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    form = AddForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        given = form.cleaned_data
        tie = (given["tie"], given["how"])
        actions.add(case, form.details(), tie, given["agrees"], by=request.handler, at=request.at)

    return asked(request, case, form, act, _("Add somebody who is kept informed"))


def change(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """They agree, or not; or it ends."""
    case = door.case(request, reference)
    row = queries.of_case(case).filter(pk=number).first()
    if row is None:
        request.seen_cases = set()
        raise Http404
    form = ChangeForm(request.POST if request.method == "POST" else None, initial={"agrees": row.agrees})

    def act() -> None:
        given = form.cleaned_data
        if given["agrees"] == "end":
            actions.end(row, given["why"], by=request.handler, at=request.at)
        else:
            actions.change(row, given["agrees"], by=request.handler, at=request.at)

    return asked(request, case, form, act, _("Kept informed: %(name)s") % {"name": row.person.name})


def asked(request: HttpRequest, case: Case, form: Form, act: Callable[[], None], title: str) -> HttpResponse:
    """A form on a case: done once, then back to the case; a refusal is said and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            once.only(request, act)
            return redirect("desk:case", case.reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"title": title, "case": case, "form": form, "button": _("Save")}
    return render(request, "cases/form.html", values, status=422 if form.is_bound else 200)
