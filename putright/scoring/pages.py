"""Calls to score, their scores, the figures, and what a line manager is told."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.law.calendar import add_months, day_of
from putright.quality import lists
from putright.quality.asking import asked, language, typed
from putright.quality.words import MARKS

from . import actions, queries, rules
from .forms import CallForm, DoneForm, ScoreForm
from .models import Call

SHOWN = 100


def calls(request: HttpRequest) -> HttpResponse:
    page = {"title": _("Scored calls"), "rows": list(queries.calls()[:SHOWN]), "units": lists.named("units", language())}
    return render(request, "scoring/calls.html", page)


def new(request: HttpRequest) -> HttpResponse:
    units = [(point.code, point.name(language())) for point in lists.points("units", day_of(request.at))]
    form = CallForm(
        typed(request), at=request.at, units=units, managers=list(queries.managers()), takers=list(queries.takers())
    )
    return asked(
        request, form, _("Write down a call to score"),
        lambda: actions.add_call(form.heard(), by=request.handler, at=request.at), ("scoring:calls",),
        back=reverse("scoring:calls"),
    )  # fmt: skip


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A call: to be scored, or with its scores. One for calibration shows the others' only to whoever has scored it."""
    call = queries.calls().filter(pk=pk).first()
    if call is None:
        raise Http404
    form = ScoreForm(typed(request), points=lists.points("calls", call.on))
    scores = list(call.scores.all())
    mine = any(score.by_id == request.handler.pk for score in scores)
    given = partial(_score, request, call, form)
    return asked(
        request, form, _("A call"), given, ("scoring:one", pk), back=reverse("scoring:calls"), template="scoring/one.html",
        call=call, scores=scores if mine or not call.calibration else [], asks=not mine and (call.calibration or not scores),
        spread=rules.spread([score.points for score in scores]) if call.calibration and mine else None,
        differing=rules.differing([score.marks for score in scores]), names=lists.named("calls", language()), words=MARKS,
        units=lists.named("units", language()),
    )  # fmt: skip


def _score(request: HttpRequest, call: Call, form: ScoreForm) -> object:
    return actions.score(call, form.marks(), form.cleaned_data["words"], by=request.handler, at=request.at)


def figures(request: HttpRequest) -> HttpResponse:
    since = add_months(day_of(request.at).replace(day=1), -11)
    by_month, whole = queries.figures(since)
    months = sorted({month for unit in by_month.values() for month in unit})
    units = {code: name for code, name in lists.named("units", language()).items() if code in whole}
    newest = [
        f"{name}: " + _("mean points of 100: %(mean)s; calls: %(calls)s; failed: %(failed)s")
        % {"mean": one.mean, "calls": len(one.points), "failed": one.failed}
        for code, name in units.items() if months and (one := by_month[code].get(months[-1]))
    ]  # fmt: skip
    page = {
        "title": _("How calls score"), "by_month": by_month, "whole": whole, "months": months, "units": units,
        "newest": "\n".join(newest), "names": lists.named("calls", language()),
    }  # fmt: skip
    return render(request, "scoring/figures.html", page)


def told(request: HttpRequest) -> HttpResponse:
    page = {"title": _("Scored calls of my people"), "rows": list(queries.told(request.handler)[:SHOWN])}
    return render(request, "scoring/told.html", page)


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    scored = queries.told(request.handler).filter(pk=pk).first()
    if scored is None:
        raise Http404
    form = DoneForm(typed(request))
    return asked(
        request, form, _("A scored call"),
        lambda: actions.say_done(scored, form.cleaned_data["words"], by=request.handler, at=request.at), ("scoring:told",),
        back=reverse("scoring:told"), template="scoring/answer.html", score=scored, names=lists.named("calls", language()),
        words=MARKS, units=lists.named("units", language()),
    )  # fmt: skip
