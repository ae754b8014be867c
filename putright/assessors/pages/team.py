"""Assessments: dates, scores, recommendations, who speaks when; for the team."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import door, once
from putright.excellence import catalogue
from putright.excellence import rules as scale
from putright.excellence import words as excellence
from putright.law.calendar import day_of
from putright.people import gates
from putright.people.queries import colleagues, teams
from putright.people.refusals import Refused

from .. import forms, queries, sealed, words
from ..actions import cycle as cycles_done
from ..models import Cycle
from .speaking import spoken, typed

COLUMNS = ("standard", "body", "begins_on", "self_by", "visit_on", "result", "decided_on", "until", "summary")


def the_cycle(pk: int) -> Cycle:
    found = queries.cycle(pk)
    if found is None:
        raise Http404
    return found


def asked(
    request: HttpRequest, form: Form, title: str, act: Callable[[], object], to: str, **more: object
) -> HttpResponse:
    """One form; a refusal keeps what was typed. Then on to `to`."""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(to)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "back": to, "button": title, **more}
    return render(request, "assessors/form.html", page, status=422 if form.is_bound else 200)


def cycles(request: HttpRequest) -> HttpResponse:
    """Every assessment, and every recommendation that is not done."""
    named = {one.slug: one.name.said(spoken()) for one in catalogue.all_standards()}
    rows = [(one, named.get(one.standard, one.standard)) for one in queries.cycles()]
    waiting = [row for row in queries.recommendations() if not row.done_on and row.answer != "reject"]
    page = {
        "title": _("Assessments"),
        "rows": rows,
        "waiting": waiting,
        "words": words,
        "today": day_of(request.at),
        "leads": gates.can(request.handler, "assessors.lead"),
    }
    return render(request, "assessors/cycles.html", page)


def cycle(request: HttpRequest, pk: int) -> HttpResponse:
    """One assessment: dates, packs, the assessor, scores beside ours, recommendations, who speaks when."""
    one = the_cycle(pk)
    standard = catalogue.the(one.standard)
    given = queries.given(one)
    rule = scale.in_force(catalogue.pass_rules(one.standard), one.body, day_of(request.at))
    finding = scale.passed(standard, {ref: row.score for ref, row in given.items()}, rule)
    joined = [(row, sealed.check_words(row.public) if row.public else "") for row in queries.assessors(one)]
    page = {
        "title": f"{standard.name.said(spoken())}: {one.body}",
        "one": one,
        "standard": standard,
        "language": spoken(),
        "words": words,
        "scale": excellence,
        "given": given,
        "finding": finding,
        "packs": queries.packs(door.cases(request), one),
        "joined": joined,
        "recommended": queries.recommendations(one),
        "interviews": queries.interviews(one),
        "today": day_of(request.at),
        "leads": gates.can(request.handler, "assessors.lead"),
        "back": reverse("assessors:cycles"),
        "counts": {score: sum(row.score == score for row in given.values()) for score in scale.SCALE},
    }
    return render(request, "assessors/cycle.html", page)


def new(request: HttpRequest) -> HttpResponse:
    form = cycle_form(request, {"begins_on": day_of(request.at), "years": "1"})
    who = {"by": request.handler, "at": request.at}
    return asked(
        request,
        form,
        _("Begin an assessment"),
        lambda: cycles_done.keep_cycle(form.details(), **who),
        reverse("assessors:cycles"),
    )


def cycle_form(request: HttpRequest, start: dict[str, object]) -> forms.CycleForm:
    named = [(one.slug, one.name.said(spoken())) for one in catalogue.all_standards()]
    return forms.CycleForm(typed(request), standards=named, initial=start)


def deed(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Dates and outcome, an assessor's score, a recommendation, or who speaks when."""
    one = the_cycle(pk)
    if name not in DEEDS:
        raise Http404
    title, made = DEEDS[name]
    form, act = made(request, one)
    return asked(request, form, str(title()), act, reverse("assessors:cycle", args=[pk]))


def _change(request: HttpRequest, one: Cycle) -> tuple[Form, Callable[[], object]]:
    start = {name: getattr(one, name) for name in COLUMNS} | {"years": str(one.years)}
    form = cycle_form(request, start)
    return form, lambda: cycles_done.keep_cycle(form.details(), one, by=request.handler, at=request.at)


def _score(request: HttpRequest, one: Cycle) -> tuple[Form, Callable[[], object]]:
    refs = forms.elements(catalogue.the(one.standard), spoken())
    form = forms.GivenForm(typed(request), refs=refs, initial={"ref": request.GET.get("ref", "")})
    return form, lambda: cycles_done.note_score(one, **form.cleaned_data, by=request.handler, at=request.at)


def _recommend(request: HttpRequest, one: Cycle) -> tuple[Form, Callable[[], object]]:
    form = forms.RecommendForm(typed(request), refs=forms.elements(catalogue.the(one.standard), spoken()))
    return form, lambda: cycles_done.recommend(
        one, form.cleaned_data["words"], form.cleaned_data["ref"], by=request.handler, at=request.at
    )


def _interview(request: HttpRequest, one: Cycle) -> tuple[Form, Callable[[], object]]:
    form = forms.InterviewForm(typed(request), staff=colleagues(*teams("front")))

    def act() -> object:
        given = form.cleaned_data
        whom = form.staff[given["owner"]]
        when = cycles_done.When(given["on"], given["clock"], given["place"])
        return cycles_done.schedule(one, whom, when, by=request.handler, at=request.at)

    return form, act


DEEDS = {
    "change": (lambda: _("Dates and outcome"), _change),
    "score": (lambda: _("Type in the assessor’s score"), _score),
    "recommendation": (lambda: _("Write down a recommendation"), _recommend),
    "interview": (lambda: _("Say who speaks to the assessor, and when"), _interview),
}


def recommended(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Management's answer to a recommendation, or that it is done."""
    row = queries.recommendation(pk)
    if row is None or name not in ("review", "done"):
        raise Http404
    back, who = reverse("assessors:cycle", args=[row.cycle_id]), {"by": request.handler, "at": request.at}
    if name == "done":
        form = forms.FinishForm(typed(request), at=request.at)
        return asked(
            request,
            form,
            _("Say that it is done"),
            lambda: cycles_done.finish(row, form.cleaned_data["on"], form.cleaned_data["words"], **who),
            back,
            said=row.words,
        )
    start = {"answer": row.answer, "why": row.why, "owner": str(row.owner_id or ""), "due": row.due}
    asking = forms.ReviewForm(typed(request), staff=colleagues(*teams("front")), initial=start)

    def act() -> object:
        given = asking.cleaned_data
        review = cycles_done.Review(given["answer"], given["why"], asking.staff.get(given["owner"]), given["due"])
        return cycles_done.review(row, review, **who)

    return asked(request, asking, _("Answer the recommendation"), act, back, said=row.words)
