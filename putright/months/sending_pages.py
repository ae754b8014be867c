"""Changes that explain figures, and the boards that reports are sent to."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from putright.cases import once
from putright.law.calendar import day_of
from putright.people.refusals import Refused

from . import actions, forms, queries, rules
from .models import Board
from .pages import asked, named_layouts, spoken, typed
from .words import CALENDAR, EVERY, SENDS


def changes(request: HttpRequest) -> HttpResponse:
    page = {"title": _("What changed, and when"), "rows": queries.changes(), "spoken": spoken()}
    return render(request, "months/changes.html", page)


def change(request: HttpRequest) -> HttpResponse:
    form = forms.ChangeForm(typed(request))

    def act() -> object:
        given = form.cleaned_data
        return actions.note_change(given["on"], given["en"], given["cy"], by=request.handler, at=request.at)

    return asked(request, form, _("Write down a change"), act, reverse("months:changes"))


def boards(request: HttpRequest) -> HttpResponse:
    names = named_layouts(request)
    rows = [(row, names.get(row.layout, row.layout), every(row)) for row in queries.boards()]
    page = {"title": _("Boards"), "rows": rows, "spoken": spoken(), "sends": SENDS}
    return render(request, "months/boards.html", page)


def every(row: Board) -> object:
    """How often it has its report."""
    calendar = row.length == rules.YEAR and row.begins == rules.JANUARY
    return EVERY[CALENDAR if calendar else str(row.length)]


def board(request: HttpRequest) -> HttpResponse:
    form = forms.BoardForm(typed(request), on=day_of(request.at))

    def act() -> object:
        given = dict(form.cleaned_data)
        length, _dash, begins = given["length"].partition("-")
        given |= {"length": int(length), "begins": int(begins or rules.APRIL), "encloses": given.pop("sends") == "pdf"}
        return actions.keep_board(actions.BoardDetails(**given), by=request.handler, at=request.at)

    return asked(request, form, _("Add a board"), act, reverse("months:boards"))


@require_POST
def end_board(request: HttpRequest, pk: int) -> HttpResponse:
    row = queries.board(pk)
    if row is None:
        raise Http404
    once.only(request, lambda: actions.end_board(row, by=request.handler, at=request.at))
    return redirect("months:boards")


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    row = queries.sending(pk)
    if row is None:
        raise Http404
    have_it = request.POST.get("told") == "yes"
    try:
        once.only(request, lambda: actions.settle(row, told=have_it, by=request.handler, at=request.at))
    except Refused as refusal:
        page = {"title": _("Nothing was changed"), "sentence": str(refusal)}
        return render(request, "design/error_page.html", page, status=422)
    return redirect("months:one", row.report_id)
