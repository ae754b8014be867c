"""The pages: one's own week, one day of it, beginning a week, and what came of one."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import day
from putright.cases import once
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.refusals import Refused

from . import actions, queries, rules
from .forms import BeginForm, DayForm
from .models import Week


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def named(headings: Iterable[rules.Heading]) -> list[tuple[str, bool]]:
    return [(one.name(spoken()), one.contacts) for one in headings]


def home(request: HttpRequest) -> HttpResponse:
    by, today = request.handler, day_of(request.at)
    week, begins = queries.open_week(), gates.can(by, "days.begin")
    asked = week is not None and queries.is_asked(by)
    mine = queries.mine(week, by) if week and asked else {}
    page = {
        "title": _("How the day goes"), "week": week, "asked": asked, "begins": begins,
        "last_day": week.first_day + timedelta(days=6) if week else None,
        "days": [(number, on, rules.length(sum(mine[on].values())) if on in mine else "", on <= today)
                 for number, on in enumerate(rules.days_of(week.first_day), 1)] if week and asked else (),
        "why": queries.not_now() if begins and week is None else None,
        "ended": [(one, rules.of_plain(one.told)) for one in queries.ended()[: queries.SHOWN]],
        "headings": named(queries.of(week) if week else queries.headings(today)),
    }  # fmt: skip
    return render(request, "days/home.html", page)


def write(request: HttpRequest, number: int) -> HttpResponse:
    """One of one's own days: 1 is Monday. Without a press, which would keep the moment; writing twice changes nothing."""
    week = queries.open_week()
    if week is None or not 1 <= number <= 7 or not queries.is_asked(request.handler):
        raise Http404
    on = rules.days_of(week.first_day)[number - 1]
    if on > day_of(request.at):
        raise Http404
    before = queries.mine(week, request.handler).get(on, {})
    start = {code: rules.length(minutes) for code, minutes in before.items()}
    typed = request.POST if request.method == "POST" else None
    form = DayForm(typed, headings=queries.of(week), language=spoken(), initial=start)
    if form.is_valid():
        try:
            actions.write(week, on, form.cleaned_data, by=request.handler, at=request.at)
            return redirect("days:home")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    title = day(on, spoken(), weekday=True)
    page = {"title": title, "form": form, "back": reverse("days:home"), "of_contacts": contacts_of(week)}
    return render(request, "days/write.html", page, status=422 if form.errors else 200)


def contacts_of(week: Week) -> list[str]:
    return [one.name(spoken()) for one in queries.of(week) if one.contacts]


def begin(request: HttpRequest) -> HttpResponse:
    form = BeginForm(
        request.POST if request.method == "POST" else None, mondays=rules.mondays(day_of(request.at)), language=spoken()
    )
    if form.is_valid():
        first_day = date.fromisoformat(form.cleaned_data["first_day"])
        try:
            once.only(request, lambda: actions.begin(first_day, by=request.handler, at=request.at))
            return redirect("days:home")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    headings = named(queries.headings(day_of(request.at)))
    page = {"title": _("Begin a week"), "form": form, "back": reverse("days:home"), "headings": headings}
    return render(request, "days/begin.html", page, status=422 if form.errors else 200)


def week(request: HttpRequest, pk: int) -> HttpResponse:
    found = queries.ended().filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    told = rules.of_plain(found.told)
    names = {one.code: one.name(spoken()) for one in queries.of(found)}
    rows = [
        (", ".join(names[code] for code in one.codes), one.contacts, rules.length(one.minutes),
         (200 * one.minutes + told.minutes) // (2 * told.minutes))
        for one in told.blocks
    ]  # fmt: skip
    page = {
        "title": _("How the days went: the week of %(day)s") % {"day": day(found.first_day, spoken())}, "told": told,
        "rows": rows, "all": rules.length(told.minutes), "back": reverse("days:home"), "few": told.why == rules.FEW,
    }  # fmt: skip
    return render(request, "days/week.html", page)
