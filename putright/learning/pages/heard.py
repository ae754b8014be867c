"""What was heard in the month's sample and in surveys: one screen makes a lesson of it, or answers it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.cases import door

from .. import heard
from ..actions.boards import Came, Did, take_up
from ..actions.lessons import Learned, note_lesson
from ..forms import LessonForm, TakeUpForm
from .asking import asked, causes, found, shown, spoken, typed


def waiting(request: HttpRequest) -> HttpResponse:
    rows = shown(request, heard.untaken(door.cases(request), spoken(), request.at))
    waits, held = heard.parted(rows, request.at)
    page = {"title": _("What was heard"), "rows": waits, "held": held, "answer": heard.ANSWER}
    return render(request, "learning/heard.html", page)


def _one(request: HttpRequest, kind: str, pk: int) -> heard.Heard:
    row = found(heard.one(door.cases(request), kind, pk, spoken(), request.at))
    shown(request, [row])
    return row


def learn(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    row = _one(request, kind, pk)
    form = LessonForm(typed(request), causes=causes(request), initial={"words": row.words})

    def act() -> object:
        given = form.cleaned_data
        learned = Learned(given["level"], given["cause"], given["words"], row.source)
        return note_lesson(learned, row.case, by=request.handler, at=request.at)

    return asked(request, form, _("Make it a lesson"), act, reverse("learning:heard"), said=row.words)


def answer_heard(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    row = _one(request, kind, pk)
    form = TakeUpForm(typed(request), at=request.at, initial={"words": row.words})

    def act() -> object:
        given = dict(form.cleaned_data)
        came = Came(row.source, given.pop("words"), row.on)
        return take_up(came, Did(**given), row.case, by=request.handler, at=request.at)

    return asked(request, form, _("Say what we did"), act, reverse("learning:heard"), said=row.words)
