"""Forms that keep a row: an assumption, a count, a door, a post and how it stands, what helps, a risk."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from design.forms import Form
from putright.cases import once
from putright.law.calendar import day_of
from putright.people.queries import office
from putright.people.refusals import Refused

from . import actions, marks, queries, words
from .forms import AssumeForm, CountsForm, DoorForm, PostForm, ReliefForm, RiskForm, StepForm
from .ground import stand


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def kept(
    request: HttpRequest, form: Form, title: str, back: str, act: Callable[[], object], **more: object
) -> HttpResponse:
    """One form, one action, then the page it came from. A refusal keeps what was typed."""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(back)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"title": title, "form": form, "back": reverse(back), "now": None, "told": (), "names": None, **more}
    return render(request, "staffing/form.html", page, status=422 if form.errors else 200)


def assume(request: HttpRequest, name: str) -> HttpResponse:
    """Say a number, from a day on, and where it is from."""
    if name not in marks.usual():
        raise Http404
    now = stand(office(), {}, request.at).numbers[name]
    start = {"value": words.number(now.value, 2), "since": day_of(request.at)}
    form = AssumeForm(typed(request), name=name, initial=start)
    return kept(
        request, form, str(words.NUMBERS[name]), "staffing:assumptions",
        lambda: actions.assume(name, form.cleaned_data["value"], form.cleaned_data["why"],
                               since=form.cleaned_data["since"], by=request.handler, at=request.at),
        told=queries.told_of(name), now=now, marks=words.MARKS, number=words.number,
    )  # fmt: skip


def counts(request: HttpRequest) -> HttpResponse:
    form = CountsForm(typed(request))
    return kept(
        request, form, _("Calls counted before"), "staffing:forecast",
        lambda: actions.keep_counts(form.cleaned_data["counts"], by=request.handler, at=request.at),
    )  # fmt: skip


def door(request: HttpRequest) -> HttpResponse:
    form = DoorForm(typed(request))
    return kept(
        request, form, _("A way in that opens"), "staffing:forecast",
        lambda: actions.open_door(**form.cleaned_data, by=request.handler, at=request.at),
    )  # fmt: skip


def post(request: HttpRequest) -> HttpResponse:
    form = PostForm(typed(request), initial={"part": "1"})
    return kept(
        request, form, _("Add a post"), "staffing:vacancies",
        lambda: actions.add_post(form.cleaned_data["name"], form.cleaned_data["part"], bool(form.cleaned_data["welsh"]),
                                 form.stood(), by=request.handler, at=request.at),
    )  # fmt: skip


def step(request: HttpRequest, number: int) -> HttpResponse:
    held = queries.post(number)
    if held is None:
        raise Http404
    form = StepForm(typed(request), initial={"stage": held.step.stage, "on": held.step.on})
    return kept(
        request, form, held.post.name, "staffing:vacancies",
        lambda: actions.move_post(held.post, form.stood(), by=request.handler, at=request.at),
    )  # fmt: skip


def relief(request: HttpRequest) -> HttpResponse:
    form = ReliefForm(typed(request), initial={"since": day_of(request.at)})
    return kept(
        request, form, _("Add what helps"), "staffing:vacancies",
        lambda: actions.relieve(form.row(), by=request.handler, at=request.at),
    )  # fmt: skip


def risk(request: HttpRequest) -> HttpResponse:
    form = RiskForm(typed(request), new=True)
    return kept(
        request, form, _("Add a risk"), "staffing:vacancies",
        lambda: actions.put_risk(form.row(), by=request.handler, at=request.at),
    )  # fmt: skip


def risk_again(request: HttpRequest, number: int) -> HttpResponse:
    held = queries.risk(number)
    if held is None:
        raise Http404
    start = {name: getattr(held, name) for name in ("words", "answer", "owner", "look_again")}
    form = RiskForm(typed(request), initial=start | {"chance": str(held.chance), "harm": str(held.harm)})
    return kept(
        request, form, _("Change a risk"), "staffing:vacancies",
        lambda: actions.put_risk(form.row(), replaces=held, by=request.handler, at=request.at),
    )  # fmt: skip
