"""Meetings on a case."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.queries import NoSuchCase
from putright.cases.refusals import Refused

from .. import queries
from ..actions import meetings
from ..forms import ArrangeForm, BecameForm, ConsiderForm
from ..models import Meeting


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Whether a meeting is offered, and if not why."""
    case = door.case(request, reference)
    form = ConsiderForm(typed(request))
    return asked(
        request, case, form, _("Offer a meeting"),
        lambda: meetings.consider(
            case, offered=form.cleaned_data["offered"] == "yes", why_not=form.cleaned_data["why"],
            by=request.handler, at=request.at,
        ),
    )  # fmt: skip


def arrange(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    row = one_of(case, pk)
    start = {name: getattr(row, name) for name in ("on", "time", "place", "who", "adjustments")}
    if not row.adjustments and case.complainant:  # what we know already that they need
        start["adjustments"] = case.complainant.adjustments
    form = ArrangeForm(typed(request), initial=start)

    def act() -> None:
        given = dict(form.cleaned_data)
        meetings.arrange(row, given.pop("on"), given, by=request.handler, at=request.at)

    return asked(request, case, form, _("The meeting"), act)


def became(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    case = door.case(request, reference)
    row = one_of(case, pk)
    form = BecameForm(typed(request))
    return asked(
        request, case, form, _("What became of the meeting"),
        lambda: meetings.end(row, form.cleaned_data["how"], form.cleaned_data["words"], by=request.handler, at=request.at),
    )  # fmt: skip


def one_of(case: Case, pk: int) -> Meeting:
    found = queries.meetings_of(case).filter(pk=pk).first()
    if found is None:
        raise NoSuchCase(case.reference)
    found.case = case
    return found


def asked(request: HttpRequest, case: Case, form: Form, title: str, act: Callable[[], object]) -> HttpResponse:
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect("desk:case", case.reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "case": case, "button": ""}
    return render(request, "cases/form.html", page, status=422 if form.is_bound else 200)
