"""Absences and covers, skills, and the ladder."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import door, once
from putright.cases.refusals import Refused
from putright.codes.queries import asked_once
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.models import Handler

from .. import queries, shown, staff
from ..actions import giving
from ..actions import people as actions
from ..forms import AbsenceForm, CoverForm, LadderForm, SkillForm


def absences(request: HttpRequest) -> HttpResponse:
    """Who is away, from when to when, and who covers; and, for a supervisor, whose cases wait for a cover."""
    people = list(staff.takers(request.handler.team))
    form = AbsenceForm(request.POST or None, people=people)
    if form.is_valid():
        try:
            once.only(request, lambda: actions.note_absence(*form.chosen, by=request.handler, at=request.at))
            return redirect("chasing:absences")
        except Refused as refused:
            form.add_error(None, str(refused))
    oversees = gates.can(request.handler, "chasing.cover")
    held = staff.holding(door.cases(request), request.at) if oversees else []
    page = {
        "title": _("Who is away"), "form": form, "absences": staff.absences(day_of(request.at), request.handler.team),
        "held": held, "left": staff.leavers(door.cases(request), request.handler.team) if oversees else [],
    }  # fmt: skip
    return render(request, "chasing/absences.html", page, status=422 if form.is_bound else 200)


@require_POST
def end_absence(request: HttpRequest, pk: int) -> HttpResponse:
    found = next((one for one in staff.absences(day_of(request.at), request.handler.team) if one.pk == pk), None)
    if found is None:
        raise Http404
    once.only(request, lambda: actions.end_absence(found, by=request.handler, at=request.at))
    return redirect("chasing:absences")


def cover(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of somebody who is away or has left, and one press that gives it to their cover."""
    whose = colleague(request, pk)
    cases = list(staff.left_behind(door.cases(request), whose).select_related("complainant")[: staff.MOST])
    door.seen(request, cases)
    others = [one for one in staff.takers(request.handler.team) if one.pk != pk]
    usual = staff.cover_of(whose, day_of(request.at))
    form = CoverForm(request.POST or None, people=others, initial={"to": str(usual.pk) if usual else ""})
    if form.is_valid():
        to = form.people[form.cleaned_data["to"]]
        try:
            once.only(request, lambda: giving.cover(cases, to, by=request.handler, at=request.at))
            return redirect("chasing:cover", pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": _("Cases of %(name)s") % {"name": whose.name}, "form": form, "cases": cases, "whose": whose}
    return render(request, "chasing/cover.html", page, status=422 if form.is_bound else 200)


def colleague(request: HttpRequest, pk: int) -> Handler:
    found = staff.member(request.handler.team, pk)
    if found is None:
        raise Http404
    return found


def skills(request: HttpRequest) -> HttpResponse:
    """What each colleague can do, from when; codes are the list `skills`."""
    on = day_of(request.at)
    listed = asked_once(request, "skills")
    codes = [(row.code, row.name(shown.language())) for row in listed.in_force(on)]
    people = staff.skilled(request.handler.team, on)
    form = SkillForm(request.POST or None, people=[one for one, _skills in people], codes=codes, initial={"since": on})
    if form.is_valid():
        given = form.cleaned_data
        try:
            whose = form.people[given["handler"]]
            once.only(request, lambda: actions.add_skill(whose, given["code"], given["since"], by=request.handler, at=request.at))
            return redirect("chasing:skills")
        except Refused as refused:
            form.add_error(None, str(refused))
    named = {one.code: listed.name(one.code, on, shown.language()) for _whose, held in people for one in held}
    page = {"title": _("Who can do what"), "form": form, "people": people, "named": named}
    return render(request, "chasing/skills.html", page, status=422 if form.is_bound else 200)


@require_POST
def end_skill(request: HttpRequest, pk: int) -> HttpResponse:
    on = day_of(request.at)
    held = (one for _whose, skills in staff.skilled(request.handler.team, on) for one in skills)
    found = next((one for one in held if one.pk == pk), None)
    if found is None:
        raise Http404
    once.only(request, lambda: actions.end_skill(found, on, by=request.handler, at=request.at))
    return redirect("chasing:skills")


def ladder(request: HttpRequest) -> HttpResponse:
    """When somebody silent is asked again: what holds today, from where, every row there was, and a new one."""
    now = queries.steps(day_of(request.at))
    start = {name: str(getattr(now, name)) for name in ("remind", "superior", "supervisor", "link_days")}
    form = LadderForm(request.POST or None, initial={**start, "since": day_of(request.at)})
    if form.is_valid():
        given = form.cleaned_data
        try:
            once.only(
                request,
                lambda: actions.set_ladder(form.steps(), given["since"], given["why"], by=request.handler, at=request.at),
            )
            return redirect("chasing:ladder")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": _("When we ask again"), "form": form, "now": now, "rows": queries.ladders()[:50]}
    return render(request, "chasing/ladder.html", page, status=422 if form.is_bound else 200)
