"""Who was often in touch in a month, and from how many contacts that is often."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from design.dates import month_name
from putright.cases import once
from putright.facts.months import Month
from putright.law.calendar import day_of
from putright.people import actions, gates, plans
from putright.people.refusals import Refused

from ..people.forms import OftenForm
from .listed import listed


def now(request: HttpRequest) -> HttpResponse:
    """The month we are in."""
    month = Month.of(request.at)
    return often(request, month.year, month.number)


def often(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The frequent callers of a month that this handler may see, the most often first."""
    chosen, current = month_of(request, year, month), Month.of(request.at)
    definition = plans.often(min(chosen.last_day, day_of(request.at)))
    rows, number = listed(request, chosen, definition.contacts)
    page = {
        "title": _("Frequent callers: %(month)s") % {"month": f"{month_name(chosen.number)} {chosen.year}"},
        "rows": rows, "number": number, "definition": definition, "on": day_of(request.at), "month": chosen,
        "previous": None if chosen.is_first else chosen.previous, "next": chosen.next if chosen < current else None,
        "defines": gates.can(request.handler, "people.define"), "counts": gates.can(request.handler, "reports.list"),
    }  # fmt: skip
    return render(request, "desk/people/often.html", page)


def month_of(request: HttpRequest, year: int, month: int) -> Month:
    """404 for a month there is not, or that has not begun."""
    try:
        chosen = Month(year, month)
    except ValueError as no_such_month:
        raise Http404 from no_such_month
    if chosen > Month.of(request.at):
        raise Http404
    return chosen


def define(request: HttpRequest) -> HttpResponse:
    """A supervisor says from how many contacts somebody counts, from a day on; and what it was before."""
    form = OftenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            once.only(
                request,
                lambda: actions.define_often(given["contacts"], given["since"], given["why"], by=request.handler, at=request.at),
            )
            return redirect("desk:often")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {
        "title": _("Who counts as a frequent caller"), "form": form, "back": reverse("desk:often"),
        "definition": plans.often(day_of(request.at)), "past": plans.often_lines(),
    }  # fmt: skip
    return render(request, "desk/people/often_from.html", page, status=422 if form.is_bound else 200)
