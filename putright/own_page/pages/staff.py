"""What staff do about somebody's own page: give a code, end one, and deal with what was asked for there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import door, once
from putright.cases.models import Case
from putright.passes.actions import Holder
from putright.passes.queries import of_case
from putright.people.refusals import Refused

from .. import actions, changes, queries
from ..forms import Checked, DealWith, Give
from ..holders import could_hold


def give(request: HttpRequest, reference: str) -> HttpResponse:
    """A new code, for somebody whose handler made sure who they are. It is shown once, here, to be read out or written down;
    asked for again by the same press, the page says that it was given."""
    case = door.case(request, reference)
    form = Give(request.POST if request.method == "POST" else None, holders=could_hold(case))
    if request.method == "POST" and form.is_valid():
        given, made = form.cleaned_data, []
        chosen = form.holders[given["who"]]
        holder = Holder(chosen.person, chosen.speaks, acts=not given["reads_only"])
        try:
            once.only(
                request,
                lambda: made.append(actions.give(case, holder, given["checked"], by=request.handler, at=request.at)),
            )
            values = {"title": _("A new code"), "case": case, "code": made[0] if made else "", "who": chosen.person}
            return render(request, "own_page/given.html", values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"title": _("Give a code for their own page"), "case": case, "form": form, "button": _("Give a new code")}
    return render(request, "own_page/give.html", values, status=422 if form.is_bound else 200)


@require_POST
def end(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    one = of_case(case).filter(pk=number).first()
    if one is None:
        raise missing(request)
    try:
        once.only(request, lambda: actions.end(one, by=request.handler, at=request.at))
    except Refused:
        pass  # ended already: what they wanted is so
    return redirect("desk:case", case.reference)


def deal_with(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    case = door.case(request, reference)
    ask = queries.asks(case).filter(pk=number).first()
    if ask is None:
        raise missing(request)
    form = DealWith(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            once.only(
                request, lambda: actions.deal_with(ask, form.cleaned_data["words"], by=request.handler, at=request.at)
            )
            return redirect("desk:case", case.reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"title": _("What they asked for"), "form": form, "ask": queries.told(ask), **queries.ways_on(ask, case)}
    return shown(request, case, "own_page/deal_with.html", values)


def checked(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """New contact details that a handler makes sure of."""
    case = door.case(request, reference)
    change = queries.unchecked(case).filter(pk=number).first()
    if change is None:
        raise missing(request)
    form = Checked(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        good = form.cleaned_data["good"] == "yes"
        try:
            once.only(request, lambda: changes.check_by_hand(change, good=good, by=request.handler, at=request.at))
            return redirect("desk:case", case.reference)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    values = {"title": _("New contact details, not checked yet"), "form": form, "change": change}
    return shown(request, case, "own_page/checked.html", values | {"field": queries.field(change)})


def shown(request: HttpRequest, case: Case, template: str, values: dict[str, object]) -> HttpResponse:
    form = values["form"]
    values |= {"case": case, "button": ""}
    return render(request, template, values, status=422 if getattr(form, "is_bound", False) else 200)


def missing(request: HttpRequest) -> Http404:
    request.seen_cases = set()
    return Http404()
