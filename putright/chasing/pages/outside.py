"""Asking somebody without an account, a new link, asking again, taking it back, and everything that waits outside."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from design.typed import cleaned
from putright.allocation import queries as allocation
from putright.allocation.actions import give_back
from putright.allocation.rules import Asked as Request
from putright.cases import door, once
from putright.cases.models import Case
from putright.cases.refusals import Refused
from putright.people.queries import office

from .. import queries, shown
from ..actions import outside as actions
from ..forms import AskForm, WhoForm
from ..words import RUNGS
from .giving import form_page, pressed

WHO = ("name", "email", "number", "superior", "superior_email", "told", "language")


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """A district or department, one named person in it, and what they are to see. The link is shown once."""
    case = door.case(request, reference)
    start = {"told": queries.words_of(case), "language": "en"}
    form = AskForm(request.POST or None, teams=allocation.local_teams(), words_in=shown.language(), initial=start)
    if form.is_valid():
        given = form.cleaned_data
        team, wanted = form.teams[given["team"]], Request(given["why"], given["asks"])
        made = linked(request, form, lambda who: actions.ask_outside(case, team, wanted, who, by=request.handler, at=request.at))
        if made is not None:
            return made_page(request, case, given["name"], made)
    note = _("For somebody without a log-in. They answer on one page, in a minute, and see nothing else.")
    return form_page(request, case, form, _("Ask somebody by a link"), _("Ask them"), note=note)


def renew(request: HttpRequest, reference: str) -> HttpResponse:
    """A new link; the old one stops. Filled in with what was said last time."""
    case = door.case(request, reference)
    waiting = allocation.with_now(case)
    last = queries.last_link(waiting) if waiting else None
    start = {name: getattr(last, name) for name in WHO} if last else {"told": queries.words_of(case), "language": "en"}
    form = WhoForm(request.POST or None, initial=start)
    if form.is_valid():
        made = linked(request, form, lambda who: actions.renew(case, who, by=request.handler, at=request.at))
        if made is not None:
            return made_page(request, case, form.cleaned_data["name"], made)
    return form_page(request, case, form, _("Send a new link"), _("Send a new link"), note=_("The old link stops working."))


def linked(request: HttpRequest, form: Any, act: Callable[[actions.Addressee], str]) -> str | None:
    """The secret that was made; empty when this very press was done before; None when it was refused."""
    who = actions.Addressee(**{name: form.cleaned_data[name] for name in WHO}, site=request.build_absolute_uri("/"))
    made: list[str] = []
    try:
        once.only(request, lambda: made.append(act(who)))
    except Refused as refused:
        form.add_error(None, str(refused))
        return None
    return made[0] if made else ""


def made_page(request: HttpRequest, case: Case, name: str, secret: str) -> HttpResponse:
    """Not a redirect: the link is in this answer and nowhere else."""
    if not secret:
        return redirect("desk:case", case.reference)
    address = request.build_absolute_uri(reverse("chasing:answer", args=[secret]))
    return render(request, "chasing/made.html", {"title": _("The link"), "case": case, "name": name, "address": address})


@require_POST
def remind(request: HttpRequest, reference: str) -> HttpResponse:
    case = door.case(request, reference)
    return pressed(request, case, lambda: actions.remind_now(case, by=request.handler, at=request.at))


@require_POST
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """One press of a supervisor; the reason is that no answer came."""
    case = door.case(request, reference)
    why = _("Taken back by a supervisor: no answer came.")
    return pressed(request, case, lambda: give_back(case, why, by=request.handler, at=request.at))


def waiting(request: HttpRequest) -> HttpResponse:
    """Silence, as plain as an answer: everything outside, with the days waited and the rung reached."""
    request.office = office()
    sheet = queries.listed(door.cases(request), "outside", request.at, cleaned(request.GET.get("after", "")))
    door.seen(request, sheet.cases)
    out = queries.outside(sheet.cases, shown.language(), request.at)
    rows = [(case, out[case.pk], shown.who(out[case.pk])) for case in sheet.cases if case.pk in out]
    page = {"title": _("Waiting outside"), "rows": rows, "after": sheet.after, "rungs": RUNGS}
    return render(request, "chasing/waiting.html", page)
