"""Posts: how many there should be, who holds one, and who is coming."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import once
from putright.law.calendar import day_of

from .. import queries
from ..actions import posts as actions
from ..forms import ComingForm, EstablishForm, HoldForm, MoveForm
from ..words import BODIES, STAGES
from . import asked, listed, named

LIST = "posts"


def posts(request: HttpRequest) -> HttpResponse:
    today = day_of(request.at)
    rows = [(named(request, LIST, one.post), one) for one in queries.strength(today)]
    coming = [(named(request, LIST, one.post), one) for one in queries.candidates()]
    holders = [
        (one, named(request, LIST, one.post)) for one in queries.colleagues(request.handler.team, today) if one.held
    ]
    page = {"title": _("Posts and who is coming"), "rows": rows, "coming": coming, "holders": holders,
            "bodies": BODIES, "stages": STAGES}  # fmt: skip
    return render(request, "workforce/posts.html", page)


def establish(request: HttpRequest) -> HttpResponse:
    form = EstablishForm(request.POST or None, posts=listed(request, LIST))
    return asked(
        request, form,
        lambda: actions.establish(
            form.should(), form.cleaned_data["since"], form.cleaned_data["why"], by=request.handler, at=request.at
        ),
        _("How many of a post there should be"), "workforce:posts",
    )  # fmt: skip


def hold(request: HttpRequest) -> HttpResponse:
    team = queries.team_of(request.handler)
    form = HoldForm(request.POST or None, at=request.at, people=team, posts=listed(request, LIST))

    def act() -> None:
        given = form.cleaned_data
        who = next(one for one in team if str(one.pk) == given["person"])
        actions.hold(who, given["post"], given["since"], by=request.handler, at=request.at)

    return asked(request, form, act, _("Who holds a post"), "workforce:posts")


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    held = queries.holder(pk, request.handler.team)
    if held is None:
        raise Http404
    once.only(request, lambda: actions.leave(held, by=request.handler, at=request.at))
    return redirect("workforce:posts")


def coming(request: HttpRequest) -> HttpResponse:
    form = ComingForm(request.POST or None, posts=listed(request, LIST))
    return asked(
        request, form, lambda: actions.coming(**form.cleaned_data, by=request.handler, at=request.at),
        _("Somebody is coming"), "workforce:posts",
    )  # fmt: skip


def move(request: HttpRequest, pk: int) -> HttpResponse:
    one = queries.candidate(pk)
    if one is None:
        raise Http404
    form = MoveForm(request.POST or None, initial={"expected_on": one.expected_on})
    title = _("%(initials)s, on the way to a post") % {"initials": one.initials}
    return asked(
        request, form, lambda: actions.move(one, **form.cleaned_data, by=request.handler, at=request.at), title,
        "workforce:posts",
    )  # fmt: skip
