"""Recommendations to the force, what they answered, and how long they have."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.law.calendar import day_of
from putright.people import gates

from .. import queries, rules, words
from ..actions import force
from ..forms import HearForm, RecommendForm, WaitForm
from .asking import asked, found, linked, sheet_of, shown, spoken, typed


def recommendations(request: HttpRequest) -> HttpResponse:
    """By state: late, waiting, answered."""
    on, cases = day_of(request.at), door.cases(request)
    counts = queries.states(cases, on)
    given = request.GET.get("show", "")
    state = given if given in words.STATES else "late" if counts["late"] else "open"
    sheet = queries.recommendations(cases, state, on, request.GET.get("after", ""))
    page = sheet_of(request, sheet) | {
        "title": _("Recommendations to the force"), "state": state, "show": state, "counts": counts, "words": words,
        "leads": gates.can(request.handler, "learning.lead"),
    }  # fmt: skip
    return render(request, "learning/recommendations.html", page)


def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(queries.recommendation(door.cases(request), pk))
    shown(request, [row])
    page = {
        "title": _("A recommendation to the force"), "row": row, "chases": queries.chases_of(row), "words": words,
        "late": row.is_late(day_of(request.at)),
    }  # fmt: skip
    return render(request, "learning/recommendation.html", page)


def recommend(request: HttpRequest) -> HttpResponse:
    """On a case or from a lesson when the address names one."""
    lesson, case = None, linked(request)
    if (number := request.GET.get("lesson", "")).isdecimal():
        lesson = found(queries.lesson(door.cases(request), int(number[:18])))
        shown(request, [lesson])
    start = {"language": spoken(), "words": lesson.words if lesson else ""}
    form = RecommendForm(typed(request), at=request.at, initial=start)

    def act() -> object:
        made = force.Asked(**form.cleaned_data)
        return force.recommend(made, case, lesson, by=request.handler, at=request.at)

    about = _("If you enter no day for it, they have %(days)s days to answer.") % {"days": queries.wait(day_of(request.at)).days}
    to = reverse("desk:case", args=[case.reference]) if case else reverse("learning:recommendations") + "?show=open"
    return asked(request, form, _("Write down a recommendation"), act, to, said=case.reference if case else "", about=about)


def hear(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(queries.recommendation(door.cases(request), pk))
    shown(request, [row])
    form = HearForm(typed(request), at=request.at)

    def act() -> object:
        given = form.cleaned_data
        return force.hear(row, given["answer"], given["words"], given["on"], by=request.handler, at=request.at)

    return asked(request, form, _("Write down their answer"), act, reverse("learning:recommendation", args=[pk]), said=row.words)


def wait(request: HttpRequest) -> HttpResponse:
    """How long they have, from a day on."""
    now = queries.wait(day_of(request.at))
    form = WaitForm(typed(request), initial={"days": now.days, "again": now.again, "since": day_of(request.at)})

    def act() -> object:
        given = form.cleaned_data
        held = rules.Days(given["days"], given["again"])
        return force.set_wait(held, given["since"], given["why"], by=request.handler, at=request.at)

    about = _("Now they have %(days)s days, and are asked again every %(again)s days, three times.") % {
        "days": now.days, "again": now.again,
    }  # fmt: skip
    if now.source == "none":
        about += " " + _("No source gives these numbers: they are our own beginning. Make them yours.")
    to = reverse("learning:recommendations")
    return asked(request, form, _("How long the force has"), act, to, about=about, rows=queries.waits())
