"""The register, one improvement with what was measured, and the forms that keep it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import once
from putright.cases.refusals import Refused
from putright.law.calendar import day_of
from putright.people import gates

from . import actions, queries, rules, shown, words
from .forms import ImprovementForm, StepForm
from .models import Improvement

SOON = timedelta(days=90)  # when a new one is due, unless somebody says otherwise


def all_of_them(request: HttpRequest) -> HttpResponse:
    """By status, the one due first at the top; each with what can be said of it today."""
    page = {
        "title": _("Improvements"), "grouped": queries.register(request.at), "words": words,
        "named": shown.named(request, "improvements"), "may": gates.can(request.handler, "improvements.keep"),
    }  # fmt: skip
    return render(request, "improvements/all.html", page)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    found = the(pk)
    page = {
        "title": found.title, "one": found, "words": words, "steps": queries.steps(found), "rules": rules,
        "late": found.is_late(day_of(request.at)), "measured": queries.measured(found, request.at),
        "came": shown.came(request, found), "drawn": shown.chart(request, found), "whole": shown.whole(request, found),
        "kind": shown.named(request, "improvements")(found.kind), "cause": shown.named(request, "causes")(found.cause),
        "may": gates.can(request.handler, "improvements.keep"),
    }  # fmt: skip
    return render(request, "improvements/one.html", page)


def the(pk: int) -> Improvement:
    found = queries.one(pk)
    if found is None:
        raise Http404
    return found


def new(request: HttpRequest) -> HttpResponse:
    """`?from=warning&ref=which/code/month` fills in the series; any other kind and number is kept as it is given."""
    came = actions.Begun(request.GET.get("from", ""), request.GET.get("ref", "")[:100])
    came = came if came.kind in rules.FROM and came.ref else actions.Begun()
    warning = queries.warned(came.kind, came.ref)
    if came.kind == "warning" and warning is None:
        raise Http404
    series = f"{warning.which}/{warning.code}" if warning else ""
    start = {"series": series, "owner": str(request.handler.pk), "due_on": day_of(request.at) + SOON}
    form = filled(request, start, series)
    back = reverse("warnings:one", args=[warning.which, warning.code]) if warning else reverse("improvements:all")

    def act() -> Improvement:
        return actions.begin(form.given(), came, by=request.handler, at=request.at)

    return asked(request, form, _("A new improvement"), act, back, said=shown.said(request, came))


def filled(request: HttpRequest, start: dict[str, Any], series: str = "") -> ImprovementForm:
    """`also` of `start`: who looks after it now, though they may have left the team."""
    typed = request.POST if request.method == "POST" else None
    staff = queries.staff(start.pop("also", ()))
    lists = shown.lists(request, series, start.get("kind", ""), start.get("cause", ""))
    return ImprovementForm(typed, lists=lists, staff=staff, initial=start)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = the(pk)
    series = f"{found.which}/{found.code}" if found.code else ""
    names_of = ("title", "kind", "cause", "words", "due_on", "benefit")
    start: dict[str, Any] = {name: getattr(found, name) for name in names_of}
    start |= {"owner": str(found.owner_id), "series": series, "hoped": str(found.hoped or ""), "also": [found.owner]}
    form = filled(request, start, series)

    def act() -> Improvement:
        return actions.edit(found, form.given(), by=request.handler, at=request.at)

    return asked(request, form, _("Change what is written"), act, reverse("improvements:one", args=[pk]), said=found.title)


def step(request: HttpRequest, pk: int) -> HttpResponse:
    found = the(pk)
    start = {"status": found.status, "owner": str(found.owner_id), "due_on": found.due_on, "made_on": found.changed_on}
    typed = request.POST if request.method == "POST" else None
    form = StepForm(typed, standing=found.status, staff=queries.staff([found.owner]), initial=start, at=request.at)

    def act() -> Improvement:
        return actions.step(found, form.stands(), by=request.handler, at=request.at).improvement

    return asked(request, form, _("What happened?"), act, reverse("improvements:one", args=[pk]), said=found.title)


def asked(
    request: HttpRequest, form: Form, title: str, act: Callable[[], Improvement], back: str, said: str
) -> HttpResponse:
    """One form; a refusal keeps what was typed. Then on to the improvement."""
    if form.is_valid():
        try:
            made: list[Improvement] = []
            once.only(request, lambda: made.append(act()))
            return redirect("improvements:one", made[0].pk) if made else redirect("improvements:all")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "back": back, "said": said}
    return render(request, "improvements/form.html", page, status=422 if form.is_bound else 200)
