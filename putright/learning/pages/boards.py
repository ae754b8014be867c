"""Boards’ actions, and suggestions of the public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door
from putright.law.calendar import day_of

from .. import queries, words
from ..actions import boards
from ..forms import ActionForm, AnswerForm, FinishForm, SuggestionForm
from .asking import asked, found, linked, sheet_of, shown, typed


def actions(request: HttpRequest) -> HttpResponse:
    done = request.GET.get("show") == "done"
    sheet = queries.actions(door.cases(request), request.GET.get("after", ""), done=done)
    page = {"title": _("Boards’ actions"), "done": done, "today": day_of(request.at)}
    return render(request, "learning/actions.html", page | sheet_of(request, sheet))


def action(request: HttpRequest) -> HttpResponse:
    form, case = ActionForm(typed(request)), linked(request)

    def act() -> object:
        return boards.note_action(boards.Wanted(**form.cleaned_data), case, by=request.handler, at=request.at)

    said = case.reference if case else ""
    return asked(request, form, _("Write down an action"), act, reverse("learning:actions"), said=said)


def finish(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(queries.action(door.cases(request), pk))
    shown(request, [row])
    form = FinishForm(typed(request), at=request.at)

    def act() -> object:
        given = form.cleaned_data
        return boards.finish_action(row, given["on"], given["done"], by=request.handler, at=request.at)

    return asked(request, form, _("It is done"), act, reverse("learning:actions"), said=row.words)


def suggestions(request: HttpRequest) -> HttpResponse:
    answered = request.GET.get("show") == "answered"
    sheet = queries.suggestions(door.cases(request), request.GET.get("after", ""), answered=answered)
    page = {"title": _("Suggestions"), "answered": answered, "words": words}
    return render(request, "learning/suggestions.html", page | sheet_of(request, sheet))


def suggestion(request: HttpRequest) -> HttpResponse:
    form, case = SuggestionForm(typed(request), at=request.at), linked(request)

    def act() -> object:
        given = form.cleaned_data
        return boards.note_suggestion(given["words"], given["came_on"], case, by=request.handler, at=request.at)

    said = case.reference if case else ""
    return asked(request, form, _("Write down a suggestion"), act, reverse("learning:suggestions"), said=said)


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(queries.suggestion(door.cases(request), pk))
    shown(request, [row])
    form = AnswerForm(typed(request), at=request.at)

    def act() -> object:
        return boards.answer_suggestion(row, boards.Did(**form.cleaned_data), by=request.handler, at=request.at)

    return asked(request, form, _("Say what we did"), act, reverse("learning:suggestions"), said=row.words)
